package io.leadstatus.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.ServiceTest;

/** Whatever goes wrong behind the one door, {@code verify_lead_history} names it. */
@ServiceTest
class LeadHistoryVerificationTest extends RecordedOrganization {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update lead_status_ledger set change = change + 1",
                "update lead_move_ledger set first_exits = first_exits + 1 where unit = 'month'",
                "update lead_status_event set lead_created_at = occurred_at where from_status is not null",
                "update lead_status_event set previous_entry_at = occurred_at where from_status is not null",
                "update lead_status_event set previous_status = 3 where from_status is not null",
                "update lead set status_number = 2",
                "delete from lead_status_ledger",
                "delete from lead_move_ledger where unit = 'day'"
            })
    void verifyNamesWhatIsWrongAndRebuildRepairsIt(String damage) {
        String lead = history.createLead(organization, potential, MONDAY, null, "{}");
        history.changeStatus(organization, lead, qualified, TUESDAY, null);
        history.rebuild(organization);
        assertThat(history.verify(organization)).isEmpty();

        String where = damage.contains(" where ") ? " and " : " where ";
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery(
                                damage + where + "organization_id = organization_number('" + organization + "')")
                        .executeUpdate());

        assertThat(history.verify(organization)).isNotEmpty();
        history.rebuild(organization);
        assertThat(history.verify(organization)).isEmpty();
    }

    @Test
    void verifyNamesLeadsThatWereLoadedWithoutTheirCreation() {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("""
                        insert into lead (organization_id, public_id, status_number, created_at, updated_at)
                        values (organization_number(?1), 'lead_without', 1, now(), now())
                        """)
                        .setParameter(1, organization)
                        .executeUpdate());

        assertThat(history.verify(organization))
                .anySatisfy(line -> assertThat(line).startsWith("creation lead_without"));
    }
}
