package io.leadstatus;

import java.util.ServiceLoader;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service; in development on a database that is started with it. */
@QuarkusMain
public class Main {

    public static void main(String... arguments) {
        ServiceLoader.load(DevelopmentDatabase.class).forEach(DevelopmentDatabase::startIfWanted);
        Quarkus.run(arguments);
    }
}
