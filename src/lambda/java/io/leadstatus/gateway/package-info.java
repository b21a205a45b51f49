/** What the function has to know about the gateway before it. Not in the plain HTTP server. */
package io.leadstatus.gateway;
