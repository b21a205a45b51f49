package io.leadstatus.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import io.leadstatus.demo.DemoData;
import io.leadstatus.demo.EmbeddedDatabase;

/** A real PostgreSQL with the demo organizations, for the service under test, in this process or another. */
public class EmbeddedDatabaseResource implements QuarkusTestResourceLifecycleManager {
    private EmbeddedPostgres database;

    @Override
    public Map<String, String> start() {
        database = EmbeddedDatabase.startForTests(SentStatements::canBeRecorded);
        try (Connection connection = database.getPostgresDatabase().getConnection()) {
            DemoData.load(connection, System.out::println);
        } catch (SQLException e) {
            throw new IllegalStateException("the demo data could not be loaded", e);
        }
        return new HashMap<>(EmbeddedDatabase.connectionOf(database));
    }

    @Override
    public void stop() {
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
