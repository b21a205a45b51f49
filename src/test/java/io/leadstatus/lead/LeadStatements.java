package io.leadstatus.lead;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.leadstatus.api.FieldSelection;
import io.leadstatus.search.SearchPlan;

/** The statement of the lead search as the service runs it, for benchmarks. */
public final class LeadStatements {
    private static final FieldSelection ALL_FIELDS = FieldSelection.of(List.of());

    private LeadStatements() {}

    /** The first page, with all fields, of a query without {@code sort:}. It has named parameters. */
    public static String firstPage(SearchPlan plan) {
        return LeadPageStatement.of(plan, ALL_FIELDS);
    }

    /** The parameters of {@link #firstPage} by name. */
    public static Map<String, Object> parameters(SearchPlan plan, int organization, int limit) {
        Map<String, Object> parameters = new HashMap<>(ShownLead.parameters(ALL_FIELDS));
        parameters.putAll(
                Map.of("organization", organization, "largest", ShownLead.LARGEST, "limit", limit, "skip", 0));
        for (int i = 0; i < plan.condition().parameters().size(); i++) {
            parameters.put(
                    LeadPageStatement.CONDITION + i,
                    plan.condition().parameters().get(i));
        }
        return parameters;
    }
}
