package io.leadstatus.smartview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** The door for writing smart views, and that what comes in through it is answered. */
@ServiceTest
class SmartViewFunctionsTest {
    @Inject
    DataSource database;

    @Test
    void aSmartViewIsCreatedRenamedChangedAndDeleted() throws SQLException {
        String organization = select("select create_organization('views')");
        String key = select("select create_api_key(?, 'test')", organization);
        String view = select("select create_smart_view(?, 'Wön \"\\ 100%', 'status:potential')", organization);

        assertThat(view).matches("save_[0-9A-Za-z]{43}");
        assertThat(view(view, key).get("name").asText()).isEqualTo("Wön \"\\ 100%");

        select("select rename_smart_view(?, ?, 'Mine')", organization, view);
        select("select change_smart_view(?, ?, 'name:x')", organization, view);
        assertThat(view(view, key).get("name").asText()).isEqualTo("Mine");
        assertThat(view(view, key).get("query").asText()).isEqualTo("name:x");
        assertThat(view(view, key).get("date_updated").asText())
                .isGreaterThan(view(view, key).get("date_created").asText());

        select("select delete_smart_view(?, ?)", organization, view);
        assertThat(Service.get("/api/v1/saved_search/", key, null)
                        .get("total_results")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select rename_smart_view(?, ?, 'x')",
                "select change_smart_view(?, ?, 'x')",
                "select delete_smart_view(?, ?)"
            })
    void anotherOrganizationsIsUnknown(String function) throws SQLException {
        String organization = select("select create_organization('views')");

        assertThatThrownBy(() -> select(function, organization, "save_demo_web"))
                .hasMessageContaining("smart_view: save_demo_web does not exist in this organization");
        assertThat(view("save_demo_web", "api_demo").get("name").asText()).isEqualTo("Came by the web");
    }

    @Test
    void anIdIsAnOrganizationsOwn() throws SQLException {
        String organization = select("select create_organization('views')");
        String key = select("select create_api_key(?, 'test')", organization);
        select("select create_smart_view(?, 'Ours', 'name:ours', 'save_demo_web')", organization);

        assertThat(view("save_demo_web", key).get("name").asText()).isEqualTo("Ours");
        assertThat(view("save_demo_web", "api_demo").get("name").asText()).isEqualTo("Came by the web");
    }

    private static JsonNode view(String id, String key) {
        return Service.get("/api/v1/saved_search/" + id + "/", key, null);
    }

    private String select(String sql, String... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
