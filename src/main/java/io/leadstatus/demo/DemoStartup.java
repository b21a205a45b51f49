package io.leadstatus.demo;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/** Migrates the database and loads the demo when the service starts in development or for tests; says what to try. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class DemoStartup {
    private static final Logger LOG = Logger.getLogger("demo");

    /** Not the service's own: migrations take two connections, and loading takes longer than a request may. */
    private final PGSimpleDataSource database = new PGSimpleDataSource();

    DemoStartup(
            @ConfigProperty(name = EmbeddedDatabase.URL) String url,
            @ConfigProperty(name = EmbeddedDatabase.USERNAME) String username,
            @ConfigProperty(name = EmbeddedDatabase.PASSWORD) String password) {
        database.setUrl(url);
        database.setUser(username);
        database.setPassword(password);
    }

    void start(@Observes StartupEvent event) throws SQLException {
        Schema.migrate(database);
        try (Connection connection = database.getConnection()) {
            DemoData.load(connection, LOG::info);
        }
        LOG.info("""
                try it:

                  curl -u api_demo: 'http://localhost:8080/api/v1/report/statuses/lead/orga_demo/\
                ?date_start=2014-01-01&date_end=2014-05-31&timezone=America/Los_Angeles'
                """);
    }
}
