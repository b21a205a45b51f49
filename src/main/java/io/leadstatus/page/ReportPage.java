package io.leadstatus.page;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestQuery;

import io.leadstatus.api.ParameterErrors;
import io.leadstatus.api.RequestException;
import io.leadstatus.api.RequestTimeZone;
import io.leadstatus.report.LeadStatusReport;
import io.leadstatus.report.LeadStatusReports;
import io.leadstatus.report.ReportParameters;
import io.leadstatus.security.CallerOrganization;
import io.leadstatus.security.Organization;
import io.leadstatus.smartview.SmartView;
import io.leadstatus.smartview.SmartViewRepository;

/** The report as tables, a matrix and a flow. Takes the parameters of the report, and shows what is wrong with them. */
@Path(ReportPage.PATH)
@Blocking
@HtmlPage
@Produces(MediaType.TEXT_HTML)
public class ReportPage {
    static final String PATH = "/report/statuses/lead";

    private final CallerOrganization caller;
    private final LeadStatusReports reports;
    private final SmartViewRepository smartViews;
    private final Clock clock;

    ReportPage(CallerOrganization caller, LeadStatusReports reports, SmartViewRepository smartViews, Clock clock) {
        this.caller = caller;
        this.reports = reports;
        this.smartViews = smartViews;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "page", requireTypeSafeExpressions = true)
    static class Templates {
        static native TemplateInstance report(ReportView view, ReportForm form);
    }

    @GET
    public Response show(@BeanParam ReportParameters parameters, @RestQuery String preset) {
        if (preset != null && !preset.isEmpty()) {
            return toPeriodOf(preset, parameters);
        }
        Organization organization = caller.get();
        List<SmartView> views = smartViews.of(organization);
        try {
            LeadStatusReport report = reports.report(organization, parameters);
            ReportForm form = new ReportForm(organization.id(), parameters, views, Map.of(), List.of());
            return Response.ok(Templates.report(ReportView.of(report), form)).build();
        } catch (RequestException e) {
            ReportForm form = new ReportForm(organization.id(), parameters, views, e.fieldErrors(), e.errors());
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.report(null, form))
                    .build();
        }
    }

    /** An address that names a preset means another period every day; the one it leads to can be kept and shared. */
    private Response toPeriodOf(String name, ReportParameters parameters) {
        Preset preset = Preset.of(name)
                .orElseThrow(() -> RequestException.notFound(
                        "There is no period named preset=" + name + ". Use one such as preset=last-month."));
        ParameterErrors errors = new ParameterErrors();
        LocalDate today = LocalDate.ofInstant(
                clock.instant(),
                RequestTimeZone.of(parameters.timezone, parameters.offset, errors)
                        .get());
        Address address = Address.of(PATH + "/")
                .with("date_start", preset.firstDay(today))
                .with("date_end", preset.lastDay(today))
                .with("query", parameters.query)
                .with("smart_view_id", parameters.smartViewId)
                .with("timezone", parameters.timezone);
        return Response.seeOther(URI.create(address.toString())).build();
    }
}
