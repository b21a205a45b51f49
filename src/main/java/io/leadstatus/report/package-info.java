/**
 * The lead status change report: request, period, one SQL statement, and for every number the query that finds as many
 * leads. Does not know how a search expression becomes SQL.
 */
package io.leadstatus.report;
