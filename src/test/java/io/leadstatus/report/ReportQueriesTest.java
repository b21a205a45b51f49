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

        assertThat(LeadQuery.text(queries.started(POTENTIAL)))
                .isEqualTo("lead_status(status:\"Potential\" on:\"2014-01-01 08:00:00\")");
        assertThat(LeadQuery.text(queries.gained(POTENTIAL)))
                .isEqualTo("not lead_status(status:\"Potential\" on:\"2014-01-01 08:00:00\")"
                        + " and lead_status(status:\"Potential\" on:\"2014-06-01 06:59:59\")");
        assertThat(LeadQuery.text(queries.transition(new Move(POTENTIAL, QUALIFIED))))
                .isEqualTo("lead_status_change(old_status:\"Potential\" new_status:\"Qualified\""
                        + " and date >= \"2014-01-01 08:00:00\" and date <= \"2014-06-01 06:59:59\")");
    }

    @Test
    void onlyAnEndLeavesOutTheStart() {
        ReportQueries queries = queries(new Period(null, END), POTENTIAL, QUALIFIED);

        assertThat(LeadQuery.text(queries.ended(POTENTIAL)))
                .isEqualTo("lead_status(status:\"Potential\" on:\"2014-06-01 06:59:59\")");
        assertThat(LeadQuery.text(queries.entered(POTENTIAL)))
                .isEqualTo("(original_lead_status:\"Potential\" and created <= \"2014-06-01 06:59:59\")"
                        + " or lead_status_change(new_status:\"Potential\" and date <= \"2014-06-01 06:59:59\")");
        assertThat(LeadQuery.text(queries.summary(new Move(null, POTENTIAL))))
                .isEqualTo("lead_status(status:\"Potential\" on:\"2014-06-01 06:59:59\")");
    }

    @Test
    void anOverallReportNamesNoBound() {
        ReportQueries queries = queries(new Period(null, null), POTENTIAL, QUALIFIED);

        assertThat(LeadQuery.text(queries.ended(POTENTIAL))).isEqualTo("lead_status:\"Potential\"");
        assertThat(LeadQuery.text(queries.entered(POTENTIAL)))
                .isEqualTo("original_lead_status:\"Potential\" or lead_status_change(new_status:\"Potential\")");
        assertThat(LeadQuery.text(queries.left(POTENTIAL))).isEqualTo("lead_status_change(old_status:\"Potential\")");
        assertThat(LeadQuery.text(queries.transition(new Move(null, POTENTIAL))))
                .isEqualTo("original_lead_status:\"Potential\"");
        assertThat(LeadQuery.text(queries.transition(new Move(POTENTIAL, QUALIFIED))))
                .isEqualTo("lead_status_change(old_status:\"Potential\" new_status:\"Qualified\")");
        assertThat(LeadQuery.text(queries.summary(new Move(null, QUALIFIED)))).isEqualTo("lead_status:\"Qualified\"");
    }

    @Test
    void quotesAndBackslashesInLabelsAreEscaped() {
        ReportedStatus status = new ReportedStatus(1, "stat_a", "the \"best\" \\ café / 100%", false);
        ReportQueries queries = queries(new Period(null, null), status);

        assertThat(LeadQuery.text(queries.ended(status)))
                .isEqualTo("lead_status:\"the \\\"best\\\" \\\\ café / 100%\"");
        assertThat(LeadQuery.leadsPageUrl(queries.ended(status)))
                .isEqualTo("/search/lead_status%3A%22the%20%5C%22best%5C%22%20%5C%5C%20caf%C3%A9%20%2F%20100%25%22/");
    }

    @Test
    void aLabelThatWouldFindAnotherStatusTooGivesWayToTheId() {
        ReportedStatus live = new ReportedStatus(1, "stat_a", "Bad Fit", false);
        ReportedStatus sameLabel = new ReportedStatus(2, "stat_b", "bad fit", true);
        ReportedStatus slug = new ReportedStatus(3, "stat_c", "bad_fit", false);
        ReportQueries queries = queries(new Period(START, END), live, sameLabel, slug, POTENTIAL);

        assertThat(LeadQuery.text(queries.started(live)))
                .isEqualTo("lead_status(status_id:\"stat_a\" on:\"2014-01-01 08:00:00\")");
        assertThat(LeadQuery.text(queries.entered(slug)))
                .startsWith("(original_lead_status_id:\"stat_c\" and created")
                .contains("lead_status_change(new_status_id:\"stat_c\" and date");
        assertThat(LeadQuery.text(queries.transition(new Move(POTENTIAL, sameLabel))))
                .startsWith("lead_status_change(old_status:\"Potential\" new_status_id:\"stat_b\" and date");
        assertThat(LeadQuery.text(
                        queries(new Period(null, null), live, sameLabel).ended(live)))
                .isEqualTo("status_id:\"stat_a\"");
    }

    private static ReportQueries queries(Period period, ReportedStatus... statuses) {
        return new ReportQueries(period, List.of(statuses));
    }
}
