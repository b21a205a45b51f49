package io.leadstatus.lead;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.BeforeEach;

/** An organization, for each test a new one, whose history is written through the one door. */
abstract class RecordedOrganization {
    static final Instant MONDAY = Instant.parse("2020-06-01T12:00:00Z");
    static final Instant TUESDAY = Instant.parse("2020-06-02T12:00:00Z");
    static final Instant WEDNESDAY = Instant.parse("2020-06-03T12:00:00Z");

    @Inject
    LeadHistory history;

    @Inject
    EntityManager entityManager;

    String organization;
    String potential;
    String qualified;
    String customer;

    @BeforeEach
    void anOrganization() {
        organization = select("select create_organization('history')");
        potential = status("Potential");
        qualified = status("Qualified");
        customer = status("Customer");
    }

    String status(String label) {
        return select("select public_id from lead_status where organization_id = organization_number('" + organization
                + "') and label = '" + label + "'");
    }

    String statusOf(String lead) {
        return select("select label from lead join lead_status using (organization_id, status_number)"
                + " where lead.public_id = '" + lead + "'");
    }

    String eventsOf(String lead) {
        return select("""
                select string_agg(coalesce(origin.label, 'null') || '>' || target.label, ', ' order by occurred_at, sequence)
                from lead
                join lead_status_event event using (organization_id, lead_id)
                join lead_status target on (target.organization_id, target.status_number) = (lead.organization_id, to_status)
                left join lead_status origin
                    on (origin.organization_id, origin.status_number) = (lead.organization_id, from_status)
                where lead.public_id = '%s'
                """.formatted(lead));
    }

    String select(String sql) {
        List<?> rows = QuarkusTransaction.requiringNew()
                .call(() -> entityManager.createNativeQuery(sql).getResultList());
        return String.valueOf(rows.get(0));
    }
}
