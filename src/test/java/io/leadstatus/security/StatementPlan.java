package io.leadstatus.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A statement as PostgreSQL's own parser and planner understand it: which tables it reads, and what of them. */
record StatementPlan(List<Scan> scans) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AND = " AND ";

    /**
     * A place where rows of a table are read.
     *
     * @param conditions all of which its rows have to fulfil, such as {@code organization_id = $1}
     */
    record Scan(String table, List<String> conditions) {

        /** Whether the column has to equal a parameter, a constant or a column that is compared elsewhere. */
        boolean equates(String column) {
            return conditions.stream().anyMatch(condition -> condition.matches("(\\w+\\.)?" + column + " = \\S+"));
        }
    }

    /** @param sql with {@code $1} and so on as parameters */
    static StatementPlan of(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("explain (generic_plan, format json) " + sql)) {
            plan.next();
            List<Scan> scans = new ArrayList<>();
            collect(JSON.readTree(plan.getString(1)).get(0).get("Plan"), scans);
            return new StatementPlan(scans);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scans that do not keep to one organization; but PostgreSQL's own tables, which its driver reads, have none. */
    List<Scan> withoutOrganization() {
        return scans.stream()
                .filter(scan -> !scan.table().startsWith("pg_") && !scan.equates("organization_id"))
                .toList();
    }

    /** Whether it reads a credential by its hash, the credential's organization, and nothing else. */
    boolean findsCredential() {
        return scans.stream()
                        .allMatch(scan -> scan.table().equals("organization")
                                ? scan.equates("organization_id")
                                : scan.table().equals("credential") && scan.equates("secret_hash"))
                && scans.stream().anyMatch(scan -> scan.table().equals("credential"));
    }

    private static void collect(JsonNode node, List<Scan> scans) {
        if (node.has("Relation Name")) {
            scans.add(new Scan(
                    node.get("Relation Name").asText(),
                    Stream.of("Index Cond", "Filter", "Recheck Cond")
                            .filter(node::has)
                            .flatMap(condition -> conjuncts(node.get(condition).asText()))
                            .toList()));
        }
        StreamSupport.stream(node.path("Plans").spliterator(), false).forEach(child -> collect(child, scans));
    }

    /** {@code ((a = $1) AND ((b) OR (c)))} as {@code a = $1} and {@code (b) OR (c)}. */
    private static Stream<String> conjuncts(String condition) {
        if (condition.startsWith("(") && end(condition, 1, ")") == condition.length() - 1) {
            return conjuncts(condition.substring(1, condition.length() - 1));
        }
        int and = end(condition, 0, AND);
        return and < 0
                ? Stream.of(condition)
                : Stream.concat(
                        conjuncts(condition.substring(0, and)), conjuncts(condition.substring(and + AND.length())));
    }

    /** Where the part that begins at an index ends with a mark outside of its parentheses and texts; -1 if nowhere. */
    private static int end(String condition, int from, String mark) {
        int open = 0;
        boolean isText = false;
        for (int i = from; i < condition.length(); i++) {
            char character = condition.charAt(i);
            isText ^= character == '\'';
            if (isText) {
                continue;
            } else if (open == 0 && condition.startsWith(mark, i)) {
                return i;
            }
            open += character == '(' ? 1 : character == ')' ? -1 : 0;
        }
        return -1;
    }
}
