package io.leadstatus;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

import io.leadstatus.demo.EmbeddedDatabase;

/** Starts the service; where an embedded PostgreSQL is at hand and no other database is named, on that one. */
@QuarkusMain
public class Main {

    public static void main(String... arguments) {
        if (EmbeddedDatabase.isWanted()) {
            EmbeddedDatabase.startForDevelopment();
        }
        Quarkus.run(arguments);
    }
}
