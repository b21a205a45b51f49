package io.leadstatus.lead;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import io.leadstatus.api.PublicId;
import io.leadstatus.operation.DatabaseMeter;
import io.leadstatus.security.Organization;

/** What happened to the status of a lead. */
@ApplicationScoped
public class LeadTimeline {
    private static final String EVENTS = """
            select event.occurred_at, origin.label, target.label
            from lead
            join lead_status_event event using (organization_id, lead_id)
            join lead_status target
                on target.organization_id = event.organization_id and target.status_number = event.to_status
            left join lead_status origin
                on origin.organization_id = event.organization_id and origin.status_number = event.from_status
            where lead.organization_id = ?1 and lead.public_id = ?2
            order by event.occurred_at desc, event.sequence desc
            """;

    private static final String LAST_CHANGES = """
            select lead.public_id, max(event.occurred_at)
            from lead
            join lead_status_event event using (organization_id, lead_id)
            where lead.organization_id = ?1
              and lead.public_id = any (string_to_array(cast(?2 as text), ' '))
              and event.from_status is not null
            group by lead.public_id
            """;

    private final EntityManager entityManager;
    private final DatabaseMeter database;

    LeadTimeline(EntityManager entityManager, DatabaseMeter database) {
        this.entityManager = entityManager;
        this.database = database;
    }

    /**
     * A change of status.
     *
     * @param from the label of the origin as it is now; null for the creation
     * @param to the label of the target as it is now
     */
    public record Event(Instant at, String from, String to) {}

    /** The events of a lead, the last one first; empty if the organization has no such lead. */
    public List<Event> of(Organization organization, String lead) {
        if (!PublicId.isPossible(lead)) {
            return List.of();
        }
        return read(EVENTS, organization, lead).stream()
                .map(row -> new Event((Instant) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /**
     * When the status of leads changed last, by their ids; those whose status never changed are left out.
     *
     * @param leads ids, without blanks
     */
    public Map<String, Instant> lastChanges(Organization organization, List<String> leads) {
        Map<String, Instant> changes = new HashMap<>();
        read(LAST_CHANGES, organization, String.join(" ", leads))
                .forEach(row -> changes.put((String) row[0], (Instant) row[1]));
        return changes;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> read(String sql, Organization organization, String parameter) {
        Query statement = entityManager
                .createNativeQuery(sql, Object[].class)
                .setParameter(1, organization.number())
                .setParameter(2, parameter);
        return database.read(() -> (List<Object[]>) statement.getResultList());
    }
}
