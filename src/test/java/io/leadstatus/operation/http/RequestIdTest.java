package io.leadstatus.operation.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.RecordedRequests;
import io.leadstatus.testing.ServiceTest;

/** A request is known by the id that its caller gives it, as long as that is harmless. */
@ServiceTest
class RequestIdTest {
    private static final String GENERATED = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @ParameterizedTest
    @ValueSource(strings = {"7f3c", "JKJaXmPLvHcESHA=", "1-5f84c7a3-0af76519", "a:b/c+d@e_f.g"})
    void theCallersIdIsEchoedAndLogged(String id) {
        try (RecordedRequests requests = new RecordedRequests()) {
            given().header("X-Request-Id", id).get("/").then().header("X-Request-Id", id);

            assertThat(requests.request(id).path("status").asInt()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\",\"status\":200,\"", "{}", "a\tb", "<script>", "%0a{\"forged\":1}", "\u00fc"})
    void anIdThatCouldForgeALineIsReplaced(String id) {
        try (RecordedRequests requests = new RecordedRequests()) {
            String answered = given().header("X-Request-Id", id).get("/").header("X-Request-Id");

            assertThat(answered).matches(GENERATED);
            assertThat(requests.line(answered)).doesNotContain("forged", "script");
        }
    }

    @Test
    void anIdThatIsTooLongIsReplaced() {
        assertThat(given().header("X-Request-Id", "x".repeat(129)).get("/").header("X-Request-Id"))
                .matches(GENERATED);
        assertThat(given().header("X-Request-Id", "x".repeat(128)).get("/").header("X-Request-Id"))
                .isEqualTo("x".repeat(128));
    }
}
