package io.leadstatus.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.SentStatements;
import io.leadstatus.testing.ServiceTest;

/**
 * No statement reads a row of another organization, nor of all: every statement that the service sends while all of its
 * resources are asked keeps to one organization in every table that it reads. That isolates tenants, and it keeps a
 * statement on one shard where tables are distributed by organization.
 *
 * <p>The one exception looks up a credential by the hash of its secret, and the organization that it belongs to: only from
 * there the service knows which organization the others have to name.
 */
@ServiceTest
class OrganizationPredicateTest {
    private static final Pattern READS_NO_TABLE = Pattern.compile("(?i)|(begin|commit|rollback|set|show)\\b.*");

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        // Simple, so that explain takes a statement without the values of its parameters.
        connection = DriverManager.getConnection(url + "&preferQueryMode=simple", "postgres", "postgres");
        // So that what joins two tables is a condition of the one that is looked up, however many rows they have.
        try (Statement statement = connection.createStatement()) {
            statement.execute("set enable_hashjoin = off");
            statement.execute("set enable_mergejoin = off");
        }
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void everyStatementNamesItsOrganizationForEveryTableThatItReads() throws SQLException {
        Set<String> statements = statementsOfEverything();
        Set<String> tables = new TreeSet<>();
        Set<String> ofCredential = new TreeSet<>();
        Map<String, List<StatementPlan.Scan>> forgetful = new TreeMap<>();
        for (String statement : statements) {
            StatementPlan plan = StatementPlan.of(connection, statement);
            plan.scans().forEach(scan -> tables.add(scan.table()));
            if (plan.findsCredential()) {
                ofCredential.add(statement);
            } else if (!plan.withoutOrganization().isEmpty()) {
                forgetful.put(statement, plan.withoutOrganization());
            }
        }
        System.out.println(statements.size() + " statements of the service on " + tables);
        assertThat(forgetful).isEmpty();
        assertThat(ofCredential).as("statements that look up a credential").hasSize(1);
        assertThat(tables).contains("lead", "lead_status", "lead_status_event", "smart_view");
        // They would read tables unseen by the plan.
        String functions = functionsThatMayRead().collect(Collectors.joining("|", "(?s).*\\b(", ")\\s*\\(.*"));
        assertThat(statements).noneMatch(statement -> statement.matches(functions));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from lead",
                "select from lead where public_id = $1",
                "select from lead where organization_id = $1 or public_id = $2",
                "select from lead where not organization_id = $1 and created_at > $2",
                "select from lead where (organization_id = $1 and status_number = 1) or created_at > $2",
                "select from lead join lead_status status using (status_number) where lead.organization_id = $1",
                "with found as materialized (select lead_id from lead) select from found",
                "select (select max(created_at) from lead) from lead_status where organization_id = $1",
                "select from lead where document @> '{\"x\": \"'' AND (organization_id = $1) AND ''\"}'",
            })
    void aStatementThatForgetsItsOrganizationIsNoticed(String statement) throws SQLException {
        assertThat(StatementPlan.of(connection, statement).withoutOrganization())
                .hasSize(1);
    }

    private Set<String> statementsOfEverything() throws SQLException {
        try (SentStatements sent = new SentStatements(connection)) {
            EveryResource.ask("orga_lively", "api_lively");
            return sent.soFar().stream()
                    .filter(statement -> !READS_NO_TABLE.matcher(statement).matches())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Stream<String> functionsThatMayRead() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select string_agg(proname, ' ') from pg_proc
                        where pronamespace = current_schema()::regnamespace and provolatile <> 'i'
                        """)) {
            rows.next();
            return Stream.of(rows.getString(1).split(" "));
        }
    }
}
