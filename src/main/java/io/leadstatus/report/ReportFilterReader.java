package io.leadstatus.report;

import static io.leadstatus.search.Expression.clause;

import java.time.ZoneId;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.leadstatus.api.ParameterErrors;
import io.leadstatus.lead.LeadSearch;
import io.leadstatus.search.ExpressionPrinter;
import io.leadstatus.search.Operator;
import io.leadstatus.search.ParsedSearch;
import io.leadstatus.search.SearchException;
import io.leadstatus.search.SearchParser;
import io.leadstatus.security.Organization;
import io.leadstatus.smartview.SmartViewRepository;

/** Reads the filter of a report, {@code query} or {@code smart_view_id}. */
@ApplicationScoped
class ReportFilterReader {
    private final LeadSearch leadSearch;
    private final SmartViewRepository smartViews;

    ReportFilterReader(LeadSearch leadSearch, SmartViewRepository smartViews) {
        this.leadSearch = leadSearch;
        this.smartViews = smartViews;
    }

    /**
     * @param query null or empty counts as absent
     * @param smartViewId null or empty counts as absent
     * @return null if the report is about all leads, or if errors tell what is wrong
     */
    ReportFilter read(
            String query,
            String smartViewId,
            Organization organization,
            Supplier<ZoneId> zone,
            ParameterErrors errors) {
        boolean hasQuery = query != null && !query.isEmpty();
        boolean hasSmartView = smartViewId != null && !smartViewId.isEmpty();
        if (hasQuery && hasSmartView) {
            errors.add("Specify either query or smart_view_id, not both.");
        } else if (hasQuery) {
            return readQuery(query, organization, zone, errors);
        } else if (hasSmartView) {
            return readSmartView(smartViewId, organization, zone, errors);
        }
        return null;
    }

    private ReportFilter readQuery(
            String query, Organization organization, Supplier<ZoneId> zone, ParameterErrors errors) {
        try {
            ParsedSearch search = SearchParser.parse(query);
            ReportFilter filter = new ReportFilter(
                    "(" + ExpressionPrinter.print(search.condition()) + ")",
                    leadSearch.plan(search, organization, zone).filter());
            requireRoom(filter, errors);
            return filter;
        } catch (SearchException e) {
            errors.add("query", e.getMessage());
            return null;
        }
    }

    private ReportFilter readSmartView(
            String id, Organization organization, Supplier<ZoneId> zone, ParameterErrors errors) {
        if (smartViews.byId(organization, id).isEmpty()) {
            errors.add("smart_view_id", "Object does not exist.");
            return null;
        }
        try {
            String text = ExpressionPrinter.print(clause("in", Operator.EQUAL, id));
            return new ReportFilter(
                    text,
                    leadSearch
                            .plan(SearchParser.parse(text), organization, zone)
                            .filter());
        } catch (SearchException e) {
            errors.add("smart_view_id", e.reason());
            return null;
        }
    }

    /** The queries of the report hold the filter and have to be within the limits of a query too. */
    private static void requireRoom(ReportFilter filter, ParameterErrors errors) {
        try {
            SearchParser.parse(filter.before(ReportQueries.largest()));
        } catch (SearchException e) {
            errors.add(
                    "query",
                    "The query leaves no room for the conditions that the report adds to it. Shorten it, or save it as a "
                            + "smart view and use smart_view_id.");
        }
    }
}
