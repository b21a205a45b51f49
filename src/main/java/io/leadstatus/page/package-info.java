/**
 * Web pages over the report and the lead search, for people: rendered here, readable without JavaScript. Their addresses
 * hold all of their state. Does not know SQL.
 */
package io.leadstatus.page;
