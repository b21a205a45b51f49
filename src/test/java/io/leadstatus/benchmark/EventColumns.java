package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import io.leadstatus.benchmark.GeneratedHistory.Move;

/** Events with all their columns, those that the database derives included: it then has nothing to correct. */
final class EventColumns {
    private static final List<String> NAMES = List.of(
            "organization_id",
            "lead_id",
            "occurred_at",
            "from_status",
            "to_status",
            "lead_created_at",
            "previous_status",
            "previous_at",
            "previous_entry_at",
            "previous_exit_at",
            "previous_same_at");

    private final BinaryCopy copy;
    private final int organization;
    private final Instant founded;

    EventColumns(Connection connection, int organization, Instant founded) throws SQLException {
        this.copy = new BinaryCopy(connection, "lead_status_event (" + String.join(", ", NAMES) + ")");
        this.organization = organization;
        this.founded = founded;
    }

    /** One of the lead's moves, by its place among them. */
    void write(int lead, List<Move> moves, int place) throws SQLException {
        Move move = moves.get(place);
        Move before = place == 0 ? null : moves.get(place - 1);
        Move previousEntry = null;
        Move previousExit = null;
        Move previousSame = null;
        for (int i = 0; i < place; i++) {
            boolean isSameEntry = moves.get(i).status() == move.status();
            boolean isSameExit = i > 0 && before.status() == moves.get(i - 1).status();
            previousEntry = isSameEntry ? moves.get(i) : previousEntry;
            previousExit = isSameExit ? moves.get(i) : previousExit;
            previousSame = isSameEntry && isSameExit ? moves.get(i) : previousSame;
        }
        Integer from = before == null ? null : before.status();
        copy.row(NAMES.size())
                .integer(organization)
                .bigint(lead + 1)
                .moment(at(move))
                .smallint(from)
                .smallint(move.status())
                .moment(at(moves.get(0)))
                .smallint(from)
                .moment(at(before))
                .moment(at(previousEntry))
                .moment(at(previousExit))
                .moment(at(previousSame));
    }

    void end() throws SQLException {
        copy.end();
    }

    private Instant at(Move move) {
        return move == null ? null : founded.plusSeconds(move.at());
    }
}
