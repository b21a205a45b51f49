package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The indexes of leads and events: to make them once is much cheaper than to keep them while millions of rows come.
 * Those of foreign keys stay. What is dropped is kept in the database, so that it comes back after an interruption too.
 */
final class SecondaryIndexes {
    private static final String OF_LOADED_TABLES = """
            select coalesce(
                       'alter table ' || table_id::regclass || ' add constraint ' || quote_ident(own.conname) || ' '
                           || pg_get_constraintdef(own.oid),
                       pg_get_indexdef(index_id)) as creation,
                   coalesce(
                       'alter table ' || table_id::regclass || ' drop constraint ' || quote_ident(own.conname),
                       'drop index ' || index_id::regclass) as removal
            from (
                select indexrelid as index_id, indrelid as table_id
                from pg_index
                where indrelid in ('lead'::regclass, 'lead_status_event'::regclass)
            ) index
            left join pg_constraint own on own.conindid = index_id and own.contype in ('p', 'u')
            where not exists (select from pg_constraint other where other.conindid = index_id and other.contype = 'f')
            order by index_id
            """;

    private SecondaryIndexes() {}

    static void drop(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        BoundStatement.of("create table if not exists benchmark.dropped_index ("
                        + "number integer generated always as identity, creation text)")
                .run(connection);
        for (String removal : BoundStatement.of("""
                        with existing as (%s), kept as (
                            insert into benchmark.dropped_index (creation) select creation from existing
                        )
                        select removal from existing
                        """.formatted(OF_LOADED_TABLES)).rows(connection)) {
            BoundStatement.of(removal).run(connection);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    static void restore(Connection connection) throws SQLException {
        if (BoundStatement.of("select to_regclass('benchmark.dropped_index')").value(connection) == null) {
            return;
        }
        connection.setAutoCommit(false);
        for (String creation : BoundStatement.of("select creation from benchmark.dropped_index order by number")
                .rows(connection)) {
            long started = System.nanoTime();
            BoundStatement.of(creation).run(connection);
            BoundStatement.of("delete from benchmark.dropped_index where creation = ?", creation)
                    .run(connection);
            connection.commit();
            System.out.printf("%.0f s: %s%n", (System.nanoTime() - started) / 1e9, creation);
        }
        connection.setAutoCommit(true);
    }
}
