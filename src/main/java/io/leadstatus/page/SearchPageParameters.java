package io.leadstatus.page;

import jakarta.ws.rs.HeaderParam;

import org.jboss.resteasy.reactive.RestQuery;

import io.leadstatus.api.RequestTimeZone;

/** The parameters of the search page as they arrive: unchecked, null where absent. */
public class SearchPageParameters {
    /** Of the form; the page that it leads to has the query in its path. */
    @RestQuery
    String query;

    @RestQuery
    String page;

    @RestQuery
    String sort;

    @RestQuery(RequestTimeZone.PARAMETER)
    String timezone;

    @HeaderParam(RequestTimeZone.HEADER)
    String offset;
}
