package io.leadstatus.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** Whose day a relative date names: that of the caller's zone, by parameter or header, or else that of UTC. */
@ServiceTest
class LeadSearchZonesTest extends SearchedOrganization {

    /** An hour apart over three days: as many are of today as the zone says. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati,",
        "Pacific/Pago_Pago,",
        "America/Los_Angeles, 3",
        ", -8",
        ", 5.5",
        ",",
        "Asia/Kathmandu,"
    })
    void relativeDatesAreOfTheCallersZone(String timezone, String offset) {
        Instant now = Instant.now();
        List<Instant> created = new ArrayList<>();
        for (int hours = 0; hours < 72; hours++) {
            created.add(now.minus(Duration.ofHours(hours)));
            history.createLead(organization, status, created.get(hours), null, "{}");
        }
        ZoneId zone = timezone != null
                ? ZoneId.of(timezone)
                : offset == null ? ZoneId.of("UTC") : ZoneId.of(offset.equals("-8") ? "-08:00" : "+05:30");
        LocalDate today = now.atZone(zone).toLocalDate();

        for (int days = 0; days < 2; days++) {
            LocalDate day = today.minusDays(days);
            long expected = created.stream()
                    .filter(moment -> moment.atZone(zone).toLocalDate().equals(day))
                    .count();
            String query = "query=created:" + List.of("today", "yesterday").get(days)
                    + (timezone == null ? "" : "&timezone=" + encode(timezone));
            long found = Service.get(PATH + "?_fields=id&" + query, key, offset)
                    .get("total_results")
                    .asLong();
            if (Instant.now().atZone(zone).toLocalDate().equals(today)) {
                assertThat(found).as(query).isEqualTo(expected);
            }
        }
    }
}
