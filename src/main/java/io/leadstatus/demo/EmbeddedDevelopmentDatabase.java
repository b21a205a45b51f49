package io.leadstatus.demo;

import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import io.leadstatus.DevelopmentDatabase;

/** The embedded PostgreSQL as the database of development: its data outlives the process and a reload. */
public class EmbeddedDevelopmentDatabase implements DevelopmentDatabase {
    private static final Path DATA = Path.of("target", "postgresql").toAbsolutePath();

    @Override
    public void startIfWanted() {
        boolean configured = System.getProperty(EmbeddedDatabase.URL) != null
                || System.getenv("QUARKUS_DATASOURCE_JDBC_URL") != null;
        if (!configured && isAtHand()) {
            EmbeddedPostgres database = EmbeddedDatabase.start(
                    EmbeddedPostgres.builder().setDataDirectory(DATA).setCleanDataDirectory(false));
            Schema.migrateOrMakeAnew(database.getPostgresDatabase());
            EmbeddedDatabase.connectionOf(database).forEach(System::setProperty);
        }
    }

    private static boolean isAtHand() {
        try {
            Class.forName("io.zonky.test.db.postgres.embedded.EmbeddedPostgres");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
