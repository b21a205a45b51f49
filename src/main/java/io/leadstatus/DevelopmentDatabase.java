package io.leadstatus;

/**
 * A database that development brings along. Found by {@link java.util.ServiceLoader}, so that a native executable,
 * which has none, does not even know of its class.
 */
public interface DevelopmentDatabase {

    /** Starts it and has the service use it, unless another database is configured or it is not at hand. */
    void startIfWanted();
}
