package io.leadstatus.conditional;

import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.leadstatus.api.RequestTimeZone;

/** Puts an entity tag on every JSON answer to a {@code GET}, and answers 304 to a caller that has it already. */
@Singleton
public class EntityTagFilter {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int OK = Response.Status.OK.getStatusCode();

    private final ObjectMapper json;
    private final Revalidation revalidation;

    EntityTagFilter(ObjectMapper json, Revalidation revalidation) {
        this.json = json;
        this.revalidation = revalidation;
    }

    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (response.getStatus() != OK
                || !READING.contains(request.getMethod())
                || !MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())
                || response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        byte[] answer = json.writeValueAsBytes(response.getEntity());
        AnswerTag tag = revalidation.tag(answer);
        Optional<AnswerTag> held = revalidation.held(tag);
        if (held.isPresent()) {
            response.setEntity(null);
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
        } else {
            response.setEntity(answer);
        }
        // A caller that has the answer keeps its own tag for it: a cache finds what it stored by that one only.
        describe(response.getHeaders(), held.orElse(tag));
    }

    @ServerExceptionMapper
    public Response unchanged(UnchangedException unchanged) {
        Response response = Response.notModified().build();
        describe(response.getHeaders(), unchanged.tag());
        return response;
    }

    /** To be kept by the caller alone, and to be asked for anew each time. */
    private static void describe(MultivaluedMap<String, Object> headers, AnswerTag tag) {
        headers.putSingle(HttpHeaders.ETAG, tag.header());
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        headers.addAll(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION, RequestTimeZone.HEADER);
    }
}
