package io.leadstatus.api;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes {@code POST} with {@code X-HTTP-Method-Override: GET} and a body {@code {"_params": {…}}} for the {@code GET} that
 * it stands for, for filters that are too long for a URL. A parameter of the body comes before one of the URL.
 */
@Singleton
public class MethodOverrideFilter {
    private static final String HEADER = "X-HTTP-Method-Override";
    private static final String EXAMPLE = "{\"_params\": {\"date_start\": \"2014-01-01\"}}";

    private final ObjectMapper json;
    private final long longestBody;

    MethodOverrideFilter(
            ObjectMapper json, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longestBody) {
        this.json = json;
        this.longestBody = longestBody.asLongValue();
    }

    @ServerRequestFilter(preMatching = true)
    public Uni<Void> override(ContainerRequestContext context, HttpServerRequest request) {
        if (!HttpMethod.POST.equals(context.getMethod())
                || !HttpMethod.GET.equalsIgnoreCase(context.getHeaderString(HEADER))) {
            return Uni.createFrom().voidItem();
        }
        return body(request).invoke(body -> becomeGet(context, body)).replaceWithVoid();
    }

    private Uni<Buffer> body(HttpServerRequest request) {
        return Uni.createFrom().emitter(emitter -> {
            Buffer body = Buffer.buffer();
            request.exceptionHandler(emitter::fail);
            request.endHandler(end -> emitter.complete(body));
            request.handler(part -> {
                if (body.length() + part.length() > longestBody) {
                    emitter.fail(new WebApplicationException(413));
                } else {
                    body.appendBuffer(part);
                }
            });
            request.resume();
        });
    }

    private void becomeGet(ContainerRequestContext context, Buffer body) {
        URI uri = context.getUriInfo().getRequestUri();
        StringJoiner query = new StringJoiner("&");
        for (Map.Entry<String, JsonNode> parameter : parameters(body).properties()) {
            append(query, parameter.getKey(), parameter.getValue());
        }
        if (uri.getRawQuery() != null) {
            query.add(uri.getRawQuery());
        }
        context.setMethod(HttpMethod.GET);
        context.setRequestUri(URI.create(uri.getRawPath() + "?" + query));
    }

    private JsonNode parameters(Buffer body) {
        JsonNode parameters;
        try {
            parameters = json.readTree(body.getBytes()).path("_params");
        } catch (IOException e) {
            throw RequestException.badRequest(
                    "The request contains invalid JSON. Send a body such as " + EXAMPLE + ".");
        }
        if (!parameters.isObject()) {
            throw RequestException.badRequest("_params must be an object. Send a body such as " + EXAMPLE + ".");
        }
        return parameters;
    }

    private static void append(StringJoiner query, String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(each -> append(query, name, each));
        } else if (value.isValueNode() && !value.isNull()) {
            query.add(encode(name) + "=" + encode(value.asText()));
        } else if (value.isObject()) {
            throw RequestException.badRequest(
                    "_params." + name + " must be a text or a number. Send a body such as " + EXAMPLE + ".");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
