package io.leadstatus.lead;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import io.leadstatus.api.PublicId;
import io.leadstatus.operation.DatabaseMeter;
import io.leadstatus.search.SearchStatus;
import io.leadstatus.security.Organization;

@ApplicationScoped
class LeadStatusRepository implements PanacheRepositoryBase<LeadStatus, LeadStatus.Key> {
    private static final String IN_ORDER = """
            from LeadStatus status
            where status.key.organization = ?1
            order by status.position, status.key.number
            """;

    private static final String LIVE = """
            from LeadStatus status
            where status.key.organization = ?1 and status.id = ?2 and status.deletedAt is null
            """;

    private final DatabaseMeter database;

    LeadStatusRepository(DatabaseMeter database) {
        this.database = database;
    }

    /** All statuses of an organization in its order, deleted ones among them. */
    List<LeadStatus> of(Organization organization) {
        return database.read(() -> list(IN_ORDER, organization.number()));
    }

    /** The same, as searches name them. */
    List<SearchStatus> searchable(Organization organization) {
        return of(organization).stream()
                .map(status -> new SearchStatus(status.key().number(), status.id(), status.label(), status.isDeleted()))
                .toList();
    }

    /** The status with this id; empty if the organization has none, or not any more. */
    Optional<LeadStatus> live(Organization organization, String id) {
        return PublicId.isPossible(id)
                ? database.read(() -> list(LIVE, organization.number(), id)).stream()
                        .findFirst()
                : Optional.empty();
    }
}
