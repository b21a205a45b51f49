package io.leadstatus.demo;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jboss.logging.Logger;

/** The schema in {@code db/migration}. In production a pipeline migrates it; development and tests do it here. */
final class Schema {
    private static final Logger LOG = Logger.getLogger("demo");

    private Schema() {}

    /** Brings a database up to date. */
    static void migrate(DataSource database) {
        flyway(database).load().migrate();
    }

    /** The same, of a database that holds nothing but demo data: if another version of the schema made it, it is emptied. */
    static void migrateOrMakeAnew(DataSource database) {
        try {
            migrate(database);
        } catch (FlywayValidateException madeByAnotherVersion) {
            LOG.info("the demo database was made by another version; it is made anew");
            Flyway flyway = flyway(database).cleanDisabled(false).load();
            flyway.clean();
            flyway.migrate();
        }
    }

    private static FluentConfiguration flyway(DataSource database) {
        return Flyway.configure().dataSource(database).locations("classpath:db/migration");
    }
}
