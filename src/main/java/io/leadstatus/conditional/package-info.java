/**
 * Conditional requests (RFC 9110): every JSON answer carries an entity tag, and a caller that already has the answer is
 * told so, without computing it where that can be known. Knows no feature.
 */
package io.leadstatus.conditional;
