package io.leadstatus.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * All that can be chosen, from the context of the app ({@code -c name=value} or {@code cdk.json}).
 *
 * @param name the stacks' and the function's name, so that several can live in one account
 * @param memory of the function, MB
 * @param functionZip the package of the native function, built for {@code architecture}
 * @param concurrency requests that are answered at the same time at most
 * @param poolSize connections of one instance of the function at most
 * @param readers instances of the database beside its writer, which the function reads from; 0 if it reads from the writer
 * @param requestsPerSecond that the gateway lets through on average
 * @param burst requests that it lets through at once
 * @param alarmEmail who is told of alarms
 * @param existingDatabase the database to use; empty for one that is made
 */
record Settings(
        String name,
        FunctionArchitecture architecture,
        int memory,
        Path functionZip,
        int concurrency,
        int poolSize,
        DatabaseCapacity capacity,
        int readers,
        TrafficShift trafficShift,
        int requestsPerSecond,
        int burst,
        Optional<String> alarmEmail,
        Optional<ExistingDatabase> existingDatabase) {

    /** Below this, native code starts on too small a share of a processor. */
    private static final int LEAST_MEMORY = 512;
    /** One whole processor; more memory buys more processors, and the function works on one request at a time. */
    private static final int MOST_MEMORY = 1_769;

    /** Of an Aurora cluster. */
    private static final int MOST_READERS = 15;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,30}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    /**
     * Reads and checks the settings.
     *
     * @param context a setting's value by its name; null where it is not set
     * @throws InvalidSettingsException that names everything that is wrong
     */
    static Settings of(Function<String, Object> context) {
        SettingsReader reader = new SettingsReader(context);
        double least = reader.halves("minCapacity", 0.5, DatabaseCapacity.MOST, 0.5);
        double most = reader.halves("maxCapacity", 1, DatabaseCapacity.MOST, 4);
        if (least > most) {
            reader.refuse("minCapacity", least + " is more than maxCapacity, " + most, "0.5");
        }
        Settings settings = new Settings(
                reader.text("name", NAME, "leadstatus"),
                reader.choice("architecture", FunctionArchitecture.ARM64),
                reader.integer("memory", LEAST_MEMORY, MOST_MEMORY, 1_024),
                Path.of(reader.given("functionZip").orElse("../target/function.zip")),
                reader.integer("concurrency", 1, 10_000, 40),
                reader.integer("poolSize", 1, 16, 1),
                new DatabaseCapacity(least, most),
                reader.integer("readers", 0, MOST_READERS, 0),
                reader.choice("trafficShift", TrafficShift.CANARY_10_PERCENT_5_MINUTES),
                reader.integer("requestsPerSecond", 1, 10_000, 100),
                reader.integer("burst", 1, 5_000, 200),
                reader.optional("alarmEmail", EMAIL, "oncall@example.com"),
                ExistingDatabase.read(reader));
        settings.check(reader);
        reader.throwErrors();
        return settings;
    }

    private void check(SettingsReader reader) {
        if (!Files.isRegularFile(functionZip)) {
            String problem = functionZip + " is not there; build it with ./mvnw package -Dnative";
            reader.refuse("functionZip", problem, "../target/function.zip");
        }
        if (readers > 0 && existingDatabase.isPresent()) {
            reader.refuse("readers", "is for a database that is made; existingDatabase has its own", "0");
        }
        if (connections() > usableConnections()) {
            String problem = "%d × poolSize %d are %d connections, but the database has %d to give"
                    .formatted(concurrency, poolSize, connections(), usableConnections());
            reader.refuse("concurrency", problem, "" + Math.max(1, usableConnections() / poolSize));
        }
    }

    /** Connections that the function opens to the proxy at most. */
    int connections() {
        return concurrency * poolSize;
    }

    /** Connections that the proxy may open to the database, so that none of the function's has to wait for one. */
    int usableConnections() {
        return maxConnections() * DatabaseProxyPool.PERCENT_OF_CONNECTIONS / 100;
    }

    /** Connections that the database allows. */
    int maxConnections() {
        return existingDatabase.map(ExistingDatabase::maxConnections).orElseGet(capacity::maxConnections);
    }
}
