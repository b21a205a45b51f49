package io.leadstatus.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private EmbeddedPostgres database;

    @BeforeEach
    void start() throws SQLException {
        database = EmbeddedDatabase.startForTests();
        execute("select create_organization('Acme')");
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
    }

    @Test
    void aDemoDatabaseOfThisVersionKeepsItsData() throws SQLException {
        Schema.migrateOrMakeAnew(database.getPostgresDatabase());

        assertThat(organizations()).isEqualTo(1);
    }

    @Test
    void aDemoDatabaseOfAnotherVersionIsMadeAnew() throws SQLException {
        beOfAnotherVersion();

        Schema.migrateOrMakeAnew(database.getPostgresDatabase());

        assertThat(organizations()).isZero();
    }

    @Test
    void anotherDatabaseOfAnotherVersionIsLeftAlone() throws SQLException {
        beOfAnotherVersion();

        assertThatThrownBy(() -> Schema.migrate(database.getPostgresDatabase()))
                .isInstanceOf(FlywayValidateException.class);

        assertThat(organizations()).isEqualTo(1);
    }

    private void beOfAnotherVersion() throws SQLException {
        execute("update flyway_schema_history set checksum = checksum + 1 where version = '1'");
    }

    private int organizations() throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from organization")) {
            count.next();
            return count.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
