package io.leadstatus.report;

import jakarta.ws.rs.HeaderParam;

import org.jboss.resteasy.reactive.RestQuery;

import io.leadstatus.api.RequestTimeZone;

/** The parameters of a report as they arrive: unchecked, null where absent, the first of several that repeat. */
class ReportParameters {
    @RestQuery("date_start")
    String dateStart;

    @RestQuery("date_end")
    String dateEnd;

    @RestQuery
    String query;

    @RestQuery("smart_view_id")
    String smartViewId;

    @RestQuery(RequestTimeZone.PARAMETER)
    String timezone;

    @HeaderParam(RequestTimeZone.HEADER)
    String offset;
}
