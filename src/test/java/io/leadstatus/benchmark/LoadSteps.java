package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done of the loading of an organization, kept in the database with what was done, so that a load goes on. */
record LoadSteps(String organization) {

    /** Where benchmarks keep what is theirs. */
    static void createTables(Connection connection) throws SQLException {
        BoundStatement.of("create schema if not exists benchmark").run(connection);
        BoundStatement.of("create table if not exists benchmark.load_step ("
                        + "organization text, step text, primary key (organization, step))")
                .run(connection);
    }

    boolean isDone(Connection connection, String step) throws SQLException {
        return BoundStatement.of(
                                "select count(*) from benchmark.load_step where organization = ? and step = ?",
                                organization,
                                step)
                        .number(connection)
                == 1;
    }

    /** Notes it in the transaction that does it. */
    void done(Connection connection, String step) throws SQLException {
        BoundStatement.of("insert into benchmark.load_step (organization, step) values (?, ?)", organization, step)
                .run(connection);
    }
}
