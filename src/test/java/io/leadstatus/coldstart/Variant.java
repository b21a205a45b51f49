package io.leadstatus.coldstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.leadstatus.coldstart.RuntimeApi.Answer;
import io.leadstatus.testing.SampleAnswer;

/** Something that can be started to answer one report. */
sealed interface Variant {

    String name();

    /** Of what is uploaded or installed. */
    long packageBytes();

    /** Starts a fresh process and ends it after its first report. */
    ColdStart start(ColdStartDatabase database);

    /**
     * A packaged function.
     *
     * @param directory where it has been unpacked
     */
    record Function(
            String name,
            long packageBytes,
            Path directory,
            List<String> command,
            Map<String, String> environment,
            byte[] event)
            implements Variant {
        private static final ObjectMapper JSON = new ObjectMapper();

        FunctionProcess process(ColdStartDatabase database) {
            Map<String, String> all = new HashMap<>(environment);
            all.putAll(database.ofFunction());
            return new FunctionProcess(directory, command, all, event);
        }

        @Override
        public ColdStart start(ColdStartDatabase database) {
            try (FunctionProcess process = process(database)) {
                Answer answer = process.firstAnswer();
                double peakMegabytes = process.peakMegabytes();
                requireSample(answer);
                Instant started = process.started();
                return new ColdStart(
                        milliseconds(started, process.ready()),
                        milliseconds(started, process.polled()),
                        milliseconds(started, database.connectedAfter(started)),
                        milliseconds(started, answer.at()),
                        peakMegabytes);
            }
        }

        /** What is measured has to be the report of Close's documentation. */
        static void requireSample(Answer answer) {
            String body;
            try {
                body = JSON.readTree(answer.json()).path("body").asText();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (!SampleAnswer.pretty(body).equals(SampleAnswer.pretty())) {
                throw new IllegalStateException("not the sample's report: " + answer.json());
            }
        }
    }

    /** The least that a process can do. */
    record Yardstick(String name, long packageBytes, Path executable, Path sql, ReportStatement statement)
            implements Variant {

        @Override
        public ColdStart start(ColdStartDatabase database) {
            List<String> command = new ArrayList<>(List.of(executable.toString(), sql.toString()));
            command.addAll(statement.parameters());
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(database.ofLibpq());
            try {
                Instant started = Instant.now();
                Process process = builder.start();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                Instant answered = Instant.now();
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(output);
                }
                String kilobytes = output.strip().substring(output.strip().lastIndexOf('\n') + 1);
                return new ColdStart(
                        null,
                        null,
                        milliseconds(started, database.connectedAfter(started)),
                        milliseconds(started, answered),
                        Double.parseDouble(kilobytes) * 1024 / 1e6);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static double milliseconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }
}
