package io.leadstatus.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetTest {

    @ParameterizedTest
    @CsvSource({
        "last-7-days,  2024-03-01, 2024-02-24, 2024-03-01",
        "last-30-days, 2024-03-01, 2024-02-01, 2024-03-01",
        "this-week,    2024-03-03, 2024-02-26, 2024-03-03",
        "this-week,    2024-03-04, 2024-03-04, 2024-03-10",
        "last-week,    2024-03-04, 2024-02-26, 2024-03-03",
        "this-month,   2024-02-29, 2024-02-01, 2024-02-29",
        "last-month,   2024-03-31, 2024-02-01, 2024-02-29",
        "last-month,   2024-01-15, 2023-12-01, 2023-12-31",
        "this-quarter, 2024-05-31, 2024-04-01, 2024-06-30",
        "last-quarter, 2024-03-31, 2023-10-01, 2023-12-31",
        "last-quarter, 2024-12-31, 2024-07-01, 2024-09-30",
        "this-year,    2024-12-31, 2024-01-01, 2024-12-31",
        "last-year,    2024-02-29, 2023-01-01, 2023-12-31"
    })
    void isAPeriodOfWholeDays(String name, LocalDate today, LocalDate first, LocalDate last) {
        Preset preset = Preset.of(name).orElseThrow();

        assertThat(preset.firstDay(today)).isEqualTo(first);
        assertThat(preset.lastDay(today)).isEqualTo(last);
    }
}
