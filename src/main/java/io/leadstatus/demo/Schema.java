package io.leadstatus.demo;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

/** The schema in {@code db/migration}. In production a pipeline migrates it; development and tests do it here. */
final class Schema {

    private Schema() {}

    /** Brings a database up to date. */
    static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
