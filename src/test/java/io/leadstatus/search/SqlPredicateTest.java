package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlPredicateTest {
    private static final SearchContext CONTEXT = new SearchContext(
            1,
            () -> ZoneOffset.UTC,
            RandomLeads.NOW,
            List.of(new SearchStatus(1, "stat_1", "document", false)),
            name -> Optional.of(new SmartViewResolver.Resolved(
                    name, SearchParser.parse("created:today name:x").expression())));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            *                                             | true
            status:document                               | true
            not (status_id:stat_1 or created > 3 days ago) | true
            updated:today id in ("document", "select")    | true
            name:x                                        | false
            some words                                    | false
            custom.Seats > 3                              | false
            contacts = 0                                  | false
            has:opportunities                             | false
            contact(title:ceo)                            | false
            original_lead_status:document                 | false
            lead_status(status:document on:today)         | false
            lead_status_change(date:today)                | false
            status:document in:save_1                     | false
            """)
    void whatIsNotInColumnsCostsMore(String query, boolean asksColumnsOnly) {
        SqlPredicate filter = SearchTranslator.translate(
                        SearchParser.parse(query).expression(), CONTEXT, expression -> 0)
                .filter();

        assertThat(filter.asksColumnsOnly()).as(filter.sql()).isEqualTo(asksColumnsOnly);
    }

    @Test
    void predicatesCountTheirParameters() {
        assertThatThrownBy(() -> SqlPredicate.of("lead.public_id = ?")).isInstanceOf(IllegalArgumentException.class);
    }
}
