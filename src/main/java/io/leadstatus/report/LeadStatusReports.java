package io.leadstatus.report;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.leadstatus.api.RequestException;
import io.leadstatus.conditional.Revalidation;
import io.leadstatus.security.Organization;

/** Makes reports. */
@ApplicationScoped
public class LeadStatusReports {
    private final ReportFilterReader filters;
    private final StatusFiguresRepository figures;
    private final ReportLimit limit;
    private final ReportVersions versions;
    private final Revalidation revalidation;
    private final Clock clock;

    LeadStatusReports(
            ReportFilterReader filters,
            StatusFiguresRepository figures,
            ReportLimit limit,
            ReportVersions versions,
            Revalidation revalidation,
            Clock clock) {
        this.filters = filters;
        this.figures = figures;
        this.limit = limit;
        this.versions = versions;
        this.revalidation = revalidation;
        this.clock = clock;
    }

    /**
     * The report that the parameters ask for.
     *
     * @throws RequestException that names every parameter that is wrong, or the filter that makes the report too large
     */
    public LeadStatusReport report(Organization organization, ReportParameters parameters) {
        ReportRequest request = ReportRequest.of(parameters, organization, filters, clock);
        return of(figures.read(organization, request), request, parameters);
    }

    /** The same, but counts nothing where the caller has it already. */
    LeadStatusReport reportUnlessUnchanged(Organization organization, ReportParameters parameters) {
        ReportRequest request = ReportRequest.of(parameters, organization, filters, clock);
        revalidation.stopIfUnchanged(() -> versions.current(organization, request));
        StatusFigures counted = figures.read(organization, request);
        versions.of(organization, request, counted.mark()).ifPresent(revalidation::answerIsOf);
        return of(counted, request, parameters);
    }

    private LeadStatusReport of(StatusFigures counted, ReportRequest request, ReportParameters parameters) {
        limit.require(counted, request, parameters);
        return LeadStatusReport.of(counted, request);
    }
}
