package io.leadstatus.api;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;

/** Status, headers and JSON body of an error. Never tells a caller more than that: no stack trace, no SQL. */
public record ErrorAnswer(int status, Map<String, String> headers, ErrorBody body) {
    static final int DATABASE_UNAVAILABLE = 503;

    private static final String CHALLENGE = "Basic realm=\"leadstatus\"";
    /** The methods of every resource here. */
    private static final String READ_ONLY = "GET,HEAD,OPTIONS";

    private static final String RETRY_AFTER_SECONDS = "2";

    static ErrorAnswer of(int status, String message) {
        return new ErrorAnswer(status, Map.of(), new ErrorBody.Plain(message));
    }

    static ErrorAnswer invalid(ErrorBody.Invalid errors) {
        return new ErrorAnswer(400, Map.of(), errors);
    }

    /** With the header of Close, which its clients read; what is left, and in how many seconds there is more. */
    static ErrorAnswer tooMany(int limit) {
        return new ErrorAnswer(
                429,
                Map.of(
                        HttpHeaders.RETRY_AFTER,
                        RETRY_AFTER_SECONDS,
                        "RateLimit",
                        "limit=%d, remaining=0, reset=%s".formatted(limit, RETRY_AFTER_SECONDS)),
                new ErrorBody.Plain("Too many requests at a time: of one organization, " + limit
                        + " are answered and few more wait. Try again shortly."));
    }

    public static ErrorAnswer unauthorized() {
        return new ErrorAnswer(
                401,
                Map.of(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE),
                new ErrorBody.Plain("The server could not verify that you are authorized to access the URL requested. "
                        + "Send an API key as the user name of HTTP Basic authentication, or a bearer token."));
    }

    /** The one place that turns exceptions into answers. */
    static ErrorAnswer of(Throwable failure) {
        if (failure instanceof RequestException request) {
            return request.answer();
        }
        if (failure instanceof UnauthorizedException || failure instanceof AuthenticationFailedException) {
            return unauthorized();
        }
        if (failure instanceof WebApplicationException http) {
            return of(http.getResponse().getStatus());
        }
        if (failure instanceof HttpException http) {
            return of(http.getStatusCode());
        }
        if (isDatabaseUnavailable(failure)) {
            return new ErrorAnswer(
                    DATABASE_UNAVAILABLE,
                    Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS),
                    new ErrorBody.Plain("The database is not available at the moment. Try again shortly."));
        }
        return of(500);
    }

    /** The answer for a status that came without more than itself. */
    static ErrorAnswer of(int status) {
        return switch (status) {
            case 400 -> of(400, "The URL or the body cannot be decoded. Percent-encode it as UTF-8.");
            case 401 -> unauthorized();
            case 404 -> of(404, "The requested URL was not found.");
            case 405 ->
                new ErrorAnswer(
                        405,
                        Map.of(HttpHeaders.ALLOW, READ_ONLY),
                        new ErrorBody.Plain("The method is not allowed for the requested URL. Use GET, or POST with "
                                + "X-HTTP-Method-Override: GET."));
            case 406 -> of(406, "Only application/json can be answered, and text/csv where a report is asked for.");
            case 413 -> of(413, "The request body is too large.");
            case 415 -> of(415, "Please send valid JSON with a 'Content-Type: application/json' header.");
            default ->
                status < 500
                        ? of(status, "The request could not be processed.")
                        : of(500, "The server could not answer the request. The fault has been logged.");
        };
    }

    /**
     * Connection lost, refused or not to be had in time, server or database shut down or starting, statement cancelled, by
     * a replica too that had to go on with what its primary did.
     */
    private static boolean isDatabaseUnavailable(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(state -> state == null
                        || state.startsWith("08")
                        || state.startsWith("40")
                        || state.startsWith("53")
                        || state.startsWith("55")
                        || state.startsWith("57")
                        || state.startsWith("28"));
    }
}
