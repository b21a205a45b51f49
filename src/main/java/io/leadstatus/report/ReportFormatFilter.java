package io.leadstatus.report;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Takes {@code _format=csv} for {@code Accept: text/csv}, since links cannot say that. */
@Singleton
public class ReportFormatFilter {
    /** Filters without a priority, the override of the method among them, have 5000. */
    static final int AFTER_METHOD_OVERRIDE = 5001;

    @ServerRequestFilter(preMatching = true, priority = ReportFormatFilter.AFTER_METHOD_OVERRIDE)
    public void accept(ContainerRequestContext context) {
        if ("csv".equals(context.getUriInfo().getQueryParameters().getFirst("_format"))) {
            context.getHeaders().putSingle(HttpHeaders.ACCEPT, CsvReportWriter.TEXT_CSV);
        }
    }
}
