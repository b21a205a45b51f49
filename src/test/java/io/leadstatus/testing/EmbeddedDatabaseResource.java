package io.leadstatus.testing;

import java.sql.Connection;
import java.sql.SQLException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import io.leadstatus.demo.DemoData;

/** A real PostgreSQL with the demo organizations. */
public class EmbeddedDatabaseResource extends PreparedDatabase {

    @Override
    protected EmbeddedPostgres.Builder settings(EmbeddedPostgres.Builder server) {
        return SentStatements.canBeRecorded(server);
    }

    @Override
    protected void prepare(Connection connection) throws SQLException {
        DemoData.load(connection, System.out::println);
    }
}
