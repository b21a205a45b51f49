package io.leadstatus.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import io.leadstatus.search.SearchVocabulary;
import io.leadstatus.testing.RecordedRequests;
import io.leadstatus.testing.Service;

/** Asks all that the service can be asked, in every form that makes another statement of it. */
final class EveryResource implements AutoCloseable {
    private static final String YEAR = "?date_start=2014-01-01&date_end=2014-12-31";
    private static final List<String> PERIODS =
            List.of("", YEAR, "?date_start=2014-02-03T04:05:06", "?date_end=2014-05-31", YEAR + "&_format=csv");

    private final RecordedRequests requests = new RecordedRequests();
    private final Set<String> askedPaths = new TreeSet<>();
    private final String organization;
    private final String key;

    private EveryResource(String organization, String key) {
        this.organization = organization;
        this.key = key;
    }

    /** Fails if there is a resource that it does not know, or a keyword of the search. */
    static void ask(String organization, String key) {
        try (EveryResource all = new EveryResource(organization, key)) {
            all.askReports();
            all.askQueries();
            all.askLists();
            all.askPages();
            assertThat(pathsOfResources()).contains("/api/v1/lead/{id}");
            assertThat(all.askedPaths).containsAll(pathsOfResources());
        }
    }

    private void askReports() {
        String report = Service.reportPath(organization);
        for (String period : PERIODS) {
            answer(client(), report + period, 200);
        }
        Response year = answer(client(), report + YEAR, 200);
        answer(client().header("If-None-Match", year.header("ETag")), report + YEAR, 304);
        answer(client(), report + "?smart_view_id=" + idOf("/api/v1/saved_search/"), 200);
        year.jsonPath().getList("status_overview._queries.gained", String.class).forEach(this::askQuery);
        year.jsonPath().getList("status_transitions._query", String.class).forEach(this::askQuery);
    }

    private void askQueries() {
        SearchVocabulary.shapes().forEach(this::askQuery);
        SearchVocabulary.clauses()
                .forEach((keyword, clauses) -> askQuery(clauses.stream()
                        .filter(this::isUnderstood)
                        .reduce((first, last) -> last)
                        .orElseThrow(() -> new AssertionError("no right query with " + keyword))));
    }

    private void askQuery(String query) {
        assertThat(isUnderstood(query)).as(query).isTrue();
        answer(client().queryParam("query", query), Service.reportPath(organization) + YEAR, 200);
    }

    private boolean isUnderstood(String query) {
        return answer(client().queryParam("query", query), "/api/v1/lead/?_limit=2")
                        .statusCode()
                == 200;
    }

    private void askLists() {
        answer(client(), "/api/v1/lead/?_limit=2&_skip=1&_fields=id,custom.cf_1,contacts,status_label", 200);
        for (String list : List.of("/api/v1/lead/", "/api/v1/status/lead/", "/api/v1/saved_search/")) {
            answer(client(), list + idOf(list) + "/", 200);
        }
        answer(client(), "/api/v1/saved_search/?type=lead", 200);
        answer(client(), "/api/v1/me/", 200);
        answer(given(), "/q/health/ready", 200);
        answer(given(), "/q/health/live", 200);
    }

    private void askPages() {
        answer(client(), "/report/statuses/lead/", 200);
        answer(client(), "/report/statuses/lead/" + YEAR + "&query=contacts%3E1", 200);
        answer(client(), "/search/", 200);
        answer(client(), "/search/status:customer/?page=2", 200);
        answer(client(), "/lead/" + idOf("/api/v1/lead/") + "/", 200);
    }

    private String idOf(String list) {
        return answer(client(), list, 200).jsonPath().getString("data[0].id");
    }

    private Response answer(RequestSpecification client, String path, int status) {
        Response answer = answer(client, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        return answer;
    }

    private Response answer(RequestSpecification client, String path) {
        Response answer = client.get(path);
        askedPaths.add(
                requests.request(answer.header("X-Request-Id")).get("path").asText());
        return answer;
    }

    private RequestSpecification client() {
        return given().header("Authorization", Service.basic(key));
    }

    /** As the log tells them. */
    private static Set<String> pathsOfResources() {
        Set<String> paths = new HashSet<>();
        for (InstanceHandle<Object> bean : Arc.container().listAll(Object.class, Any.Literal.INSTANCE)) {
            Class<?> type = bean.getBean().getBeanClass();
            if (type.isAnnotationPresent(Path.class)) {
                Stream.of(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(GET.class))
                        .forEach(method -> paths.add(path(type) + path(method)));
            }
        }
        return paths;
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value().replaceAll("^/|/$", "").replaceAll(":[^}]*}", "}");
    }

    @Override
    public void close() {
        requests.close();
    }
}
