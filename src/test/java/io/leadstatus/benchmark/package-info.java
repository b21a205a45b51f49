/**
 * Benchmarks on large organizations, run by the Maven profile {@code benchmark} and by no test: a generator of the
 * organizations, and what is measured with them.
 */
package io.leadstatus.benchmark;
