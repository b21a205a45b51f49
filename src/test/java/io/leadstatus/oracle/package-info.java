/**
 * The brute-force reading of a history, written from the contract alone: slow, obvious, and sharing no code with the
 * service.
 */
package io.leadstatus.oracle;
