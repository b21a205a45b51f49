package io.leadstatus.report;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.leadstatus.api.ParameterErrors;
import io.leadstatus.api.RequestException;
import io.leadstatus.api.RequestTimeZone;
import io.leadstatus.security.Organization;

/**
 * What is asked for, checked.
 *
 * @param filter null if the report is about all leads
 */
record ReportRequest(Period period, ReportFilter filter) {

    /**
     * Reads the parameters of a request; an empty value counts as absent.
     *
     * @throws RequestException that names every parameter that is wrong
     */
    static ReportRequest of(
            ReportParameters parameters, Organization organization, ReportFilterReader filters, Clock clock) {
        ParameterErrors errors = new ParameterErrors();
        RequestTimeZone zone = RequestTimeZone.of(parameters.timezone, parameters.offset, errors);
        ReportFilter filter = filters.read(parameters.query, parameters.smartViewId, organization, zone, errors);
        DateParameter start = parseDate("date_start", parameters.dateStart, errors);
        DateParameter end = parseDate("date_end", parameters.dateEnd, errors);

        Instant from = start == null ? null : start.asStart(zone);
        Instant to = end == null ? null : end.asEnd(zone);
        if (from != null && to == null) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            to = from.isAfter(now) ? from : now;
        }
        if (from != null && from.isAfter(to)) {
            errors.add("date_end", "date_end is before date_start. Use an end such as \"2014-05-31\" that is not.");
        }
        errors.throwIfAny();
        return new ReportRequest(new Period(from, to), filter);
    }

    /** The date, or null if there is none or errors tell what is wrong with it. */
    private static DateParameter parseDate(String parameter, String value, ParameterErrors errors) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return DateParameter.parse(value).orElseGet(() -> {
            errors.add(parameter, DateParameter.INVALID);
            return null;
        });
    }
}
