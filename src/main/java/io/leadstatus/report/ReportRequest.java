package io.leadstatus.report;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.leadstatus.api.ParameterErrors;
import io.leadstatus.api.RequestException;
import io.leadstatus.api.RequestTimeZone;

/** What is asked for, checked. */
record ReportRequest(Period period) {

    /**
     * Reads the parameters of a request; an empty value counts as absent.
     *
     * @throws RequestException that names every parameter that is wrong
     */
    static ReportRequest of(ReportParameters parameters, Clock clock) {
        ParameterErrors errors = new ParameterErrors();
        refuseFilters(parameters, errors);
        DateParameter start = parseDate("date_start", parameters.dateStart, errors);
        DateParameter end = parseDate("date_end", parameters.dateEnd, errors);
        boolean zoneNeeded = start != null && start.needsZone() || end != null && end.needsZone();
        RequestTimeZone zone = RequestTimeZone.of(parameters.timezone, parameters.offset, zoneNeeded, errors);

        Instant from = start == null ? null : start.asStart(zone.zone());
        Instant to = end == null ? null : end.asEnd(zone.zone());
        if (from != null && to == null) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            to = from.isAfter(now) ? from : now;
        }
        if (from != null && from.isAfter(to)) {
            errors.add("date_end", "date_end is before date_start. Use an end such as \"2014-05-31\" that is not.");
        }
        errors.throwIfAny();
        return new ReportRequest(new Period(from, to));
    }

    private static void refuseFilters(ReportParameters parameters, ParameterErrors errors) {
        boolean query = isPresent(parameters.query);
        boolean smartView = isPresent(parameters.smartViewId);
        if (query && smartView) {
            errors.add("Specify either query or smart_view_id, not both.");
        } else if (query) {
            errors.add("query", "Filtering by a query is not supported yet. Leave query out to report on all leads.");
        } else if (smartView) {
            errors.add(
                    "smart_view_id",
                    "Filtering by a smart view is not supported yet. Leave smart_view_id out to report on all leads.");
        }
    }

    /** The date, or null if there is none or errors tell what is wrong with it. */
    private static DateParameter parseDate(String parameter, String value, ParameterErrors errors) {
        if (!isPresent(value)) {
            return null;
        }
        return DateParameter.parse(value).orElseGet(() -> {
            errors.add(parameter, DateParameter.INVALID);
            return null;
        });
    }

    private static boolean isPresent(String value) {
        return value != null && !value.isEmpty();
    }
}
