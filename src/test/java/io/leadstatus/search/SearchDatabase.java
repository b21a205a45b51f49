package io.leadstatus.search;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import io.leadstatus.demo.EmbeddedDatabase;

/** A PostgreSQL with the service's schema, and the searches of its leads. */
final class SearchDatabase implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EmbeddedPostgres server;
    private final Connection connection;

    SearchDatabase() {
        server = EmbeddedDatabase.startForTests();
        try {
            connection = server.getPostgresDatabase().getConnection();
            connection.createStatement().execute("set statement_timeout = '20s'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** That of a service, which goes on after this is closed. */
    SearchDatabase(Connection connection) {
        this.server = null;
        this.connection = connection;
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        if (server != null) {
            server.close();
        }
    }

    /** Its number. */
    int organization(String id) {
        return Integer.parseInt(
                one("insert into organization (public_id, name) values (?, 'Test') returning organization_id", id));
    }

    void status(String organization, String id, String label) {
        one("select create_lead_status(?, ?, null, ?)", organization, label, id);
    }

    void lead(String organization, String id, String status, Instant at, Map<String, Object> document) {
        try {
            one(
                    "select create_lead(?, ?, ?, ?, cast(? as jsonb))",
                    organization,
                    status,
                    Timestamp.from(at),
                    id,
                    JSON.writeValueAsString(document));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void move(String organization, String lead, String status, Instant at, String from) {
        one("select change_lead_status(?, ?, ?, ?, ?)", organization, lead, status, Timestamp.from(at), from);
    }

    void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String one(String sql, Object... parameters) {
        return list(sql, parameters).get(0);
    }

    List<String> list(String sql, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> found = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The ids of the leads of an organization that fulfil a predicate, as the service asks for them. */
    Set<String> find(int organization, SqlPredicate predicate) {
        List<Object> parameters = new ArrayList<>(List.of(organization));
        parameters.addAll(predicate.parameters());
        return new TreeSet<>(list(
                "select lead.public_id from lead where lead.organization_id = ? and (" + predicate.sql() + ")",
                parameters.toArray()));
    }

    /** The ids of the leads that an expression finds, in the organization of its context. */
    Set<String> find(Expression expression, SearchContext context) {
        return find(
                context.organization(),
                SearchTranslator.translate(expression, context, node -> 0).filter());
    }

    List<SearchStatus> statuses(int organization) {
        List<SearchStatus> statuses = new ArrayList<>();
        for (String number : list("select status_number from lead_status where organization_id = ?", organization)) {
            String where = " from lead_status where organization_id = ? and status_number = " + number;
            statuses.add(new SearchStatus(
                    Integer.parseInt(number),
                    one("select public_id" + where, organization),
                    one("select label" + where, organization),
                    one("select deleted_at is not null" + where, organization).equals("t")));
        }
        return statuses;
    }

    /** A search without smart views, at the moment that the random leads know. */
    SearchContext context(int organization) {
        return new SearchContext(
                organization, () -> ZoneOffset.UTC, RandomLeads.NOW, statuses(organization), name -> Optional.empty());
    }

    List<SearchedLead> leads(int organization) {
        List<SearchedLead> leads = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select lead_id, public_id, status_number, created_at, updated_at, document from lead"
                        + " where organization_id = ?")) {
            statement.setInt(1, organization);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                leads.add(new SearchedLead(
                        rows.getString(2),
                        rows.getInt(3),
                        rows.getTimestamp(4).toInstant(),
                        rows.getTimestamp(5).toInstant(),
                        JSON.readTree(rows.getString(6)),
                        events(organization, rows.getLong(1))));
            }
            return leads;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<SearchedLead.Event> events(int organization, long lead) throws SQLException {
        List<SearchedLead.Event> events = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select from_status, to_status, occurred_at from lead_status_event"
                        + " where organization_id = ? and lead_id = ? order by occurred_at, sequence")) {
            statement.setInt(1, organization);
            statement.setLong(2, lead);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                Integer from = rows.getObject(1) == null ? null : rows.getInt(1);
                events.add(new SearchedLead.Event(
                        from, rows.getInt(2), rows.getTimestamp(3).toInstant()));
            }
        }
        return events;
    }
}
