package io.leadstatus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            ,    ,           100, 0
            '',  '',         100, 0
            0,   0,          0,   0
            200, 2147483647, 200, 2147483647
            +7,  007,        7,   7
            -0,  -0,         0,   0
            """)
    void readsBothParameters(String limit, String skip, int expectedLimit, int expectedSkip) {
        assertThat(Paging.of(limit, skip)).isEqualTo(new Paging(expectedLimit, expectedSkip));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x                    |            | _limit must be an integer (got "x" instead).
            1.5                  |            | _limit must be an integer (got "1.5" instead).
            ` 1`                 |            | _limit must be an integer (got " 1" instead).
            1e2                  |            | _limit must be an integer (got "1e2" instead).
            ١                    |            | _limit must be an integer (got "١" instead).
            '; drop table lead-- |            | _limit must be an integer (got "'; drop table lead--" instead).
                                 | y          | _skip must be an integer (got "y" instead).
            -1                   |            | _limit must be a non-negative integer (got "-1" instead).
                                 | -99999999999999999999 | _skip must be a non-negative integer (got "-99999999999999999999" instead).
            201                  |            | The limit you set is larger than the maximum limit for this resource (max_limit = 200).
            99999999999999999999 |            | The limit you set is larger than the maximum limit for this resource (max_limit = 200).
                                 | 2147483648 | The skip you set is larger than the maximum skip for this resource (max_skip = 2147483647).
            """)
    void saysInTheWordsOfCloseWhatIsWrong(String limit, String skip, String message) {
        assertThatThrownBy(() -> Paging.of(limit, skip))
                .isInstanceOfSatisfying(
                        RequestException.class,
                        refused -> assertThat(refused.answer()).isEqualTo(ErrorAnswer.of(400, message)));
    }

    @Test
    void pagesHoldEveryItemOnce() {
        List<Integer> all = IntStream.range(0, 10).boxed().toList();

        assertThat(Page.of(all, new Paging(4, 0))).isEqualTo(new Page<>(List.of(0, 1, 2, 3), true, 10));
        assertThat(Page.of(all, new Paging(4, 6))).isEqualTo(new Page<>(List.of(6, 7, 8, 9), false, 10));
        assertThat(Page.of(all, new Paging(4, 8))).isEqualTo(new Page<>(List.of(8, 9), false, 10));
        assertThat(Page.of(all, new Paging(0, 3))).isEqualTo(new Page<>(List.of(), true, 10));
        assertThat(Page.of(all, new Paging(200, Integer.MAX_VALUE))).isEqualTo(new Page<>(List.of(), false, 10));
    }
}
