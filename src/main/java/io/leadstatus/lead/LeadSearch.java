package io.leadstatus.lead;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.leadstatus.search.ParsedSearch;
import io.leadstatus.search.SearchContext;
import io.leadstatus.search.SearchPlan;
import io.leadstatus.search.SearchTranslator;
import io.leadstatus.security.Organization;
import io.leadstatus.smartview.SmartViewRepository;

/** What a query means in an organization: with its statuses and smart views as they are now. */
@ApplicationScoped
public class LeadSearch {
    private final LeadStatusRepository statuses;
    private final SmartViewRepository smartViews;
    private final Clock clock;

    LeadSearch(LeadStatusRepository statuses, SmartViewRepository smartViews, Clock clock) {
        this.statuses = statuses;
        this.smartViews = smartViews;
        this.clock = clock;
    }

    /**
     * @param zone where the days of relative dates begin; asked for only where the query has such a date
     * @throws io.leadstatus.search.SearchException if the query asks for what does not exist or does not fit together
     */
    public SearchPlan plan(ParsedSearch query, Organization organization, Supplier<ZoneId> zone) {
        SearchContext context = new SearchContext(
                organization.number(),
                zone,
                clock.instant(),
                statuses.searchable(organization),
                smartViews.resolverFor(organization));
        return SearchTranslator.translate(query.expression(), context, query.positions()::of);
    }
}
