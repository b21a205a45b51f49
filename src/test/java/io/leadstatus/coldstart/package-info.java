/**
 * How long a fresh process takes to its first report: the packaged function, started as AWS Lambda would start it, beside
 * the least that a process can do. Run by the Maven profile {@code cold-start}; the README has the command.
 */
package io.leadstatus.coldstart;
