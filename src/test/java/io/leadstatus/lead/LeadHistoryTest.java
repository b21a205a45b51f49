package io.leadstatus.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.ServiceTest;

/** The door for writing history: what it keeps, and what it refuses. */
@ServiceTest
class LeadHistoryTest extends RecordedOrganization {
    @Inject
    DataSource database;

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
}
