package io.leadstatus.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import io.leadstatus.testing.PreparedDatabase;
import io.leadstatus.testing.ProductionProfile;

/** The same on partitioned events: neither the service nor the functions that write know the difference. */
@QuarkusTest
@TestProfile(PartitionedEventsTest.OnPartitionedEvents.class)
class PartitionedEventsTest extends ReportOracleTest {
    private static final Path PARTITION = Path.of("infra", "partitioning", "partition_events.sql");
    private static final Path SERVICE_ROLE = Path.of("infra", "migration", "R__service_role.sql");
    private static final String A_HISTORY = """
            select create_organization('before', 'orga_before');
            create temporary table made as
            select create_lead('orga_before', public_id, '2024-01-01Z', 'lead_' || number) as lead, public_id
            from lead_status, generate_series(1, 20) as number
            where label = 'Potential';
            select change_lead_status('orga_before', lead, (select public_id from lead_status where label = 'Customer'))
            from made
            """;

    @Inject
    EntityManager database;

    @Override
    int histories() {
        return 50;
    }

    @Test
    void whatWasThereBeforeIsThereAndIsRight() {
        assertThat(one("select count(*) from pg_partition_tree('lead_status_event') where isleaf"))
                .isEqualTo(16L);
        assertThat(
                        one(
                                "select count(*) from lead_status_event where organization_id = organization_number('orga_before')"))
                .isEqualTo(40L);
        assertThat(one("select count(*) from verify_lead_history('orga_before')"))
                .isEqualTo(0L);
    }

    @Test
    void whoWasAllowedToReadEventsStillIs() {
        assertThat(one("select has_table_privilege('leadstatus_service', 'lead_status_event', 'select')"))
                .isEqualTo(true);
        assertThat(one("select has_table_privilege('leadstatus_service', 'lead_status_event', 'insert')"))
                .isEqualTo(false);
    }

    private Object one(String sql) {
        return database.createNativeQuery(sql).getSingleResult();
    }

    public static class OnPartitionedEvents extends ProductionProfile {
        public OnPartitionedEvents() {
            super(PartitionedDatabase.class);
        }
    }

    /** A database whose events were partitioned when there were some. */
    public static class PartitionedDatabase extends PreparedDatabase {

        @Override
        protected void prepare(Connection connection) throws Exception {
            try (Statement statement = connection.createStatement()) {
                statement.execute(A_HISTORY);
                statement.execute(Files.readString(SERVICE_ROLE));
                statement.execute(Files.readString(PARTITION));
            }
        }
    }
}
