/**
 * A first try: an embedded PostgreSQL and two organizations to look at, in development and tests only. No package
 * holds the PostgreSQL, and production does not know this package's beans.
 */
package io.leadstatus.demo;
