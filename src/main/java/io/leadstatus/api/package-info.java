/**
 * What all answers share: the exception for a caller's fault, the one place that turns exceptions into answers, the
 * method override and the request's time zone. Knows no feature.
 */
package io.leadstatus.api;
