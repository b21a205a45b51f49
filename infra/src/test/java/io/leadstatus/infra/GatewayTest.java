package io.leadstatus.infra;

import static io.leadstatus.infra.DefaultApp.APP;
import static io.leadstatus.infra.SynthesizedApp.properties;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What comes in from the Internet, and what is written down of it. */
class GatewayTest {

    @Test
    void theGatewayHandsEveryRequestToTheAliasInPayloadTwo() {
        APP.service.hasResourceProperties("AWS::ApiGatewayV2::Route", Map.of("RouteKey", "$default"));
        JsonNode integration =
                properties(APP.service, "AWS::ApiGatewayV2::Integration").get(0);
        assertThat(integration.path("PayloadFormatVersion").asText()).isEqualTo("2.0");
        assertThat(integration.path("IntegrationUri").toString()).contains("FunctionAlias");
    }

    @Test
    void requestsAreThrottledAndLoggedWithoutWhatIsPrivate() {
        JsonNode stage = properties(APP.service, "AWS::ApiGatewayV2::Stage").get(0);
        assertThat(stage.at("/DefaultRouteSettings/ThrottlingRateLimit").asInt())
                .isEqualTo(100);
        assertThat(stage.at("/DefaultRouteSettings/ThrottlingBurstLimit").asInt())
                .isEqualTo(200);
        String format = stage.at("/AccessLogSettings/Format").asText();
        assertThat(format).contains("$context.requestId", "$context.status", "$context.responseLatency");
        assertThat(format).contains("$context.routeKey");
        assertThat(format.toLowerCase(Locale.ROOT)).doesNotContain("path", "query", "header", "authorizer");
    }
}
