/**
 * Load of many callers on a running service: in development, as a plain HTTP server, or deployed behind its gateway.
 * Callers arrive at their own rate, however slow the answers are (an open model), as they do in life; a service that cannot
 * keep up is seen by its latency and not by a generator that waits for it.
 */
package io.leadstatus.load;
