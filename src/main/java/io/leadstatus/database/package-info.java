/**
 * How the service logs in to its database where nobody keeps a password: as the function's IAM role. Knows no feature.
 *
 * <p>A password in the function's configuration can be read by whoever may look at the function, and fetching one from a
 * vault costs a cold start a round trip and TLS to another service. A token that the function signs with the keys that it
 * has anyway costs nothing but a few hashes, is good for this database and role only, and only for a quarter of an hour.
 */
package io.leadstatus.database;
