package io.leadstatus.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A condition in SQL. It is true or false, never null, so that {@code not} is the exact complement.
 *
 * @param sql a boolean expression with a {@code ?} for every parameter and no other question mark
 * @param parameters strings, in the order of the question marks; the SQL casts them to what it needs
 */
public record SqlPredicate(String sql, List<Object> parameters) {
    static final SqlPredicate ALWAYS = of("true");
    static final SqlPredicate NEVER = of("false");

    public SqlPredicate {
        parameters = List.copyOf(parameters);
        long placeholders = sql.chars().filter(character -> character == '?').count();
        if (placeholders != parameters.size()) {
            throw new IllegalArgumentException(placeholders + " placeholders for " + parameters.size() + " parameters");
        }
    }

    static SqlPredicate of(String sql, Object... parameters) {
        return new SqlPredicate(sql, List.of(parameters));
    }

    /** The SQL with a named parameter for each {@code ?}: {@code :filter0}, {@code :filter1} and so on. */
    public String withNamedParameters(String name) {
        return named(sql, name);
    }

    /**
     * Whether it looks at columns of the lead that indexes hold, and at no document, words or history: so cheap that
     * asking it twice costs less than keeping what was found. The SQL is of this package; no caller's text is in it.
     */
    public boolean asksColumnsOnly() {
        return Stream.of("document", "search_words", "select").noneMatch(sql::contains);
    }

    static String named(String sql, String name) {
        StringBuilder named = new StringBuilder(sql.length() * 2);
        int count = 0;
        for (char character : sql.toCharArray()) {
            if (character == '?') {
                named.append(':').append(name).append(count++);
            } else {
                named.append(character);
            }
        }
        return named.toString();
    }

    static SqlPredicate allOf(List<SqlPredicate> operands) {
        return joined(operands, " and ", ALWAYS);
    }

    static SqlPredicate anyOf(List<SqlPredicate> operands) {
        return joined(operands, " or ", NEVER);
    }

    SqlPredicate and(SqlPredicate other) {
        return allOf(List.of(this, other));
    }

    SqlPredicate or(SqlPredicate other) {
        return anyOf(List.of(this, other));
    }

    SqlPredicate not() {
        return new SqlPredicate("not (" + sql + ")", parameters);
    }

    /** This condition inside a text that has none of its own parameters, such as a sub-select. */
    SqlPredicate within(String before, String after) {
        return new SqlPredicate(before + sql + after, parameters);
    }

    private static SqlPredicate joined(List<SqlPredicate> operands, String operator, SqlPredicate ofNone) {
        if (operands.size() < 2) {
            return operands.isEmpty() ? ofNone : operands.get(0);
        }
        List<Object> parameters = new ArrayList<>();
        operands.forEach(operand -> parameters.addAll(operand.parameters));
        return new SqlPredicate(
                operands.stream().map(SqlPredicate::sql).collect(Collectors.joining(operator, "(", ")")), parameters);
    }
}
