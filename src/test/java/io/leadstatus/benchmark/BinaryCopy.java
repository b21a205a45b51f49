package io.leadstatus.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Copies rows into a table in PostgreSQL's binary format, so that neither side spends its time on dates as text. */
final class BinaryCopy {
    private static final byte[] HEADER = "PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final int NULL = -1;
    private static final byte JSONB_VERSION = 1;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 17);

    /** @param columns those that are written, in order, such as {@code lead (lead_id, document)} */
    BinaryCopy(Connection connection, String columns) throws SQLException {
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + columns + " from stdin (format binary)");
        buffer.put(HEADER);
    }

    BinaryCopy row(int columns) throws SQLException {
        ensure(2).putShort((short) columns);
        return this;
    }

    BinaryCopy smallint(Integer value) throws SQLException {
        if (value == null) {
            return nothing();
        }
        ensure(6).putInt(2).putShort(value.shortValue());
        return this;
    }

    BinaryCopy integer(int value) throws SQLException {
        ensure(8).putInt(4).putInt(value);
        return this;
    }

    BinaryCopy bigint(long value) throws SQLException {
        ensure(12).putInt(8).putLong(value);
        return this;
    }

    /** To the second. */
    BinaryCopy moment(Instant value) throws SQLException {
        return value == null ? nothing() : bigint((value.getEpochSecond() - EPOCH) * 1_000_000);
    }

    BinaryCopy text(String value) throws SQLException {
        byte[] octets = value.getBytes(StandardCharsets.UTF_8);
        ensure(4 + octets.length).putInt(octets.length).put(octets);
        return this;
    }

    BinaryCopy jsonb(String value) throws SQLException {
        byte[] octets = value.getBytes(StandardCharsets.UTF_8);
        ensure(5 + octets.length).putInt(1 + octets.length).put(JSONB_VERSION).put(octets);
        return this;
    }

    void end() throws SQLException {
        ensure(2).putShort((short) -1);
        flush();
        copy.endCopy();
    }

    private BinaryCopy nothing() throws SQLException {
        ensure(4).putInt(NULL);
        return this;
    }

    private ByteBuffer ensure(int octets) throws SQLException {
        if (buffer.remaining() < octets) {
            flush();
        }
        return buffer;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
