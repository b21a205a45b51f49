package io.leadstatus.operation;

import java.util.UUID;
import java.util.regex.Pattern;

import com.amazonaws.services.lambda.runtime.Context;
import io.quarkus.vertx.http.runtime.QuarkusHttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Names a request in every log: that of the function's platform, else that of the caller, else one of our own. */
final class RequestId {
    static final String HEADER = "X-Request-Id";

    /** Anything else could not be told from the lines and fields of a log. */
    private static final Pattern HARMLESS = Pattern.compile("[\\w.:/+=@-]{1,128}");

    private RequestId() {}

    static String of(HttpServerRequest request) {
        if (request.headers() instanceof QuarkusHttpHeaders event
                && event.getContextObjects() != null
                && event.getContextObjects().get(Context.class) instanceof Context invocation
                && invocation.getAwsRequestId() != null) {
            return invocation.getAwsRequestId();
        }
        String sent = request.getHeader(HEADER);
        return sent != null && HARMLESS.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }
}
