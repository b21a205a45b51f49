package io.leadstatus.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import io.leadstatus.demo.EmbeddedDatabase;

/** A real, empty PostgreSQL for the service under test. */
public class EmbeddedDatabaseResource implements QuarkusTestResourceLifecycleManager {
    private EmbeddedPostgres database;

    @Override
    public Map<String, String> start() {
        database = EmbeddedDatabase.startForTests();
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
