package io.leadstatus.coldstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.leadstatus.coldstart.RuntimeApi.Answer;

/** A function that runs, with a runtime API of its own. */
final class FunctionProcess implements AutoCloseable {
    private final RuntimeApi api = new RuntimeApi();
    private final CompletableFuture<Instant> ready = new CompletableFuture<>();
    private final CompletableFuture<Answer> firstAnswer;
    private final Instant started;
    private final Process process;

    /** Starts it, with a first event at hand as AWS has one. */
    FunctionProcess(Path directory, List<String> command, Map<String, String> environment, byte[] event) {
        firstAnswer = api.invoke(event);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        try {
            started = Instant.now();
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread reader = new Thread(this::readOutput);
        reader.setDaemon(true);
        reader.start();
    }

    Instant started() {
        return started;
    }

    Instant ready() {
        return RuntimeApi.await(ready);
    }

    Instant polled() {
        return api.firstPoll();
    }

    Answer firstAnswer() {
        return RuntimeApi.await(firstAnswer);
    }

    Answer answer(byte[] event) {
        return RuntimeApi.await(api.invoke(event));
    }

    double peakMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, and waits until it has. */
    void terminate() throws InterruptedException {
        // Not Process.destroy(), which would close its output before it has written it.
        process.toHandle().destroy();
        process.waitFor(60, TimeUnit.SECONDS);
    }

    /** The runtime writes a line when it is ready; everything it writes has to be read. */
    private void readOutput() {
        StringBuilder output = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(" started in ")) {
                    ready.complete(Instant.now());
                }
                output.append(line).append('\n');
            }
        } catch (IOException e) {
            // The process is gone: what it wrote until then has been read.
        }
        IllegalStateException ended = new IllegalStateException("the function ended: " + output);
        ready.completeExceptionally(ended);
        firstAnswer.completeExceptionally(ended);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        api.close();
    }
}
