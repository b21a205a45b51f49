package io.leadstatus.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodStatusOverviewTest {

    @ParameterizedTest
    @CsvSource({
        "1268, 48729, 3",
        "2, 26, 8",
        "0, 35, 0",
        "0, 0, 0",
        "5, 0,",
        "-5, 0,",
        "1, 40, 3",
        "-1, 40, -3",
        "1, 200, 1",
        "-1, 200, -1",
        "1, 201, 0",
        "-1, 201, 0",
        "-7, 7, -100",
        "30, 7, 429"
    })
    void percentIsRoundedHalfAwayFromZero(long change, long started, Long percent) {
        assertThat(PeriodStatusOverview.percent(change, started)).isEqualTo(percent);
    }
}
