package io.leadstatus.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the migration leaves behind, on a real PostgreSQL: the service's role reads, and does nothing else. */
class ServiceRoleTest {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void migrate() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            // On Amazon RDS this role is there.
            connection.createStatement().execute("create role rds_iam");
        }
        Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .locations("filesystem:../src/main/resources/db/migration", "filesystem:migration")
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void itMayReadTheseTablesAndNothingElse() throws SQLException {
        assertThat(query("postgres", """
                        select table_name || ' ' || privilege_type
                        from information_schema.table_privileges
                        where grantee = 'leadstatus_service'
                        """))
                .containsExactlyInAnyOrder(
                        "credential SELECT",
                        "lead SELECT",
                        "lead_history_journal SELECT",
                        "lead_history_mark SELECT",
                        "lead_move_ledger SELECT",
                        "lead_status SELECT",
                        "lead_status_event SELECT",
                        "lead_status_ledger SELECT",
                        "organization SELECT",
                        "smart_view SELECT");
    }

    @Test
    void itIsNobodySpecial() throws SQLException {
        assertThat(query("postgres", """
                        select concat_ws(' ', rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls)
                        from pg_roles where rolname = 'leadstatus_service'
                        """)).containsExactly("f f f f f");
        assertThat(query("postgres", """
                        select rolname from pg_roles
                        where rolname <> 'leadstatus_service' and pg_has_role('leadstatus_service', oid, 'member')
                        """)).containsExactly("rds_iam");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into organization (public_id, name) values ('orga_x', 'X')",
                "select create_organization('X')",
                "delete from lead",
                "update credential set revoked_at = null",
                "create table note (text text)",
                "select * from flyway_schema_history"
            })
    void itCannotWriteEvenIfItAsksTo(String sql) {
        assertThatThrownBy(() -> query("leadstatus_service", "set transaction_read_only = off; " + sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void itReads() throws SQLException {
        assertThat(query("leadstatus_service", "select count(*) from lead join organization using (organization_id)"))
                .containsExactly("0");
    }

    private static List<String> query(String user, String sql) throws SQLException {
        try (Connection connection = server.getDatabase(user, "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            List<String> rows = new ArrayList<>();
            boolean hasRows = statement.execute(sql);
            while (!hasRows && statement.getUpdateCount() >= 0) {
                hasRows = statement.getMoreResults();
            }
            ResultSet result = statement.getResultSet();
            while (hasRows && result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}
