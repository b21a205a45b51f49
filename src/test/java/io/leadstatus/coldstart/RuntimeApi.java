package io.leadstatus.coldstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The runtime API of AWS Lambda for one function process: it polls for events here and posts its answers. */
final class RuntimeApi implements AutoCloseable {
    private static final String INVOCATION = "/2018-06-01/runtime/invocation/";
    private static final int LONGEST_ANSWER_SECONDS = 60;

    /** An answer and when all of it was here. */
    record Answer(String json, Instant at) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<CompletableFuture<Answer>> waiting = new LinkedBlockingQueue<>();
    private final CompletableFuture<Instant> firstPoll = new CompletableFuture<>();

    RuntimeApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** For the variable AWS_LAMBDA_RUNTIME_API. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Hands the event to the function as soon as it polls. */
    CompletableFuture<Answer> invoke(byte[] event) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        waiting.add(answer);
        events.add(event);
        return answer;
    }

    Instant firstPoll() {
        return await(firstPoll);
    }

    static <T> T await(CompletableFuture<T> expected) {
        try {
            return expected.get(LONGEST_ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the function did not answer", e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        Instant now = Instant.now();
        String path = exchange.getRequestURI().getPath();
        if (path.equals(INVOCATION + "next")) {
            firstPoll.complete(now);
            giveEvent(exchange);
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Answer answer = new Answer(body, Instant.now());
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
        if (path.startsWith(INVOCATION) && path.endsWith("/response")) {
            waiting.remove().complete(answer);
        } else {
            waiting.remove().completeExceptionally(new IllegalStateException(path + ": " + body));
        }
    }

    private void giveEvent(HttpExchange exchange) throws IOException {
        byte[] event;
        try {
            event = events.take();
        } catch (InterruptedException e) {
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "00000000-0000-0000-0000-000000000000");
        exchange.getResponseHeaders()
                .add("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 30_000));
        exchange.getResponseHeaders()
                .add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:123456789012:function:report");
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
