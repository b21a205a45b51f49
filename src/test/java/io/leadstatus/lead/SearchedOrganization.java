package io.leadstatus.lead;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.BeforeEach;

import io.leadstatus.testing.Service;

/** An organization, for each test a new one, with the leads that the test writes, and the lead search over them. */
abstract class SearchedOrganization {
    static final String PATH = "/api/v1/lead/";
    private static final Instant MONDAY = Instant.parse("2020-06-01T12:00:00.123456Z");

    @Inject
    LeadHistory history;

    @Inject
    EntityManager entityManager;

    String organization;
    String key;
    String status;

    @BeforeEach
    void anOrganization() {
        organization = select("select create_organization('searched')");
        key = select("select create_api_key(?1, 'test')", organization);
        status = history.createStatus(organization, "Wön \"\\ 100%", null, null);
    }

    JsonNode search(String parameters) {
        return Service.get(PATH + "?" + parameters, key, null);
    }

    String lead(String document) {
        return history.createLead(organization, status, MONDAY, null, document);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String select(String sql, Object... parameters) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var query = entityManager.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return (String) query.getSingleResult();
        });
    }
}
