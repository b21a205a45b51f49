package io.leadstatus.operation.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.restassured.RestAssured;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/** An organization that asks for more than its part waits for itself, and is refused in the end; others are answered. */
@ServiceTest
class ConnectionSharesTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String BLOCKED = "/api/v1/saved_search/";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @Test
    void othersAreAnsweredWhileOneWaits() throws Exception {
        int share = connections - 1;
        List<CompletableFuture<HttpResponse<String>>> asked;
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table smart_view in access exclusive mode");
            asked = Stream.generate(() -> ask(BLOCKED, "api_demo"))
                    .limit(share + 5)
                    .toList();
            awaitWaiting(statement, share);

            assertThat(ask("/api/v1/status/lead/", "api_lively").join().statusCode())
                    .isEqualTo(200);
            // Some have an answer although the table is locked.
            CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new)).join();
            connection.rollback();
        }

        List<HttpResponse<String>> answers =
                asked.stream().map(CompletableFuture::join).toList();
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSizeGreaterThanOrEqualTo(share);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 200))
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(429);
                    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
                    assertThat(answer.headers().firstValue("RateLimit"))
                            .hasValue("limit=" + share + ", remaining=0, reset=2");
                    assertThat(answer.body()).startsWith("{\"error\":\"Too many requests at a time");
                });
        assertThat(Stream.generate(() -> ask(BLOCKED, "api_demo")).limit(40).toList())
                .as("connections are given back, and waiting is no fault")
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    private static void awaitWaiting(Statement statement, int expected) throws SQLException, InterruptedException {
        int waiting;
        do {
            Thread.sleep(20);
            try (ResultSet row = statement.executeQuery("select count(*) from pg_locks where not granted")) {
                row.next();
                waiting = row.getInt(1);
            }
        } while (waiting < expected);
    }

    private static CompletableFuture<HttpResponse<String>> ask(String path, String key) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", Service.basic(key))
                .build();
        return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }
}
