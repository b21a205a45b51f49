package io.leadstatus.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.ServiceTest;

/** Single changes are always entered in the journal, and whoever wrote them, it can be posted. */
@ServiceTest
class LeadHistoryPostingTest extends ImportedOrganization {
    private static final String CREATE = "select create_lead(?, status(?, ?), lead => ?)";

    @BeforeEach
    void leads() throws SQLException {
        rows(CREATE, imported, imported, "Potential", "lead_1");
        rows(CREATE, imported, imported, "Potential", "lead_2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select create_lead('%s', '%s')",
                "select change_lead_status('%s', 'lead_1', '%s')",
                "select delete_lead('%s', 'lead_1')",
                "select merge_leads('%s', source => 'lead_1', destination => 'lead_2')",
                "call import_lead_history('%s')"
            })
    void noSingleChangeIsWrittenWhereNoneIsEntered(String change) throws SQLException {
        addWaiting(List.of(new Change("lead_3", START, null, "Potential", true)));
        String qualified = rows("select status(?, ?)", imported, "Qualified").get(0);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            rows(connection, "select set_config('leadstatus.posting', 'off', true)");

            assertThatThrownBy(() -> rows(connection, change.formatted(imported, qualified)))
                    .hasMessageContaining("leadstatus.posting: is off")
                    .hasMessageContaining("reset leadstatus.posting");

            connection.rollback();
        }
    }

    @Test
    void whatWritersAtRepeatableReadLeftIsPostedByHand() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            rows(connection, CREATE, imported, imported, "Potential", "lead_3");
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        assertThat(journal()).isNotEmpty();

        rows("select post_lead_history(?)", imported);

        assertThat(journal()).isEmpty();
        assertThat(differences()).isEmpty();
    }

    private List<String> journal() throws SQLException {
        return rows("select mark from lead_history_journal where organization_id = organization_number(?)", imported);
    }
}
