package io.leadstatus.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.ServiceTest;

/** The door for writing history: what it keeps, what it refuses, and that nothing goes wrong unseen behind it. */
@ServiceTest
class LeadHistoryTest {
    private static final Instant MONDAY = Instant.parse("2020-06-01T12:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2020-06-02T12:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2020-06-03T12:00:00Z");

    @Inject
    LeadHistory history;

    @Inject
    EntityManager entityManager;

    @Inject
    DataSource database;

    private String organization;
    private String potential;
    private String qualified;
    private String customer;

    @BeforeEach
    void anOrganization() {
        organization = select("select create_organization('history')");
        potential = status("Potential");
        qualified = status("Qualified");
        customer = status("Customer");
    }

    @Test
    void aNewOrganizationHasTheStatusesOfCloseInOrder() {
        assertThat(statusesInOrder()).isEqualTo("Potential, Bad Fit, Qualified, Customer");
        assertThat(organization).matches("orga_[0-9A-Za-z]{43}");
    }

    @Test
    void aChangeMovesTheLead() {
        String lead = history.createLead(organization, potential, MONDAY, null, "{}");

        assertThat(history.changeStatus(organization, lead, qualified, TUESDAY, null))
                .isTrue();

        assertThat(statusOf(lead)).isEqualTo("Qualified");
        assertThat(eventsOf(lead)).isEqualTo("null>Potential, Potential>Qualified");
    }

    @Test
    void aLateArrivalDoesNotMoveTheLeadAndIsNotRewritten() {
        String lead = history.createLead(organization, potential, MONDAY, null, "{}");
        history.changeStatus(organization, lead, qualified, WEDNESDAY, null);

        history.changeStatus(organization, lead, customer, TUESDAY, null);

        assertThat(statusOf(lead)).isEqualTo("Qualified");
        assertThat(eventsOf(lead)).isEqualTo("null>Potential, Potential>Customer, Potential>Qualified");
        assertThat(history.verify(organization)).isEmpty();
    }

    @Test
    void aChangeToTheSameStatusIsNoEvent() {
        String lead = history.createLead(organization, potential, MONDAY, null, "{}");

        assertThat(history.changeStatus(organization, lead, potential, TUESDAY, null))
                .isFalse();
        assertThat(history.changeStatus(organization, lead, qualified, TUESDAY, qualified))
                .isFalse();

        assertThat(eventsOf(lead)).isEqualTo("null>Potential");
    }

    @Test
    void eventsAtTheSameInstantKeepTheirOrderOfArrival() {
        String lead = history.createLead(organization, potential, MONDAY, null, "{}");
        history.changeStatus(organization, lead, qualified, MONDAY, null);
        history.changeStatus(organization, lead, customer, MONDAY, null);

        assertThat(eventsOf(lead)).isEqualTo("null>Potential, Potential>Qualified, Qualified>Customer");
        assertThat(statusOf(lead)).isEqualTo("Customer");
    }

    @Test
    void anEventBeforeTheCreationIsRefused() {
        String lead = history.createLead(organization, potential, TUESDAY, null, "{}");

        assertThatThrownBy(() -> history.changeStatus(organization, lead, qualified, MONDAY, null))
                .hasStackTraceContaining("before the creation of lead " + lead);
    }

    @Test
    void theFutureIsRefused() {
        Instant tomorrow = Instant.now().plusSeconds(86_400);
        assertThatThrownBy(() -> history.createLead(organization, potential, tomorrow, null, "{}"))
                .hasStackTraceContaining("lies in the future");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead_unknown", "", "'; drop table lead; --"})
    void anUnknownLeadIsRefused(String lead) {
        assertThatThrownBy(() -> history.changeStatus(organization, lead, qualified, MONDAY, null))
                .hasStackTraceContaining("lead: lead " + lead + " does not exist in this organization");
    }

    @Test
    void anotherOrganizationsLeadsAndStatusesAreUnknown() {
        String lead = history.createLead(organization, potential, MONDAY, null, "{}");
        String other = select("select create_organization('other')");

        assertThatThrownBy(() -> history.deleteLead(other, lead)).hasStackTraceContaining("does not exist");
        assertThatThrownBy(() -> history.createLead(other, potential, MONDAY, null, "{}"))
                .hasStackTraceContaining("does not exist");
    }

    @Test
    void aMergeFillsTheDestinationAndRemovesTheSource() {
        String source = history.createLead(
                organization,
                potential,
                MONDAY,
                null,
                "{\"url\": \"a\", \"name\": \"S\", \"contacts\": [{\"name\": \"Ada\"}]}");
        String destination = history.createLead(
                organization, qualified, TUESDAY, null, "{\"name\": \"D\", \"contacts\": [{\"name\": \"Ben\"}]}");

        history.mergeLeads(organization, source, destination);

        assertThat(select("select document from lead where public_id = '" + destination + "'"))
                .isEqualTo(
                        "{\"url\": \"a\", \"name\": \"D\", \"contacts\": [{\"name\": \"Ben\"}, {\"name\": \"Ada\"}]}");
        assertThat(statusOf(destination)).isEqualTo("Qualified");
        assertThat(select("select count(*) from lead where public_id = '" + source + "'"))
                .isEqualTo("0");
        assertThatThrownBy(() -> history.mergeLeads(organization, destination, destination))
                .hasStackTraceContaining("into itself");
    }

    @Test
    void statusesAreRenamedMovedAndDeleted() {
        history.renameStatus(organization, qualified, "Hot");
        history.moveStatus(organization, customer, 0);
        history.moveStatus(organization, potential, 99);
        history.deleteStatus(organization, potential);

        assertThat(statusesInOrder()).isEqualTo("Customer, Bad Fit, Hot, Potential deleted");
    }

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

    @Test
    void aPlaceIsOneAmongTheStatusesThatAreNotDeleted() {
        history.deleteStatus(organization, potential);

        history.moveStatus(organization, customer, 1);

        assertThat(statusesInOrder()).isEqualTo("Bad Fit, Customer, Qualified, Potential deleted");
    }

    @Test
    void aChangeWithoutATimeIsOfTheMomentOfItsTurn() throws SQLException {
        String lead = history.createLead(organization, potential, MONDAY, null, "{}");
        try (Connection first = database.getConnection();
                Connection second = database.getConnection()) {
            first.setAutoCommit(false);
            first.createStatement().execute("select now()");

            change(second, lead, qualified);
            change(first, lead, customer);
            first.commit();
        }

        assertThat(statusOf(lead)).isEqualTo("Customer");
        assertThat(eventsOf(lead)).isEqualTo("null>Potential, Potential>Qualified, Qualified>Customer");
    }

    private void change(Connection connection, String lead, String status) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement("select change_lead_status(?, ?, ?)")) {
            change.setString(1, organization);
            change.setString(2, lead);
            change.setString(3, status);
            change.execute();
        }
    }

    private String status(String label) {
        return select("select public_id from lead_status where organization_id = organization_number('" + organization
                + "') and label = '" + label + "'");
    }

    private String statusesInOrder() {
        return select("""
                select string_agg(label || case when deleted_at is null then '' else ' deleted' end, ', '
                                  order by position)
                from lead_status where organization_id = organization_number('%s')
                """.formatted(organization));
    }

    private String statusOf(String lead) {
        return select("select label from lead join lead_status using (organization_id, status_number)"
                + " where lead.public_id = '" + lead + "'");
    }

    private String eventsOf(String lead) {
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

    private String select(String sql) {
        List<?> rows = QuarkusTransaction.requiringNew()
                .call(() -> entityManager.createNativeQuery(sql).getResultList());
        return String.valueOf(rows.get(0));
    }
}
