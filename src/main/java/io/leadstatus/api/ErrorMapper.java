package io.leadstatus.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.jboss.logging.Logger;

/** Answers every exception that reaches the resources' end. */
@Provider
public class ErrorMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ErrorMapper.class);

    private final LostConnections lostConnections;

    ErrorMapper(LostConnections lostConnections) {
        this.lostConnections = lostConnections;
    }

    @Override
    public Response toResponse(Throwable failure) {
        ErrorAnswer answer = ErrorAnswer.of(failure);
        if (answer.status() >= 500) {
            LOG.error("request failed", failure);
        }
        lostConnections.forgetAfter(answer);
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.body());
        answer.headers().forEach(response::header);
        return response.build();
    }
}
