package io.leadstatus.lead;

import io.leadstatus.api.FieldSelection;
import io.leadstatus.api.Paging;
import io.leadstatus.api.ParameterErrors;
import io.leadstatus.api.RequestException;
import io.leadstatus.api.RequestTimeZone;
import io.leadstatus.search.SearchException;
import io.leadstatus.search.SearchParser;
import io.leadstatus.search.SearchPlan;
import io.leadstatus.security.Organization;

/** Which leads are asked for, and what of them, checked. */
public record LeadRequest(SearchPlan plan, Paging paging, FieldSelection fields) {

    /**
     * Reads the parameters of a request; an empty value counts as absent.
     *
     * @throws RequestException that names every parameter that is wrong
     */
    static LeadRequest of(LeadParameters parameters, Organization organization, LeadSearch search) {
        Paging paging = Paging.of(parameters.limit, parameters.skip);
        ParameterErrors errors = new ParameterErrors();
        RequestTimeZone zone = RequestTimeZone.of(parameters.timezone, parameters.offset, errors);
        SearchPlan plan = plan(parameters.query, organization, search, zone, errors);
        errors.throwIfAny();
        return new LeadRequest(plan, paging, FieldSelection.of(parameters.fields));
    }

    private static SearchPlan plan(
            String query, Organization organization, LeadSearch search, RequestTimeZone zone, ParameterErrors errors) {
        if (query == null || query.isEmpty()) {
            return SearchPlan.EVERYTHING;
        }
        try {
            return search.plan(SearchParser.parse(query), organization, zone);
        } catch (SearchException e) {
            errors.add("query", e.getMessage());
            return SearchPlan.EVERYTHING;
        }
    }
}
