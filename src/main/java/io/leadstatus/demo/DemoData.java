package io.leadstatus.demo;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import io.leadstatus.demo.DemoOrganization.SmartView;
import io.leadstatus.demo.DemoOrganization.Status;

/** Loads the demo organizations into a migrated database, the way a large history is loaded: copied, then rebuilt. */
public final class DemoData {
    private static final int PROGRESS_EVERY = 10_000;

    private final Connection connection;
    private final Consumer<String> progress;

    private DemoData(Connection connection, Consumer<String> progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /**
     * Loads what is not there yet, each organization in a transaction of its own.
     *
     * @param progress takes a line now and then
     */
    public static void load(Connection connection, Consumer<String> progress) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        DemoData data = new DemoData(connection, progress);
        try {
            data.loadUnlessPresent(SampleOrganization.ORGANIZATION, SampleOrganization::leads);
            data.loadUnlessPresent(LivelyOrganization.ORGANIZATION, new LivelyOrganization(Instant.now())::leads);
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    private void loadUnlessPresent(DemoOrganization organization, Supplier<List<DemoLead>> demoLeads)
            throws SQLException {
        if (exists(organization)) {
            return;
        }
        long started = System.nanoTime();
        createOrganization(organization);
        execute("""
                create temporary table demo_move (lead text, occurred_at timestamptz, from_status text, to_status text)
                on commit drop
                """);
        execute("""
                create temporary table demo_lead (lead text, created_at timestamptz, status text, document jsonb)
                on commit drop
                """);
        List<DemoLead> leads = demoLeads.get();
        copyLeads(organization, leads);
        copyMoves(leads);
        moveIntoPlace(organization);
        connection.commit();
        progress.accept("%s: loaded in %.1f s".formatted(organization.id(), (System.nanoTime() - started) / 1e9));
    }

    private boolean exists(DemoOrganization organization) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select from organization where public_id = ?")) {
            statement.setString(1, organization.id());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void createOrganization(DemoOrganization organization) throws SQLException {
        String id = organization.id();
        execute("insert into organization (public_id, name) values (?, ?)", id, organization.name());
        execute("select create_credential(?, 'api_key', ?, 'demo', null)", id, organization.apiKey());
        execute("select create_credential(?, 'token', ?, 'demo', null)", id, organization.token());
        for (Status status : organization.statuses()) {
            String label = status.formerLabel() == null ? status.label() : status.formerLabel();
            execute("select create_lead_status(?, ?, ?, ?)", id, label, status.color(), status.id());
            if (status.formerLabel() != null) {
                execute("select rename_lead_status(?, ?, ?)", id, status.id(), status.label());
            }
            if (status.isDeleted()) {
                execute("select delete_lead_status(?, ?)", id, status.id());
            }
        }
        for (SmartView view : organization.smartViews()) {
            execute("select create_smart_view(?, ?, ?, ?)", id, view.name(), view.query(), view.id());
        }
    }

    private void copyLeads(DemoOrganization organization, List<DemoLead> leads) throws SQLException {
        CopyIn copy = copyInto("demo_lead");
        int copied = 0;
        for (DemoLead lead : leads) {
            DemoLead.Move creation = lead.moves().get(0);
            write(copy, lead.id(), creation.at().toString(), creation.status(), lead.document());
            copied++;
            if (copied % PROGRESS_EVERY == 0 || copied == leads.size()) {
                progress.accept("%s: %,d of %,d leads".formatted(organization.id(), copied, leads.size()));
            }
        }
        copy.endCopy();
    }

    private void copyMoves(List<DemoLead> leads) throws SQLException {
        CopyIn copy = copyInto("demo_move");
        for (DemoLead lead : leads) {
            String from = null;
            for (DemoLead.Move move : lead.moves()) {
                write(copy, lead.id(), move.at().toString(), from, move.status());
                from = move.status();
            }
        }
        copy.endCopy();
    }

    private void moveIntoPlace(DemoOrganization organization) throws SQLException {
        String id = organization.id();
        // Joins of tables that the planner knows nothing about may take minutes.
        execute("analyze demo_lead, demo_move");
        execute("""
                insert into lead (organization_id, public_id, status_number, created_at, updated_at, document)
                select organization_id, lead, status_number, demo_lead.created_at, demo_lead.created_at, document
                from organization
                join lead_status using (organization_id)
                join demo_lead on demo_lead.status = lead_status.public_id
                where organization.public_id = ?
                """, id);
        execute("analyze lead");
        // Everything is derived afterwards.
        execute("set local leadstatus.posting = off");
        execute("""
                insert into lead_status_event (organization_id, lead_id, occurred_at, from_status, to_status)
                select organization.organization_id, lead_id, occurred_at, origin.status_number, target.status_number
                from organization
                join lead using (organization_id)
                join demo_move on demo_move.lead = lead.public_id
                join lead_status target using (organization_id)
                left join lead_status origin
                    on origin.organization_id = organization.organization_id
                    and origin.public_id = demo_move.from_status
                where organization.public_id = ? and target.public_id = demo_move.to_status
                order by occurred_at
                """, id);
        execute("analyze lead_status_event");
        execute("call rebuild_lead_history(?, null)", id);
        execute("analyze lead_status_ledger, lead_move_ledger, lead_history_mark");
    }

    private CopyIn copyInto(String table) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
    }

    /** One line of PostgreSQL's text format. */
    private static void write(CopyIn copy, String... columns) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (String column : columns) {
            line.append(line.isEmpty() ? "" : "\t");
            line.append(column == null ? "\\N" : column.replace("\\", "\\\\"));
        }
        byte[] octets = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(octets, 0, octets.length);
    }

    private void execute(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
