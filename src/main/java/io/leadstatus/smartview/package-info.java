/** Smart views: saved searches, by name or id, as other queries and clients ask for them. Does not know the report. */
package io.leadstatus.smartview;
