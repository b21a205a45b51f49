package io.leadstatus.lead;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import io.leadstatus.api.FieldSelection;
import io.leadstatus.api.Page;
import io.leadstatus.api.PublicId;
import io.leadstatus.operation.DatabaseMeter;
import io.leadstatus.search.SortKey;
import io.leadstatus.security.Organization;

@ApplicationScoped
public class LeadRepository {
    private static final String BY_ID = """
            select case when %2$s <= :largest then json end
            from (
                select cast(%1$s as text) as json
                from lead
                join lead_status status using (organization_id, status_number)
                where lead.organization_id = :organization and lead.public_id = :id
                offset 0 -- made once, then measured
            ) shown
            """;

    private final EntityManager entityManager;
    private final DatabaseMeter database;

    LeadRepository(EntityManager entityManager, DatabaseMeter database) {
        this.entityManager = entityManager;
        this.database = database;
    }

    /** The leads of an organization that are asked for, and how many there are. */
    public Page<ShownLead> find(Organization organization, LeadRequest request) {
        Query statement = statement(
                        LeadPageStatement.of(request.plan(), request.fields()), organization, request.fields())
                .setParameter("limit", request.paging().limit())
                .setParameter("skip", request.paging().skip());
        bind(LeadPageStatement.CONDITION, request.plan().condition().parameters(), statement);
        List<SortKey> sort = LeadPageStatement.sort(request.plan());
        for (int i = 0; i < sort.size(); i++) {
            bind(LeadPageStatement.ORDER + i + "_", sort.get(i).parameters(), statement);
        }
        List<Object[]> rows = read(statement);
        long total = ((Number) rows.get(0)[0]).longValue();
        List<ShownLead> leads = rows.stream()
                .filter(row -> (Boolean) row[1])
                .map(row -> shown(row[2]))
                .toList();
        return Page.of(leads, total, request.paging());
    }

    /** The lead with this id; empty if the organization has none. */
    public Optional<ShownLead> byId(Organization organization, String id, FieldSelection fields) {
        if (!PublicId.isPossible(id)) {
            return Optional.empty();
        }
        Query statement = statement(
                        BY_ID.formatted(ShownLead.sql(fields), ShownLead.size("json")), organization, fields)
                .setParameter("id", id);
        List<Object> found = read(statement);
        return found.isEmpty() ? Optional.empty() : Optional.of(shown(found.get(0)));
    }

    private Query statement(String sql, Organization organization, FieldSelection fields) {
        Query statement = entityManager
                .createNativeQuery(sql)
                .setParameter("organization", organization.number())
                .setParameter("largest", ShownLead.LARGEST);
        ShownLead.parameters(fields).forEach(statement::setParameter);
        return statement;
    }

    private static void bind(String name, List<Object> parameters, Query statement) {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setParameter(name + i, parameters.get(i));
        }
    }

    @SuppressWarnings("unchecked")
    private <R> List<R> read(Query statement) {
        return database.read(() -> (List<R>) statement.getResultList());
    }

    private static ShownLead shown(Object json) {
        if (json == null) {
            throw ShownLead.tooLarge();
        }
        return new ShownLead((String) json);
    }
}
