package io.leadstatus.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import io.leadstatus.lead.LeadHistory;
import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/**
 * A caller that asks again is answered 304 if, and only if, the report would be the same byte for byte, whatever was
 * written in between. {@code -Dhistories=…} runs more, {@code -Dseed=…} the same again.
 */
@ServiceTest
class UnchangedReportTest {
    private static final int HISTORIES = Integer.getInteger("histories", 40);
    private static final int ROUNDS = 12;

    /** A report that a caller keeps. */
    private record Held(RandomBounds bounds, String tag, String body) {}

    @Inject
    LeadHistory history;

    @Inject
    EntityManager entityManager;

    @Test
    void isAnsweredAsSuchAndNoOtherIs() {
        long firstSeed = Long.getLong("seed", System.nanoTime());
        int[] answers = new int[2];
        for (int i = 0; i < HISTORIES; i++) {
            try {
                compare(new Random(firstSeed + i), answers);
            } catch (Throwable failure) {
                throw new AssertionError("repeat with -Dseed=" + (firstSeed + i) + " -Dhistories=1", failure);
            }
        }
        System.out.printf("unchanged %,d, changed %,d, first seed %d%n", answers[0], answers[1], firstSeed);
        if (HISTORIES > 1) {
            assertThat(answers).as("both kinds of answers were tried").doesNotContain(0);
        }
    }

    private void compare(Random random, int[] answers) {
        List<RandomOrganization> created = new ArrayList<>();
        String key = QuarkusTransaction.requiringNew().call(() -> {
            String id = select("select create_organization('unchanged')");
            created.add(new RandomOrganization(id, history, random));
            write(created.get(0), 5 + random.nextInt(25));
            return select("select create_api_key('" + id + "', 'test')");
        });
        RandomOrganization organization = created.get(0);
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            held.add(ask(organization.id, key, RandomBounds.near(organization.moments, random)));
        }
        for (int round = 0; round < ROUNDS; round++) {
            int steps = random.nextInt(3);
            QuarkusTransaction.requiringNew().run(() -> write(organization, steps));
            int index = random.nextInt(held.size());
            held.set(index, askAgain(organization.id, key, held.get(index), answers));
        }
    }

    private static Held askAgain(String organization, String key, Held before, int[] answers) {
        Response again = request(organization, key, before.bounds())
                .header("If-None-Match", before.tag())
                .get(Service.reportPath(organization));
        Held now = ask(organization, key, before.bounds());
        if (now.body().equals(before.body())) {
            answers[0]++;
            assertThat(again.statusCode()).as(before.toString()).isEqualTo(304);
            assertThat(again.header("ETag")).isEqualTo(before.tag());
            return before;
        }
        answers[1]++;
        assertThat(again.statusCode()).as(before.toString()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(now.body());
        assertThat(again.header("ETag")).isEqualTo(now.tag()).isNotEqualTo(before.tag());
        return now;
    }

    private static Held ask(String organization, String key, RandomBounds bounds) {
        Response report = request(organization, key, bounds).get(Service.reportPath(organization));
        assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
        return new Held(bounds, report.header("ETag"), report.asString());
    }

    private static RequestSpecification request(String organization, String key, RandomBounds bounds) {
        RequestSpecification request =
                RestAssured.given().header("Authorization", Service.basic(key)).queryParams(bounds.parameters());
        return bounds.offset() == null ? request : request.header("X-TZ-Offset", bounds.offset());
    }

    private static void write(RandomOrganization organization, int steps) {
        for (int i = 0; i < steps; i++) {
            organization.step();
        }
    }

    private String select(String sql) {
        return (String) entityManager.createNativeQuery(sql).getSingleResult();
    }
}
