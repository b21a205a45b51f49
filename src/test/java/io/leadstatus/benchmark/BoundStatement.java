package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement with its parameters. */
record BoundStatement(String sql, List<Object> parameters) {
    private static final Pattern NAME = Pattern.compile("(?<=[\\s(]):([a-zA-Z]\\w*)");

    static BoundStatement of(String sql, Object... parameters) {
        return new BoundStatement(sql, List.of(parameters));
    }

    /** From SQL with parameters such as {@code :organization}. */
    static BoundStatement named(String sql, Map<String, Object> values) {
        List<Object> parameters = new ArrayList<>();
        Matcher name = NAME.matcher(sql);
        StringBuilder positional = new StringBuilder();
        while (name.find()) {
            if (!values.containsKey(name.group(1))) {
                throw new IllegalArgumentException("no value for " + name.group());
            }
            parameters.add(values.get(name.group(1)));
            name.appendReplacement(positional, "?");
        }
        return new BoundStatement(name.appendTail(positional).toString(), parameters);
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
