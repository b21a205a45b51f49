package io.leadstatus.report;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.leadstatus.conditional.Version;
import io.leadstatus.lead.LeadStatus;
import io.leadstatus.operation.DatabaseMeter;
import io.leadstatus.security.Organization;

/**
 * Tells one report from another without computing it: by the program that computes it, the organization, the period and
 * the marks of the organization's history (see V1__schema.sql). A filtered report also depends on the leads as
 * they are now, which nothing marks: it has no version.
 */
@ApplicationScoped
class ReportVersions implements PanacheRepositoryBase<LeadStatus, LeadStatus.Key> {
    private static final String MARK = "with " + HistoryMark.HISTORY_RANGE + HistoryMark.MARK;

    private final DatabaseMeter database;
    private final String program;

    ReportVersions(DatabaseMeter database, @ConfigProperty(name = "leadstatus.program") String program) {
        this.database = database;
        this.program = program;
    }

    /** The version that a report has now; empty if the report has none. */
    @SuppressWarnings("unchecked")
    Optional<Version> current(Organization organization, ReportRequest request) {
        if (request.filter() != null) {
            return Optional.empty();
        }
        Query statement =
                getEntityManager().createNativeQuery(MARK).setParameter("organization", organization.number());
        HistoryRanges.ofMark(request.period()).parameters().forEach(statement::setParameter);
        List<String> mark = database.read(() -> (List<String>) statement.getResultList());
        return of(organization, request, mark.get(0));
    }

    /**
     * The version of a report that was computed; empty if the report has none.
     *
     * @param mark read by the statement that read the figures, so that it tells of the same history
     */
    Optional<Version> of(Organization organization, ReportRequest request, String mark) {
        // Everything that a request consists of, by its constructor: another part of it has to be thought of here.
        if (!request.equals(new ReportRequest(request.period(), null))) {
            return Optional.empty();
        }
        Period period = request.period();
        return Optional.of(Version.of(program, organization.number(), period.start(), period.end(), mark));
    }
}
