package io.leadstatus.coldstart;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.leadstatus.testing.Service;

/**
 * Reports a second: the plain HTTP server asked by wrk, beside pgbench with the bare statement, in turn, each with as
 * many connections to the database.
 */
record Throughput(List<Double> reports, List<Double> statements) {
    private static final Path SERVER = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final String PERIOD = "?date_start=2014-01-01&date_end=2014-05-31&timezone=America/Los_Angeles";
    private static final int CONNECTIONS = 4;
    private static final String SECONDS = "10";
    private static final Pattern REQUESTS = Pattern.compile("Requests/sec: +([0-9.]+)");
    private static final Pattern TRANSACTIONS = Pattern.compile("tps = ([0-9.]+)");

    /** Empty if something that it takes is not there. */
    static Optional<Throughput> measure(ColdStartDatabase database, Path statement) throws Exception {
        if (!Files.exists(SERVER) || !isInstalled("wrk") || !isInstalled("pgbench")) {
            System.out.println(
                    "SKIPPED throughput: it takes target/quarkus-app (./mvnw package -Dhttp), wrk and pgbench"
                            + " (Debian: wrk, postgresql-contrib)");
            return Optional.empty();
        }
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", SERVER.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(database.ofFunction());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        Process server = builder.start();
        try {
            String url = "http://localhost:" + port + Service.reportPath("orga_demo") + PERIOD;
            awaitReport(url);
            wrk(url);
            return Optional.of(inTurn(url, statement, database.ofLibpq()));
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private static Throughput inTurn(String url, Path statement, Map<String, String> environment) throws Exception {
        List<Double> reports = new ArrayList<>();
        List<Double> statements = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            reports.add(wrk(url));
            statements.add(figure(
                    TRANSACTIONS,
                    environment,
                    "pgbench",
                    "--no-vacuum",
                    "--protocol=extended",
                    "--client=" + CONNECTIONS,
                    "--time=" + SECONDS,
                    "--file=" + statement));
        }
        return new Throughput(reports, statements);
    }

    private static double wrk(String url) throws Exception {
        String authorization = "Authorization: " + Service.basic("api_demo");
        return figure(REQUESTS, Map.of(), "wrk", "-t1", "-c" + CONNECTIONS, "-d" + SECONDS, "-H", authorization, url);
    }

    private static double figure(Pattern figure, Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher matcher = figure.matcher(output);
        if (process.waitFor() != 0 || output.contains("Non-2xx") || !matcher.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static void awaitReport(String url) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", Service.basic("api_demo"))
                .build();
        for (int attempt = 0; attempt < 300; attempt++) {
            try {
                HttpResponse<Void> answer =
                        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It listens in a moment.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the plain HTTP server does not answer");
    }

    private static boolean isInstalled(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + program + " > /dev/null")
                        .start()
                        .waitFor()
                == 0;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
