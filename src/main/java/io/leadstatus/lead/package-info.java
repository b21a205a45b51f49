/**
 * Leads, their statuses and their history. The schema's functions (db/migration) are the one door for writing history;
 * {@link io.leadstatus.lead.LeadHistory} is that door in Java. Does not know the report.
 */
package io.leadstatus.lead;
