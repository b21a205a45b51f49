package io.leadstatus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.leadstatus.report.StatusFigures.Move;

/** The templates of the contract, with and without bounds. */
class ReportQueriesTest {
    private static final Instant START = Instant.parse("2014-01-01T08:00:00Z");
    private static final Instant END = Instant.parse("2014-06-01T06:59:59Z");
    private static final ReportedStatus POTENTIAL = new ReportedStatus(1, "stat_a", "Potential", false);
    private static final ReportedStatus QUALIFIED = new ReportedStatus(2, "stat_b", "Qualified", false);

    @Test
    void aPeriodNamesBothBounds() {
        ReportQueries queries = queries(new Period(START, END), POTENTIAL, QUALIFIED);

        assertThat(queries.started(POTENTIAL).text())
                .isEqualTo("lead_status(status:\"Potential\" on:\"2014-01-01 08:00:00\")");
        assertThat(queries.gained(POTENTIAL).text())
                .isEqualTo("not lead_status(status:\"Potential\" on:\"2014-01-01 08:00:00\")"
                        + " and lead_status(status:\"Potential\" on:\"2014-06-01 06:59:59\")");
        assertThat(queries.transition(new Move(POTENTIAL, QUALIFIED)).text())
                .isEqualTo("lead_status_change(old_status:\"Potential\" new_status:\"Qualified\""
                        + " and date >= \"2014-01-01 08:00:00\" and date <= \"2014-06-01 06:59:59\")");
    }

    @Test
    void onlyAnEndLeavesOutTheStart() {
        ReportQueries queries = queries(new Period(null, END), POTENTIAL, QUALIFIED);

        assertThat(queries.ended(POTENTIAL).text())
                .isEqualTo("lead_status(status:\"Potential\" on:\"2014-06-01 06:59:59\")");
        assertThat(queries.entered(POTENTIAL).text())
                .isEqualTo("(original_lead_status:\"Potential\" and created <= \"2014-06-01 06:59:59\")"
                        + " or lead_status_change(new_status:\"Potential\" and date <= \"2014-06-01 06:59:59\")");
        assertThat(queries.summary(new Move(null, POTENTIAL)).text())
                .isEqualTo("lead_status(status:\"Potential\" on:\"2014-06-01 06:59:59\")");
    }

    @Test
    void anOverallReportNamesNoBound() {
        ReportQueries queries = queries(new Period(null, null), POTENTIAL, QUALIFIED);

        assertThat(queries.ended(POTENTIAL).text()).isEqualTo("lead_status:\"Potential\"");
        assertThat(queries.entered(POTENTIAL).text())
                .isEqualTo("original_lead_status:\"Potential\" or lead_status_change(new_status:\"Potential\")");
        assertThat(queries.left(POTENTIAL).text()).isEqualTo("lead_status_change(old_status:\"Potential\")");
        assertThat(queries.transition(new Move(null, POTENTIAL)).text())
                .isEqualTo("original_lead_status:\"Potential\"");
        assertThat(queries.transition(new Move(POTENTIAL, QUALIFIED)).text())
                .isEqualTo("lead_status_change(old_status:\"Potential\" new_status:\"Qualified\")");
        assertThat(queries.summary(new Move(null, QUALIFIED)).text()).isEqualTo("lead_status:\"Qualified\"");
    }

    @Test
    void quotesAndBackslashesInLabelsAreEscaped() {
        ReportedStatus status = new ReportedStatus(1, "stat_a", "the \"best\" \\ café / 100%", false);
        ReportQueries queries = queries(new Period(null, null), status);

        assertThat(queries.ended(status).text()).isEqualTo("lead_status:\"the \\\"best\\\" \\\\ café / 100%\"");
        assertThat(queries.ended(status).leadsPageUrl())
                .isEqualTo("/search/lead_status%3A%22the%20%5C%22best%5C%22%20%5C%5C%20caf%C3%A9%20%2F%20100%25%22/");
    }

    @Test
    void aLabelThatWouldFindAnotherStatusTooGivesWayToTheId() {
        ReportedStatus live = new ReportedStatus(1, "stat_a", "Bad Fit", false);
        ReportedStatus sameLabel = new ReportedStatus(2, "stat_b", "bad fit", true);
        ReportedStatus slug = new ReportedStatus(3, "stat_c", "bad_fit", false);
        ReportQueries queries = queries(new Period(START, END), live, sameLabel, slug, POTENTIAL);

        assertThat(queries.started(live).text())
                .isEqualTo("lead_status(status_id:\"stat_a\" on:\"2014-01-01 08:00:00\")");
        assertThat(queries.entered(slug).text())
                .startsWith("(original_lead_status_id:\"stat_c\" and created")
                .contains("lead_status_change(new_status_id:\"stat_c\" and date");
        assertThat(queries.transition(new Move(POTENTIAL, sameLabel)).text())
                .startsWith("lead_status_change(old_status:\"Potential\" new_status_id:\"stat_b\" and date");
        assertThat(queries(new Period(null, null), live, sameLabel).ended(live).text())
                .isEqualTo("status_id:\"stat_a\"");
    }

    private static ReportQueries queries(Period period, ReportedStatus... statuses) {
        return new ReportQueries(period, List.of(statuses), null);
    }
}
