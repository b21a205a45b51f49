package io.leadstatus.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import io.leadstatus.demo.EmbeddedDatabase;

/** A real PostgreSQL with the schema, prepared before the service under test starts, in this process or another. */
public abstract class PreparedDatabase implements QuarkusTestResourceLifecycleManager {
    private EmbeddedPostgres database;

    protected abstract void prepare(Connection connection) throws Exception;

    /** What the server is started with. */
    protected EmbeddedPostgres.Builder settings(EmbeddedPostgres.Builder server) {
        return server;
    }

    /** The configuration with which the service uses it. */
    protected Map<String, String> configuration(EmbeddedPostgres prepared) {
        return EmbeddedDatabase.connectionOf(prepared);
    }

    @Override
    public final Map<String, String> start() {
        database = EmbeddedDatabase.startForTests(this::settings);
        try (Connection connection = database.getPostgresDatabase().getConnection()) {
            prepare(connection);
        } catch (Exception e) {
            throw new IllegalStateException("the database could not be prepared", e);
        }
        return new HashMap<>(configuration(database));
    }

    @Override
    public final void stop() {
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
