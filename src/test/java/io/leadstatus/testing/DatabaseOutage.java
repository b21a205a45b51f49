package io.leadstatus.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** While it lasts, the service's database has no connections and takes none. */
public final class DatabaseOutage implements AutoCloseable {
    private static final String LOSE_CONNECTIONS =
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'";

    private DatabaseOutage() {}

    public static DatabaseOutage begin() throws SQLException {
        execute("alter database postgres with allow_connections false");
        loseConnections();
        return new DatabaseOutage();
    }

    /** Ends every connection; the database takes new ones. */
    public static void loseConnections() throws SQLException {
        execute(LOSE_CONNECTIONS);
    }

    @Override
    public void close() throws SQLException {
        execute("alter database postgres with allow_connections true");
    }

    /** From another database of the same server, which stays reachable. */
    private static void execute(String sql) throws SQLException {
        Config config = ConfigProvider.getConfig();
        String elsewhere = config.getValue("quarkus.datasource.jdbc.url", String.class)
                .replaceFirst("/postgres(\\?|$)", "/template1$1");
        try (Connection connection = DriverManager.getConnection(
                        elsewhere,
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
