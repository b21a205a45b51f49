package io.leadstatus.report;

import java.time.Clock;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestPath;

import io.leadstatus.conditional.Revalidation;
import io.leadstatus.security.CallerOrganization;
import io.leadstatus.security.Organization;

/** {@code GET /api/v1/report/statuses/lead/{org_id}/}, as in the Close API. */
@Path("/api/v1/report/statuses/lead/{org_id}")
@Blocking
public class LeadStatusReportResource {
    private final CallerOrganization caller;
    private final ReportFilterReader filters;
    private final StatusFiguresRepository figures;
    private final ReportVersions versions;
    private final Revalidation revalidation;
    private final Clock clock;

    LeadStatusReportResource(
            CallerOrganization caller,
            ReportFilterReader filters,
            StatusFiguresRepository figures,
            ReportVersions versions,
            Revalidation revalidation,
            Clock clock) {
        this.caller = caller;
        this.filters = filters;
        this.figures = figures;
        this.versions = versions;
        this.revalidation = revalidation;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public LeadStatusReport report(@RestPath("org_id") String organizationId, @BeanParam ReportParameters parameters) {
        Organization organization = caller.require(organizationId);
        ReportRequest request = ReportRequest.of(parameters, organization, filters, clock);
        revalidation.stopIfUnchanged(() -> versions.current(organization, request));
        StatusFigures counted = figures.read(organization, request);
        versions.of(organization, request, counted.mark()).ifPresent(revalidation::answerIsOf);
        return LeadStatusReport.of(counted, request);
    }
}
