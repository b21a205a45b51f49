package io.leadstatus.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.ServiceTest;

/** An unchanged report is not computed again; whatever may change it makes it a new one. */
@ServiceTest
class ReportVersionTest extends TaggedOrganization {
    /** The credential and the mark: no figure was counted. */
    private static final int ROWS_WITHOUT_COMPUTING = 2;

    @Test
    void anUnchangedReportIsNotComputedAgain() {
        String tag = tag(JUNE);

        Response unchanged = conditional(tag).get(path(JUNE));

        assertUnchanged(unchanged, tag);
        assertThat(rows(unchanged)).isEqualTo(ROWS_WITHOUT_COMPUTING);
        assertThat(list(unchanged, "Cache-Control")).containsExactlyInAnyOrder("private", "no-cache");
        assertThat(list(unchanged, "Vary")).containsExactlyInAnyOrder("Authorization", "X-TZ-Offset");
    }

    @Test
    void theSamePeriodInOtherWordsIsTheSameReport() {
        Response unchanged = conditional(tag(JUNE))
                .header("X-TZ-Offset", "2")
                .get(path("?date_start=2020-06-01T02:00:00.5&date_end=2020-06-11%2001:59:59"));

        assertThat(unchanged.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?date_end=2020-06-10", "?date_start=2020-06-01&date_end=2020-06-11", "?date_end=2021-01-01"
            })
    void anotherPeriodIsAnotherReport(String period) {
        assertThat(conditional(tag(JUNE)).get(path(period)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select change_lead_status('%1$s', 'lead_first', status('%1$s', 'Qualified'), '2020-06-06Z')",
                "select create_lead('%1$s', status('%1$s', 'Qualified'), '2020-05-31Z')",
                "select delete_lead('%1$s', 'lead_first')",
                "select merge_leads('%1$s', 'lead_first', create_lead('%1$s', status('%1$s', 'Customer'), '2020-06-02Z'))",
                "select rename_lead_status('%1$s', status('%1$s', 'Qualified'), 'Hot')",
                "select move_lead_status('%1$s', status('%1$s', 'Qualified'), 0)",
                "select delete_lead_status('%1$s', status('%1$s', 'Customer'))",
                "select create_lead_status('%1$s', 'New')",
                "update lead_status_event set occurred_at = '2020-06-20Z', sequence = sequence "
                        + "where organization_id = organization_number('%1$s')"
            })
    void whateverChangesTheReportMakesItANewOne(String change) throws SQLException {
        String tag = tag(JUNE);

        change(change);

        Response changed = conditional(tag).get(path(JUNE));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertUnchanged(conditional(changed.header("ETag")).get(path(JUNE)), changed.header("ETag"));
    }

    @Test
    void whatHappensAfterThePeriodDoesNotEvenHaveItComputed() throws SQLException {
        String tag = tag(JUNE);

        createLead("lead_later", "2020-06-11 00:00Z");

        Response unchanged = conditional(tag).get(path(JUNE));
        assertUnchanged(unchanged, tag);
        assertThat(rows(unchanged)).isEqualTo(ROWS_WITHOUT_COMPUTING);
    }

    @Test
    void whatComesToTheSameIsComputedAndUnchanged() throws SQLException {
        String tag = tag(JUNE);

        change("select rename_lead_status('%1$s', status('%1$s', 'Qualified'), 'Hot')");
        change("select rename_lead_status('%1$s', status('%1$s', 'Hot'), 'Qualified')");

        Response unchanged = conditional(tag).get(path(JUNE));
        assertUnchanged(unchanged, tag);
        assertThat(rows(unchanged)).isGreaterThan(ROWS_WITHOUT_COMPUTING);
    }

    @Test
    void aTransactionThatCommitsLateMakesItANewOne() throws SQLException {
        try (Connection late = database.getConnection();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute(lead("lead_late", "2020-06-07 12:00Z"));
            createLead("lead_early", "2020-06-08 12:00Z");
            String tag = tag(JUNE);
            assertUnchanged(conditional(tag).get(path(JUNE)), tag);

            late.commit();

            assertThat(conditional(tag).get(path(JUNE)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTransactionThatIsRolledBackChangesNothing() throws SQLException {
        String tag = tag(JUNE);
        try (Connection undone = database.getConnection();
                Statement statement = undone.createStatement()) {
            undone.setAutoCommit(false);
            statement.execute(lead("lead_undone", "2020-06-07 12:00Z"));
            undone.rollback();
        }
        Response unchanged = conditional(tag).get(path(JUNE));
        assertUnchanged(unchanged, tag);
        assertThat(rows(unchanged)).isEqualTo(ROWS_WITHOUT_COMPUTING);
    }

    @Test
    void postingTheJournalChangesNothing() throws SQLException {
        createLead("lead_second", "2020-06-05 13:00Z");
        createLead("lead_third", "2020-06-07 13:00Z");
        String tag = tag(JUNE);

        change("select post_lead_history(organization_number('%1$s'))");

        assertThat(select("select count(*) from lead_history_journal where organization_id = organization_number('"
                        + organization + "')"))
                .isEqualTo("0");
        Response unchanged = conditional(tag).get(path(JUNE));
        assertUnchanged(unchanged, tag);
        assertThat(rows(unchanged)).isEqualTo(ROWS_WITHOUT_COMPUTING);
    }

    @Test
    void whatRebuildingRepairsIsANewReport() throws SQLException {
        String forAll = " where organization_id = organization_number('%1$s')";
        change("call rebuild_lead_history('%1$s')");
        change("delete from lead_status_ledger" + forAll);
        String wrong = tag("?date_end=2020-06-06");

        change("call rebuild_lead_history('%1$s')");

        assertThat(conditional(wrong).get(path("?date_end=2020-06-06")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOpenEndIsTheMomentOfTheAnswer() throws InterruptedException {
        String tag = tag("?date_start=2020-06-01");

        Thread.sleep(1_100);

        Response later = conditional(tag).get(path("?date_start=2020-06-01"));
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(later.header("ETag")).isNotEqualTo(tag);
    }
}
