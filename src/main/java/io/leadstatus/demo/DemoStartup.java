package io.leadstatus.demo;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/** Migrates the database and loads the demo when the service starts in development or for tests; says what to try. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class DemoStartup {
    private static final Logger LOG = Logger.getLogger("demo");

    void start(@Observes StartupEvent event, DataSource database) throws SQLException {
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
