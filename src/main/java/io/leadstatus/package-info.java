/** The lead status change report of the Close CRM API over your own PostgreSQL. */
package io.leadstatus;
