package io.leadstatus.lead;

import java.util.List;

import jakarta.ws.rs.HeaderParam;

import org.jboss.resteasy.reactive.RestQuery;

import io.leadstatus.api.FieldSelection;
import io.leadstatus.api.Paging;
import io.leadstatus.api.RequestTimeZone;

/** The parameters of a lead search as they arrive: unchecked, null where absent, the first of several that repeat. */
class LeadParameters {
    @RestQuery
    String query;

    @RestQuery(Paging.LIMIT)
    String limit;

    @RestQuery(Paging.SKIP)
    String skip;

    @RestQuery(FieldSelection.PARAMETER)
    List<String> fields;

    @RestQuery(RequestTimeZone.PARAMETER)
    String timezone;

    @HeaderParam(RequestTimeZone.HEADER)
    String offset;
}
