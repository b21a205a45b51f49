package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class SortFieldsTest {
    private static final SearchContext CONTEXT = new SearchContext(
            1,
            () -> ZoneOffset.UTC,
            RandomLeads.NOW,
            List.of(
                    new SearchStatus(3, "stat_3", "First", false),
                    new SearchStatus(1, "stat_1", "Deleted", true),
                    new SearchStatus(2, "stat_2", "Last", false)),
            name -> Optional.empty());

    @Test
    void deletedStatusesComeLast() {
        assertThat(SortFields.find("Status", CONTEXT))
                .extracting(SortKey::parameters)
                .containsExactly(List.of("{3,2,1}"));
    }

    @Test
    void namesOfCustomFieldsAreBound() {
        assertThat(SortFields.find("CUSTOM.x'; --", CONTEXT)).hasSize(2).allSatisfy(key -> {
            assertThat(key.parameters()).containsExactly("x'; --");
            assertThat(key.sql()).doesNotContain("--");
        });
        assertThat(SortFields.find("custom.", CONTEXT)).isEmpty();
    }
}
