package io.leadstatus.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.leadstatus.demo.EmbeddedDatabase;

/**
 * The schema distributes by organization. Citus itself is not there: its place is taken by an imitation that refuses what
 * Citus refuses (src/test/resources/citus), so this shows that nothing is forgotten and in which order, not that it runs.
 */
class DistributionTest {
    private static final Path PROFILE = Path.of("infra", "citus");

    /** Where Flyway keeps account of itself. */
    private static final Set<String> NOT_OURS = Set.of("flyway_schema_history", "pg_dist_partition");

    /** Changes on their way in, which no report reads: they stay where they are brought to, named by public ids. */
    private static final Set<String> ON_ONE_NODE = Set.of("lead_history_import");

    /** What they are found by is not the organization's number: that only becomes known from them. */
    private static final Set<String> ON_EVERY_NODE = Set.of("credential", "organization");

    private EmbeddedPostgres database;

    @BeforeEach
    void start() {
        database = EmbeddedDatabase.startForTests();
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
    }

    @Test
    void everyUniqueKeyContainsTheOrganizationButWhereOnlyItsPublicIdOrACredentialIsKnown() throws SQLException {
        assertThat(list("""
                        select indexrelid::regclass from pg_index join pg_class on pg_class.oid = indrelid
                        where indisunique and relnamespace = current_schema()::regnamespace
                          and relname <> 'flyway_schema_history'
                          and not exists (
                              select from pg_attribute
                              where attrelid = indrelid and attname = 'organization_id' and attnum = any (indkey))
                        """))
                .containsExactlyInAnyOrder("organization_public_id_key", "credential_pkey", "lead_history_import_pkey");
    }

    @Test
    void everyForeignKeyStaysWithinTheOrganization() throws SQLException {
        assertThat(list("""
                        select conrelid::regclass || ' ' || conname from pg_constraint
                        where contype = 'f' and connamespace = current_schema()::regnamespace
                          and not exists (
                              select from unnest(conkey, confkey) as pair (origin, target)
                              join pg_attribute origins on origins.attrelid = conrelid and origins.attnum = origin
                              join pg_attribute targets on targets.attrelid = confrelid and targets.attnum = target
                              where origins.attname = 'organization_id' and targets.attname = 'organization_id')
                        """)).isEmpty();
        assertThat(list("select conname from pg_constraint where contype = 'f'"))
                .hasSizeGreaterThan(5);
    }

    @Test
    void everyTableIsDistributedByOrganizationOrOnEveryNode() throws SQLException {
        installCitus();

        // As ./mvnw flyway:migrate -Pcitus does.
        Flyway.configure()
                .dataSource(database.getPostgresDatabase())
                .locations("classpath:db/migration", "filesystem:" + PROFILE)
                .load()
                .migrate();

        Set<String> byOrganization = list("select logicalrelid from pg_dist_partition where partmethod = 'h'");
        Set<String> onEveryNode = list("select logicalrelid from pg_dist_partition where partmethod = 'n'");
        assertThat(onEveryNode).isEqualTo(ON_EVERY_NODE);
        Set<String> tables = list("""
                select oid::regclass from pg_class
                where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace
                """);
        tables.removeAll(NOT_OURS);
        tables.removeAll(ON_EVERY_NODE);
        tables.removeAll(ON_ONE_NODE);
        assertThat(byOrganization).isEqualTo(tables);
    }

    @Test
    void aTableThatIsAddedLaterIsDistributedThenAndNoneTwice() throws Exception {
        installCitus();
        assertThat(distribute()).contains("distributed: organization", "distributed: lead_status_event");
        assertThat(distribute()).isEmpty();
        execute("""
                create table note (organization_id integer, lead_id bigint, note text,
                    primary key (organization_id, lead_id), foreign key (organization_id, lead_id) references lead)
                """);

        assertThat(distribute()).containsExactly("distributed: note");
    }

    @Test
    void withoutCitusNothingHappensAndThatIsSaid() throws Exception {
        assertThat(distribute())
                .containsExactly("Citus is not installed in this database: its tables stay where they are.");
    }

    private void installCitus() throws SQLException {
        Path imitation = Path.of("target", "test-classes", "citus").toAbsolutePath();
        execute("set extension_control_path = '" + imitation + ":$system'; create extension citus");
    }

    /** @return what it says */
    private List<String> distribute() throws Exception {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(PROFILE.resolve("afterMigrate__distribute.sql")));
            List<String> said = new ArrayList<>();
            for (SQLWarning notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
                said.add(notice.getMessage());
            }
            return said;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Set<String> list(String sql) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Set<String> list = new TreeSet<>();
            while (rows.next()) {
                list.add(rows.getString(1));
            }
            return list;
        }
    }
}
