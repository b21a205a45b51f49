package io.leadstatus.report;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestPath;

import io.leadstatus.security.CallerOrganization;
import io.leadstatus.security.Organization;

/** {@code GET /api/v1/report/statuses/lead/{org_id}/}, as in the Close API. */
@Path("/api/v1/report/statuses/lead/{org_id}")
@Blocking
public class LeadStatusReportResource {
    private final CallerOrganization caller;
    private final LeadStatusReports reports;

    LeadStatusReportResource(CallerOrganization caller, LeadStatusReports reports) {
        this.caller = caller;
        this.reports = reports;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvReportWriter.TEXT_CSV})
    public LeadStatusReport report(
            @RestPath("org_id") String organizationId,
            @BeanParam ReportParameters parameters,
            @Context HttpHeaders headers) {
        Organization organization = caller.require(organizationId);
        // What callers may have already is the JSON; the table has no tag.
        return isTable(headers)
                ? reports.report(organization, parameters)
                : reports.reportUnlessUnchanged(organization, parameters);
    }

    private static boolean isTable(HttpHeaders headers) {
        MediaType preferred = headers.getAcceptableMediaTypes().get(0);
        return (preferred.getType() + "/" + preferred.getSubtype()).equalsIgnoreCase(CsvReportWriter.TEXT_CSV);
    }
}
