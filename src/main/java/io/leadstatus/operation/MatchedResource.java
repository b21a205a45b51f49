package io.leadstatus.operation;

import java.net.URI;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** Notes which resource answers, and what it is asked if that is to be told. */
@Singleton
public class MatchedResource {
    /** In {@code {query: .+}}. */
    private static final Pattern PATTERN_OF_NAME = Pattern.compile(":[^}]*}");

    private final boolean tellsQuery;

    MatchedResource(@ConfigProperty(name = "leadstatus.request-log.query") boolean tellsQuery) {
        this.tellsQuery = tellsQuery;
    }

    @ServerRequestFilter
    public void note(ContainerRequestContext request) {
        RequestMeasurement.current().ifPresent(measurement -> {
            // As it is after a method override: parameters of the body included.
            URI uri = request.getUriInfo().getRequestUri();
            measurement.matched(
                    template(CurrentRequestManager.get().getTarget()), tellsQuery ? uri.getRawQuery() : null);
        });
    }

    private static String template(RuntimeResource resource) {
        String path = resource.getClassPath().template + resource.getPath().template;
        path = PATTERN_OF_NAME.matcher(path).replaceAll("}");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
