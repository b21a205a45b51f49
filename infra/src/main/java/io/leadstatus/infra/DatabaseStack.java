package io.leadstatus.infra;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** What lives longer than a release: network, database and proxy. */
final class DatabaseStack extends Stack {
    /** The database in a server that is made. */
    static final String DATABASE_NAME = "leadstatus";
    /** The database's role that the function logs in as; {@code infra/migration} creates it and says what it may. */
    static final String SERVICE_ROLE = "leadstatus_service";

    private final Network network;
    private final Database database;
    private final DatabaseProxyPool proxy;

    DatabaseStack(Construct scope, String id, StackProps properties, Settings settings) {
        super(scope, id, properties);
        network = new Network(this, settings);
        database = settings.existingDatabase()
                .map(existing -> Database.existing(this, existing, network))
                .orElseGet(() -> Database.create(this, settings.capacity(), settings.readers(), network));
        proxy = new DatabaseProxyPool(this, database, settings.readers() > 0, network);
    }

    Network network() {
        return network;
    }

    Database database() {
        return database;
    }

    DatabaseProxyPool proxy() {
        return proxy;
    }
}
