package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A statement with its parameters. */
record BoundStatement(String sql, List<Object> parameters) {

    static BoundStatement of(String sql, Object... parameters) {
        return new BoundStatement(sql, List.of(parameters));
    }

    /** All rows, each as its columns one after the other. */
    List<String> rows(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection);
                ResultSet found = statement.executeQuery()) {
            List<String> rows = new ArrayList<>();
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    row.append(column == 1 ? "" : " ").append(found.getString(column));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }

    /** The first column of the first row. */
    String value(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection);
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getString(1);
        }
    }

    long number(Connection connection) throws SQLException {
        return Long.parseLong(value(connection));
    }

    void run(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            statement.execute();
        }
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
    }
}
