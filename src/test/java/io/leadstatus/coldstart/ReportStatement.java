package io.leadstatus.coldstart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report's one statement.
 *
 * @param sql with parameters $1, $2 …
 * @param parameters their values as texts
 */
record ReportStatement(String sql, List<String> parameters) {
    private static final Pattern LOGGED_PARAMETER = Pattern.compile("\\$\\d+ = (?:'((?:[^']|'')*)'|NULL)");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    /** Reads a line of PostgreSQL's log: "duration: … execute NAME: SQL" and "Parameters: $1 = 'value', …". */
    static ReportStatement logged(String message, String detail) {
        List<String> parameters = new ArrayList<>();
        Matcher matcher = LOGGED_PARAMETER.matcher(detail);
        while (matcher.find()) {
            String value = matcher.group(1);
            parameters.add(value == null ? null : value.replace("''", "'"));
        }
        String execution = message.substring(message.indexOf("execute "));
        return new ReportStatement(execution.substring(execution.indexOf(": ") + 2), parameters);
    }

    /** With its parameters in their places, for pgbench. */
    String literal() {
        return PLACE.matcher(sql).replaceAll(place -> {
            String value = parameters.get(Integer.parseInt(place.group(1)) - 1);
            return Matcher.quoteReplacement(value == null ? "null" : "'" + value.replace("'", "''") + "'");
        });
    }

    /** Prepares it as a client sends it that leaves the types of the parameters to PostgreSQL. */
    PreparedStatement prepare(Connection connection) throws SQLException {
        List<String> values = new ArrayList<>();
        String marked = PLACE.matcher(sql).replaceAll(place -> {
            values.add(parameters.get(Integer.parseInt(place.group(1)) - 1));
            return "?";
        });
        PreparedStatement statement = connection.prepareStatement(marked);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i), java.sql.Types.OTHER);
        }
        return statement;
    }

    /** Executes it and reads all rows. */
    static int rows(PreparedStatement statement) throws SQLException {
        int rows = 0;
        try (ResultSet found = statement.executeQuery()) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                for (int column = 1; column <= columns; column++) {
                    found.getString(column);
                }
                rows++;
            }
        }
        return rows;
    }
}
