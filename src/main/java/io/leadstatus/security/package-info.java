/**
 * Who asks: API keys and bearer tokens, and the organization that they belong to. Knows no feature.
 */
package io.leadstatus.security;
