package io.leadstatus.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a date in a query covers. */
class SearchDateRangeTest {
    /** Two days after the clocks went forward in Los Angeles: 22:29:45 on 10 March there. */
    private static final SearchContext CONTEXT = new SearchContext(
            1,
            () -> ZoneId.of("America/Los_Angeles"),
            Instant.parse("2020-03-11T05:29:45.500Z"),
            List.of(),
            name -> Optional.empty());

    @ParameterizedTest
    @CsvSource(textBlock = """
            2014-01-01,                   2014-01-01T00:00:00Z, 2014-01-02T00:00:00Z
            2014-01-01T08:00,             2014-01-01T08:00:00Z, 2014-01-01T08:01:00Z
            2014-01-01 08:00:00,          2014-01-01T08:00:00Z, 2014-01-01T08:00:01Z
            2014-01-01T08:00:00.999,      2014-01-01T08:00:00Z, 2014-01-01T08:00:01Z
            2014-01-01T08:00:00Z,         2014-01-01T08:00:00Z, 2014-01-01T08:00:01Z
            2014-01-01T08:00:00+05:30,    2014-01-01T02:30:00Z, 2014-01-01T02:30:01Z
            2014-01-01T08:00:00-0800,     2014-01-01T16:00:00Z, 2014-01-01T16:00:01Z
            2014-01-01T08:00 +02,         2014-01-01T06:00:00Z, 2014-01-01T06:01:00Z
            2016-02-29,                   2016-02-29T00:00:00Z, 2016-03-01T00:00:00Z
            9999-12-31,                   9999-12-31T00:00:00Z, +10000-01-01T00:00:00Z
            0001-01-01,                   0001-01-01T00:00:00Z, 0001-01-02T00:00:00Z
            today,                        2020-03-10T07:00:00Z, 2020-03-11T07:00:00Z
            Yesterday,                    2020-03-09T07:00:00Z, 2020-03-10T07:00:00Z
            2 days ago,                   2020-03-08T08:00:00Z, 2020-03-09T07:00:00Z
            0 days ago,                   2020-03-10T07:00:00Z, 2020-03-11T07:00:00Z
            1 week ago,                   2020-03-03T08:00:00Z, 2020-03-04T08:00:00Z
            1 month ago,                  2020-02-10T08:00:00Z, 2020-02-11T08:00:00Z
            10 mins ago,                  2020-03-11T05:19:00Z, 2020-03-11T05:20:00Z
            1 hour ago,                   2020-03-11T04:00:00Z, 2020-03-11T05:00:00Z
            30 seconds ago,               2020-03-11T05:29:15Z, 2020-03-11T05:29:16Z
            """)
    void coversTheWholeOfItsLastUnit(String text, String start, String end) {
        DateRange range = DateRange.parse(text, CONTEXT).orElseThrow();
        assertThat(range.start()).isEqualTo(Instant.parse(start));
        assertThat(range.end()).isEqualTo(Instant.parse(end));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2014",
                "2014-13-01",
                "2014-02-29",
                "0000-01-01",
                "10000-01-01",
                "2014-01-01T24:00",
                "2014-01-01T08:60",
                "2014-01-01T08:00:60",
                "2014-01-01T8:00",
                "2014-01-01+25",
                "3 moons ago",
                "-3 days ago",
                "9999999 days ago",
                "999999 years ago",
                "３ days ago",
                "1/2/2014"
            })
    void isNoDate(String text) {
        assertThat(DateRange.parse(text, CONTEXT)).isEmpty();
    }
}
