/**
 * Leads, their statuses and their history, to read: the schema's functions (db/migration) are the one door for writing it.
 * Does not know the report.
 */
package io.leadstatus.lead;
