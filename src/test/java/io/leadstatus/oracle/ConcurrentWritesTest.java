package io.leadstatus.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import io.leadstatus.lead.LeadHistory;
import io.leadstatus.testing.Service;
import io.leadstatus.testing.ServiceTest;

/**
 * Several writers at once create, change, delete and merge leads, some of it in the past, while derived data is rebuilt
 * again and again: every report asked meanwhile is that of one moment between two commits, and in the end everything
 * that is derived agrees with the events. {@code -Dreports=…} asks for more, {@code -Dseed=…} draws the same again.
 */
@ServiceTest
class ConcurrentWritesTest {
    private static final int WRITERS = 3;
    private static final int REPORTS = Integer.getInteger("reports", 100);

    @Inject
    LeadHistory history;

    @Inject
    EntityManager entityManager;

    @Inject
    UserTransaction transaction;

    @Inject
    DataSource database;

    /** The organization after each commit, in order. Commits take turns, so that it is known; what they commit does not. */
    private final List<RawHistory> states = new ArrayList<>();

    /** Each writer's part of the last of them. */
    private final List<RawHistory> parts = new ArrayList<>();

    private final List<RandomOrganization> writers = new ArrayList<>();
    private String apiKey;

    private volatile boolean enough;

    @Test
    void everyReportIsOfOneMoment() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        createOrganization(seed);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writing.add(threads.submit(() -> write(writer)));
            }
            Future<Integer> rebuilding = threads.submit(this::rebuild);
            report(new Random(seed));
            for (Future<?> writer : writing) {
                writer.get();
            }
            System.out.printf(
                    "seed %d: %d commits, %d reports, %d rebuildings%n",
                    seed, states.size() - 1, REPORTS, rebuilding.get());
        } catch (Throwable failure) {
            throw new AssertionError("repeat with -Dseed=" + seed, failure);
        } finally {
            enough = true;
            threads.shutdown();
        }
        assertThat(history.verify(writers.get(0).id)).isEmpty();
    }

    private void createOrganization(long seed) {
        QuarkusTransaction.requiringNew().run(() -> {
            String id = (String) entityManager
                    .createNativeQuery("select create_organization('concurrent')")
                    .getSingleResult();
            entityManager
                    .createNativeQuery("delete from lead_status where organization_id = organization_number(?1)")
                    .setParameter(1, id)
                    .executeUpdate();
            apiKey = (String) entityManager
                    .createNativeQuery("select create_api_key(?1, 'test')")
                    .setParameter(1, id)
                    .getSingleResult();
            writers.add(new RandomOrganization(id, history, new Random(seed)));
        });
        for (int i = 1; i < WRITERS; i++) {
            writers.add(writers.get(0).another(new Random(seed + i)));
        }
        writers.forEach(writer -> parts.add(writer.raw.copy()));
        states.add(RawHistory.together(parts));
    }

    private void write(int number) {
        RandomOrganization writer = writers.get(number);
        Random pauses = new Random(number);
        try {
            while (!enough) {
                Thread.sleep(pauses.nextInt(30));
                transaction.begin();
                writer.stepOfLead();
                synchronized (states) {
                    transaction.commit();
                    parts.set(number, writer.raw.copy());
                    states.add(RawHistory.together(parts));
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int rebuild() throws SQLException {
        int times = 0;
        try (Connection connection = database.getConnection();
                CallableStatement rebuild = connection.prepareCall("call rebuild_lead_history(?, 7)")) {
            rebuild.setString(1, writers.get(0).id);
            for (; !enough; times++) {
                rebuild.execute();
            }
        }
        return times;
    }

    private void report(Random random) {
        String organization = writers.get(0).id;
        for (int i = 0; i < REPORTS; i++) {
            RandomBounds bounds = RandomBounds.near(writers.get(0).moments, random);
            int first = numberOfStates() - 1;
            JsonNode answer = Service.report(organization, apiKey, bounds.parameters(), bounds.offset());
            requireOneOf(first, numberOfStates() - 1, bounds, new AnsweredReport(answer));
        }
        enough = true;
    }

    private int numberOfStates() {
        synchronized (states) {
            return states.size();
        }
    }

    private void requireOneOf(int first, int last, RandomBounds bounds, AnsweredReport answer) {
        for (int i = first; i <= last; i++) {
            BruteForceReport expected = new BruteForceReport(state(i), bounds.start(), bounds.end());
            if (answer.overview().equals(expected.overview())
                    && answer.transitions().equals(expected.transitions())
                    && answer.summary().equals(expected.summary())) {
                return;
            }
        }
        assertThat(answer.overview())
                .as("%s, none of the moments after commit %d to %d, of which the last is", bounds, first, last)
                .isEqualTo(new BruteForceReport(state(last), bounds.start(), bounds.end()).overview());
    }

    private RawHistory state(int number) {
        synchronized (states) {
            return states.get(number);
        }
    }
}
