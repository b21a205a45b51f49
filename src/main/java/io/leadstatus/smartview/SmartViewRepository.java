package io.leadstatus.smartview;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import io.leadstatus.api.PublicId;
import io.leadstatus.operation.DatabaseMeter;
import io.leadstatus.search.SearchParser;
import io.leadstatus.search.SmartViewResolver;
import io.leadstatus.security.Organization;

@ApplicationScoped
public class SmartViewRepository implements PanacheRepositoryBase<SmartView, SmartView.Key> {
    private static final String IN_ORDER = """
            from SmartView view
            where view.key.organization = ?1
            order by view.name, view.key.id
            """;

    /** Names are compared as labels are, without regard to case. An id comes first, then the name as it is written. */
    private static final String NAMED = """
            from SmartView view
            where view.key.organization = ?1 and lower(view.name) = lower(?2)
            order by case when view.name = ?2 then 0 else 1 end, view.createdAt, view.key.id
            """;

    private final DatabaseMeter database;

    SmartViewRepository(DatabaseMeter database) {
        this.database = database;
    }

    /** All smart views of an organization, by name. */
    public List<SmartView> of(Organization organization) {
        return database.read(() -> list(IN_ORDER, organization.number()));
    }

    /** The smart view with this id; empty if the organization has none. */
    public Optional<SmartView> byId(Organization organization, String id) {
        return PublicId.isPossible(id)
                ? database
                        .read(() -> findByIdOptional(new SmartView.Key(organization.number(), id)).stream()
                                .toList())
                        .stream()
                        .findFirst()
                : Optional.empty();
    }

    /** Finds the smart views that the queries of an organization name. */
    public SmartViewResolver resolverFor(Organization organization) {
        return nameOrId -> byId(organization, nameOrId)
                .or(() -> database.read(() -> list(NAMED, organization.number(), nameOrId)).stream()
                        .findFirst())
                .map(view -> new SmartViewResolver.Resolved(
                        view.id(), SearchParser.parse(view.query()).expression()));
    }
}
