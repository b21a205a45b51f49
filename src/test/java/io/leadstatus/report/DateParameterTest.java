package io.leadstatus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates in every accepted form. Expected moments are worked out by hand. */
class DateParameterTest {

    @ParameterizedTest
    @CsvSource({
        // written, zone, as a start, as an end
        "2014-01-01, UTC, 2014-01-01T00:00:00Z, 2014-01-01T23:59:59Z",
        "2014-01-01, America/Los_Angeles, 2014-01-01T08:00:00Z, 2014-01-02T07:59:59Z",
        "2014-05-31, America/Los_Angeles, 2014-05-31T07:00:00Z, 2014-06-01T06:59:59Z",
        "2014-01-01, -08:00, 2014-01-01T08:00:00Z, 2014-01-02T07:59:59Z",
        "2014-01-01T08:00, UTC, 2014-01-01T08:00:00Z, 2014-01-01T08:00:00Z",
        "2014-01-01 08:00, UTC, 2014-01-01T08:00:00Z, 2014-01-01T08:00:00Z",
        "2014-01-01T08:00:59.999, +05:30, 2014-01-01T02:30:59Z, 2014-01-01T02:30:59Z",
        "2014-01-01T08:00:59.999Z, +05:30, 2014-01-01T08:00:59Z, 2014-01-01T08:00:59Z",
        "2014-01-01T08:00:59.123456789123Z, UTC, 2014-01-01T08:00:59Z, 2014-01-01T08:00:59Z",
        "2014-01-01T08:00+02:00, UTC, 2014-01-01T06:00:00Z, 2014-01-01T06:00:00Z",
        "2014-01-01T08:00:00+0200, UTC, 2014-01-01T06:00:00Z, 2014-01-01T06:00:00Z",
        "2014-01-01T08:00:00+02, UTC, 2014-01-01T06:00:00Z, 2014-01-01T06:00:00Z",
        "2014-01-01T08:00:00-0330, UTC, 2014-01-01T11:30:00Z, 2014-01-01T11:30:00Z",
        "2014-01-01T08:00:00 02:00, UTC, 2014-01-01T06:00:00Z, 2014-01-01T06:00:00Z",
        "2014-01-01 08:00 02, UTC, 2014-01-01T06:00:00Z, 2014-01-01T06:00:00Z",
        "2016-02-29, UTC, 2016-02-29T00:00:00Z, 2016-02-29T23:59:59Z",
        // Daylight saving: an hour that does not exist moves forward, of one that exists twice the first counts.
        "2014-03-09T02:30, America/Los_Angeles, 2014-03-09T10:30:00Z, 2014-03-09T10:30:00Z",
        "2014-11-02T01:30, America/Los_Angeles, 2014-11-02T08:30:00Z, 2014-11-02T08:30:00Z",
        // A day that begins at one o'clock, and one whose last hour comes twice.
        "2017-10-15, America/Sao_Paulo, 2017-10-15T03:00:00Z, 2017-10-16T01:59:59Z",
        "2018-02-17, America/Sao_Paulo, 2018-02-17T02:00:00Z, 2018-02-18T02:59:59Z",
        // The ends of the clock hold, whatever the zone.
        "0001-01-01, +14:00, 0001-01-01T00:00:00Z, 0001-01-01T09:59:59Z",
        "9999-12-31, -08:00, 9999-12-31T08:00:00Z, 9999-12-31T23:59:59Z"
    })
    void isReadInItsZone(String written, String zone, Instant start, Instant end) {
        DateParameter date = DateParameter.parse(written).orElseThrow();

        assertThat(date.asStart(() -> ZoneId.of(zone))).isEqualTo(start);
        assertThat(date.asEnd(() -> ZoneId.of(zone))).isEqualTo(end);
    }
}
