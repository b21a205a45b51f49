package io.leadstatus.report;

import jakarta.ws.rs.HeaderParam;

import org.jboss.resteasy.reactive.RestQuery;

import io.leadstatus.api.RequestTimeZone;

/** The parameters of a report as they arrive: unchecked, null where absent, the first of several that repeat. */
public class ReportParameters {
    @RestQuery("date_start")
    public String dateStart;

    @RestQuery("date_end")
    public String dateEnd;

    @RestQuery
    public String query;

    @RestQuery("smart_view_id")
    public String smartViewId;

    @RestQuery(RequestTimeZone.PARAMETER)
    public String timezone;

    @HeaderParam(RequestTimeZone.HEADER)
    public String offset;
}
