package io.leadstatus.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** Who may ask: one test for each rule. */
@ServiceTest
class AuthenticationTest {
    private static final String PATH = Service.reportPath("orga_demo");

    @Inject
    EntityManager entityManager;

    @Test
    void aRequestWithoutCredentialsIsChallenged() {
        Response response = given().get(PATH);

        assertUnauthorized(response);
        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.jsonPath().getString("error")).contains("API key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/api/v1/report/statuses/lead/orga_unknown/?date_start=x"})
    void authenticationComesBeforeAnythingElse(String path) {
        assertUnauthorized(given().get(path));
        assertUnauthorized(given().delete(path));
    }

    @Test
    void anApiKeyIsTheUserNameAndThePasswordIsIgnored() {
        for (String pair : new String[] {"api_demo:", "api_demo", "api_demo:anything: at all", "api_demo:\"\""}) {
            assertThat(get(basic(pair)).statusCode()).as(pair).isEqualTo(200);
        }
    }

    @Test
    void aTokenIsABearer() {
        assertThat(get("Bearer token_demo").statusCode()).isEqualTo(200);
        assertThat(get("bearer token_demo").statusCode()).isEqualTo(200);
    }

    @Test
    void aCredentialOfTheOtherKindIsNone() {
        assertUnauthorized(get("Bearer api_demo"));
        assertUnauthorized(get(basic("token_demo:")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Digest username=\"api_demo\"",
                "api_demo",
                "Basic",
                "Basic %%%",
                "Basic ====",
                "Basic \u00e4",
                "Bearer",
                "Bearer token_demo token_demo",
                "Bearer ' or true --",
                "Bearer t\u00f6ken"
            })
    void whatIsNoCredentialIsUnauthorized(String authorization) {
        assertUnauthorized(get(authorization));
    }

    @Test
    void unknownLongAndNonAsciiKeysAreUnauthorized() {
        for (String key :
                new String[] {"api_unknown", "", "api_dem\u00f6", "api_demo\u0000", "x".repeat(3_000), "API_DEMO"}) {
            assertUnauthorized(get(basic(key + ":")));
        }
        assertUnauthorized(get(
                "Basic " + Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, (byte) 0xfe, ':'})));
    }

    @Test
    void aRevokedKeyIsUnauthorizedFromThenOn() {
        String key = createKey("revoked", null);
        assertThat(get(basic(key + ":")).statusCode()).isEqualTo(200);

        assertThat(select("select revoke_credential('orga_demo', 'revoked')")).isEqualTo("1");

        assertUnauthorized(get(basic(key + ":")));
    }

    @Test
    void anExpiredKeyIsUnauthorized() {
        assertUnauthorized(get(basic(createKey("expired", "now() - interval '1 second'") + ":")));
        assertThat(get(basic(createKey("fresh", "now() + interval '1 hour'") + ":"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aKeyOfAnotherOrganizationSeesOnlyItsOwn() {
        assertThat(get(Service.basic("api_lively")).statusCode()).isEqualTo(404);
        assertThat(given().header("Authorization", Service.basic("api_lively"))
                        .get(Service.reportPath("orga_lively"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void onlyHashesAreStored() {
        String key = createKey("stored", null);

        String stored = select(
                "select string_agg(credential::text, ' ') from credential where organization_id = organization_number('orga_demo')");

        assertThat(key).matches("api_[0-9A-Za-z]{43}");
        assertThat(stored).doesNotContain(key).doesNotContain("api_demo").doesNotContain("token_demo");
    }

    @Test
    void nothingSecretIsLogged() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler recorder = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage() + Arrays.toString(entry.getParameters()) + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(recorder);
        try {
            root.info("recording");
            get(Service.basic("api_demo"));
            get("Bearer token_demo");
            get(Service.basic("api_secret"));
            get("Bearer token_secret");
            given().header("Authorization", Service.basic("api_secret")).get("/%zz");
        } finally {
            root.removeHandler(recorder);
        }
        assertThat(logged).anyMatch(line -> line.contains("recording"));
        assertThat(String.join("\n", logged))
                .doesNotContain(
                        "api_demo",
                        "token_demo",
                        "_secret",
                        Service.basic("api_demo").substring(6));
    }

    private String createKey(String name, String expiresAt) {
        return select("select create_api_key('orga_demo', '" + name + "', " + expiresAt + ")");
    }

    private String select(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        entityManager.createNativeQuery(sql).getSingleResult().toString());
    }

    private static Response get(String authorization) {
        return given().header("Authorization", authorization).get(PATH + "?date_end=2011-03-01");
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertUnauthorized(Response response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Basic realm=\"leadstatus\"");
    }
}
