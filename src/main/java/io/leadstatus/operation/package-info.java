/**
 * What whoever runs the service looks at: health, one line for each request, how long it took and where, and metrics of
 * the same measurements. Knows no feature.
 */
package io.leadstatus.operation;
