package io.leadstatus.api;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;

/** Forgets the idle connections when one turns out to be lost, so that not each of them costs a caller a 503. */
@Singleton
class LostConnections {
    private final AgroalDataSource database;

    LostConnections(AgroalDataSource database) {
        this.database = database;
    }

    void forgetAfter(ErrorAnswer answer) {
        if (answer.status() == ErrorAnswer.DATABASE_UNAVAILABLE) {
            database.flush(FlushMode.IDLE);
        }
    }
}
