package io.leadstatus.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.leadstatus.testing.ServiceTest;

/** What of values comes first where leads are sorted by them, and that leads without one come last. */
@ServiceTest
class LeadSortingTest extends SearchedOrganization {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sort:custom.Field            | -2 2 10.5 `30` [100,1] `a` `Äb` `b` false true
            sort:-custom.Field           | [100,1] `30` 10.5 2 -2 true false `b` `Äb` `a`
            sort:custom.cf_f             | -2 2 10.5 `30` [100,1] `a` `Äb` `b` false true
            sort:"-custom.Field,created" | [100,1] `30` 10.5 2 -2 true false `b` `Äb` `a`
            """)
    void customFieldsAreSortedAsNumbersThenTextsAndMissingOnesLast(String query, String expected) {
        List<String> values = List.of(
                "\"b\"",
                "10.5",
                "true",
                "\"a\"",
                "2",
                "\"\"",
                "\"30\"",
                "null",
                "-2",
                "\"Äb\"",
                "[100,1]",
                "false",
                "[]",
                "{\"x\": 1}");
        for (String value : values) {
            lead("{\"custom\": {\"Field\": " + value + "}, \"custom.cf_f\": " + value + "}");
        }
        lead("{}");
        lead("{\"custom\": 7}");

        JsonNode found = search("query=" + encode(query) + "&_fields=custom.cf_f");

        List<String> order = new ArrayList<>();
        found.get("data").forEach(lead -> order.add(lead.path("custom.cf_f").toString()));
        assertThat(String.join(" ", order.subList(0, 10))).isEqualTo(expected.replace('`', '"'));
        assertThat(order).hasSize(values.size() + 2);
    }

    @Test
    void namesAreSortedWithoutCaseAndAccentsAndMissingOnesLast() {
        for (String name : List.of("zoë", "Ärger", "B", "a b", "ab", "", "Zoe 2")) {
            lead("{\"name\": \"" + name + "\"}");
        }
        lead("{}");

        List<String> names = new ArrayList<>();
        search("query=sort:name&_fields=name")
                .get("data")
                .forEach(lead -> names.add(lead.get("name").asText()));
        assertThat(names).containsExactly("a b", "ab", "Ärger", "B", "zoë", "Zoe 2", "", "");
    }
}
