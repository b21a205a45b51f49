package io.leadstatus.lead;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;

/**
 * An organization, for each test a new one, and changes that wait for their import into it, in an order that
 * {@code -Dseed=…} draws again.
 */
abstract class ImportedOrganization {
    static final Instant START = Instant.parse("2019-12-31T23:59:58Z");

    private static final String EVENTS = """
            select lead.public_id, occurred_at, origin.label, target.label
            from organization
            join lead using (organization_id)
            join lead_status_event event using (organization_id, lead_id)
            join lead_status target
                on (target.organization_id, target.status_number) = (event.organization_id, to_status)
            left join lead_status origin
                on (origin.organization_id, origin.status_number) = (event.organization_id, from_status)
            where organization.public_id = ?
            order by lead.public_id, occurred_at, sequence
            """;

    /** @param oldLabel null: whatever it was */
    record Change(String lead, Instant at, String oldLabel, String newLabel, boolean isCreation) {}

    @Inject
    DataSource database;

    final long seed = Long.getLong("seed", System.nanoTime());
    final Random random = new Random(seed);
    String imported;

    @BeforeEach
    void anOrganization() throws SQLException {
        imported = rows("select create_organization('imported')").get(0);
    }

    List<String> events(String organization) throws SQLException {
        return rows(EVENTS, organization);
    }

    List<String> differences() throws SQLException {
        return rows("select * from verify_lead_history(?)", imported);
    }

    /** In random order, and numbered as they happened. */
    void addWaiting(List<Change> changes) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, random);
        for (int number : numbers) {
            Change change = changes.get(number);
            rows(
                    "insert into lead_history_import (organization, lead, number, occurred_at, old_status, new_status)"
                            + " values (?, ?, cast(? as bigint), cast(? as timestamptz), status(?, ?),"
                            + " coalesce(status(?, ?), ?)) returning 1",
                    imported,
                    change.lead(),
                    String.valueOf(number),
                    change.at().toString(),
                    imported,
                    change.oldLabel(),
                    imported,
                    change.newLabel(),
                    change.newLabel());
        }
    }

    /** @return how many changes were refused */
    long importWaiting(int leadsPerCommit) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return importWaiting(connection, leadsPerCommit);
        }
    }

    long importWaiting(Connection connection, int leadsPerCommit) throws SQLException {
        try (CallableStatement call = connection.prepareCall("call import_lead_history(?, ?, ?)")) {
            call.setString(1, imported);
            call.setInt(2, leadsPerCommit);
            call.setLong(3, 0);
            call.registerOutParameter(3, Types.BIGINT);
            call.execute();
            return call.getLong(3);
        }
    }

    List<String> rows(String sql, String... parameters) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return rows(connection, sql, parameters);
        }
    }

    /** The columns of each row, joined by commas. Knows {@code status(organization, label)}, the id of a status. */
    static List<String> rows(Connection connection, String sql, String... parameters) throws SQLException {
        String statement = sql.replace("status(?, ?)", """
                (select lead_status.public_id
                 from organization join lead_status using (organization_id)
                 where organization.public_id = ? and label = ?)""");
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setString(i + 1, parameters[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet found = prepared.executeQuery()) {
                while (found.next()) {
                    List<String> columns = new ArrayList<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        columns.add(found.getString(i));
                    }
                    rows.add(String.join(", ", columns));
                }
            }
            return rows;
        }
    }
}
