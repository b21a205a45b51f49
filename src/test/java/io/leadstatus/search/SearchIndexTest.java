package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Common filters that few leads fulfil do not read them all. */
class SearchIndexTest {
    private static SearchDatabase database;
    private static int organization;
    private static SearchContext context;

    @BeforeAll
    static void fill() {
        database = new SearchDatabase();
        organization = database.organization("orga_a");
        database.status("orga_a", "stat_1", "Potential");
        database.status("orga_a", "stat_2", "Customer");
        database.execute("""
                insert into lead (organization_id, public_id, status_number, created_at, updated_at, document)
                select organization_id, 'lead_' || number, case number % 1000 when 0 then 2 else 1 end,
                       at, at, jsonb_build_object(
                           'display_name', 'Company ' || md5(number::text),
                           'description', repeat('lorem ipsum ', 20),
                           'contacts', jsonb_build_array(jsonb_build_object(
                               'name', 'Ann ' || md5(number::text),
                               'emails', jsonb_build_array(jsonb_build_object('email', 'ann' || number || '@example.com')),
                               'phones', jsonb_build_array(jsonb_build_object('phone', '+1 (415) ' || 5550000 + number)))),
                           'custom', jsonb_build_object('Seats', number % 2000, 'Lead Source', md5(number::text)))
                from organization, generate_series(1, 10000) as number,
                     cast(timestamptz '2020-01-01Z' + number * interval '1 minute' as timestamptz) as at
                """);
        database.execute("""
                insert into lead_status_event (organization_id, lead_id, occurred_at, to_status)
                select organization_id, lead_id, created_at, status_number from lead
                """);
        database.execute("select derive_lead_history(organization_id, null) from organization");
        database.execute("vacuum analyze");
        context = database.context(organization);
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(textBlock = """
            status,      :,  Customer,         lead_by_status
            created,     :,  2020-01-03T10:00, lead_by_creation
            created,     >=, 2020-01-07T20:00, lead_by_creation
            updated,     :,  2020-01-03T10:00, lead_by_update
            name,        :,  company c4ca4238, lead_by_words
            email,       :,  ann7@example.com, lead_by_words
            custom.Lead Source, :, c4ca4238,   lead_by_words
            phone,       :,  415-555-0017,     lead_by_words
            custom.Seats, :, 17,               lead_by_custom_field
            text,        :,  ann17,            lead_by_words
            id,          :,  lead_17,          lead_organization_id_public_id_key
            """)
    void usesItsIndex(String keyword, String operator, String value, String index) {
        assertThat(planOf(expression(keyword, operator, value))).contains(index).doesNotContain("Seq Scan on lead ");
    }

    private static Expression expression(String keyword, String operator, String value) {
        return keyword.equals("text")
                ? new Expression.FreeText(Value.quoted(value))
                : Expression.clause(keyword, operator.equals(":") ? Operator.EQUAL : Operator.GREATER_OR_EQUAL, value);
    }

    private static String planOf(Expression expression) {
        SqlPredicate filter =
                SearchTranslator.translate(expression, context, node -> 0).filter();
        List<Object> parameters = new ArrayList<>(List.of(organization));
        parameters.addAll(filter.parameters());
        return String.join(
                "\n",
                database.list(
                        "explain analyze select lead.public_id from lead where lead.organization_id = ? and ("
                                + filter.sql() + ")",
                        parameters.toArray()));
    }
}
