package io.leadstatus.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Makes the variants of what the build left in {@code target}. What is not there is left out, and said so. */
final class Packages {
    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    /** As AWS starts a JVM, which compiles with C1 only. */
    private static final List<String> JVM_OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path target;
    private final Path directory;
    private final byte[] event;

    /** @param directory for what is unpacked and made on the way */
    Packages(Path target, Path directory, byte[] event) {
        this.target = target;
        this.directory = directory;
        this.event = event;
    }

    Optional<Variant.Function> nativeFunction() throws IOException {
        Optional<Path> executable = find(target, "-runner");
        if (executable.isEmpty()) {
            System.out.println("SKIPPED native: no executable in target; ./mvnw package -Dnative makes it");
            return Optional.empty();
        }
        List<String> command = List.of(executable.get().toAbsolutePath().toString());
        return Optional.of(
                new Variant.Function("native", zippedBytes(executable.get()), target, command, Map.of(), event));
    }

    Optional<Variant.Function> jvmFunction() throws IOException {
        Path zip = target.resolve("function.zip");
        if (!Files.exists(zip) || !unzip(zip, directory.resolve("jvm"))) {
            System.out.println("SKIPPED JVM: no function.zip for the JVM in target; ./mvnw package makes it");
            return Optional.empty();
        }
        return Optional.of(jvm("JVM", Files.size(zip), runtimeClient(), List.of()));
    }

    /** The same with an archive of the classes that a first report loads, and from JDK 25 on of how they are linked. */
    Optional<Variant.Function> archivedFunction(ColdStartDatabase database) throws Exception {
        Path jars = directory.resolve("jvm").resolve("lib");
        Optional<Path> application = find(target, "-runner.jar");
        if (!Files.exists(jars) || application.isEmpty()) {
            System.out.println("SKIPPED JVM with class archive: there is no JVM package");
            return Optional.empty();
        }
        boolean aheadOfTime = Runtime.version().feature() >= 25;
        Path archive =
                directory.resolve(aheadOfTime ? "report.aot" : "report.jsa").toAbsolutePath();
        Files.deleteIfExists(archive);
        String classPath = runtimeClient() + ":" + application.get().toAbsolutePath() + ":" + jarsOf(jars);
        String create = (aheadOfTime ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive;
        try (FunctionProcess training =
                jvm("training", 0, classPath, List.of(create)).process(database)) {
            Variant.Function.requireSample(training.firstAnswer());
            training.terminate();
        }
        if (!Files.exists(archive)) {
            System.out.println("SKIPPED JVM with class archive: the JVM did not write " + archive);
            return Optional.empty();
        }
        String use = (aheadOfTime ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive;
        long bytes = Files.size(target.resolve("function.zip")) + zippedBytes(archive);
        return Optional.of(jvm(aheadOfTime ? "JVM, AOT cache" : "JVM, AppCDS", bytes, classPath, List.of(use)));
    }

    Optional<Variant.Yardstick> yardstick(ReportStatement statement) throws IOException, InterruptedException {
        Path source = directory.resolve("yardstick.c");
        try (InputStream file = Packages.class.getResourceAsStream("/coldstart/yardstick.c")) {
            Files.write(source, file.readAllBytes());
        }
        Path executable = directory.resolve("yardstick").toAbsolutePath();
        String build = "cc -O2 -I\"$(pg_config --includedir)\" -o '%s' '%s' -lpq".formatted(executable, source);
        if (new ProcessBuilder("sh", "-c", build).inheritIO().start().waitFor() != 0) {
            System.out.println("SKIPPED yardstick: it takes a C compiler and libpq (Debian: gcc, libpq-dev)");
            return Optional.empty();
        }
        Path sql = Files.writeString(directory.resolve("report.sql").toAbsolutePath(), statement.sql());
        return Optional.of(new Variant.Yardstick("libpq in C", Files.size(executable), executable, sql, statement));
    }

    private Variant.Function jvm(String name, long bytes, String classPath, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, CLIENT, HANDLER));
        Path unpacked = directory.resolve("jvm").toAbsolutePath();
        Map<String, String> environment = Map.of("_HANDLER", HANDLER, "AWS_LAMBDA_FUNCTION_NAME", "report");
        return new Variant.Function(name, bytes, unpacked, command, environment, event);
    }

    /** AWS's own part of the class path, which is there before the function. */
    private static String runtimeClient() {
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(entry -> entry.contains("aws-lambda-java-") || entry.contains("utils-lite"))
                .filter(entry -> !entry.contains("aws-lambda-java-events"))
                .collect(Collectors.joining(":"));
    }

    private static String jarsOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.toAbsolutePath().toString()).sorted().collect(Collectors.joining(":"));
        }
    }

    private static Optional<Path> find(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix)).findFirst();
        }
    }

    /** As small as the packages are made. */
    private static long zippedBytes(Path file) throws IOException {
        Path zip = Files.createTempFile("function", ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            out.putNextEntry(new ZipEntry("bootstrap"));
            Files.copy(file, out);
        }
        long bytes = Files.size(zip);
        Files.delete(zip);
        return bytes;
    }

    /** Unpacks a JVM package; false if it is a native one. */
    private static boolean unzip(Path zip, Path into) throws IOException {
        boolean hasJars = false;
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path path = into.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(entries, path, StandardCopyOption.REPLACE_EXISTING);
                    hasJars |= entry.getName().startsWith("lib/");
                }
            }
        }
        return hasJars;
    }
}
