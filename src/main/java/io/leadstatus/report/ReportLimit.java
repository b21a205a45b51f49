package io.leadstatus.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.leadstatus.api.ParameterErrors;
import io.leadstatus.api.RequestException;
import io.leadstatus.lead.ShownLead;

/**
 * How large a report of some leads may be. Each of its queries repeats the filter, and so does the path of each page: a
 * filter of 50 KB makes an answer of 10 MB. In every format a report is as large as it is in JSON.
 */
@ApplicationScoped
class ReportLimit {
    /** At most, of a query, its path and its share of a row, without labels and filter. */
    private static final int LARGEST_ROW = 1_500;
    /** At most, of a character of a label: two of them stand in a query, its path and its row. */
    private static final int LARGEST_OF_LABEL = 48;
    /** At most, of a character of a filter, in a query and its path. */
    private static final int LARGEST_OF_FILTER = 12;

    private final ObjectMapper json;

    ReportLimit(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Looks closely only where a report may be too large at all.
     *
     * @throws RequestException if it would be, with the way out
     */
    void require(StatusFigures figures, ReportRequest request, ReportParameters parameters) {
        if (request.filter() == null || largest(figures, request) <= ShownLead.LARGEST) {
            return;
        }
        LeadStatusReport unfiltered = LeadStatusReport.of(figures, new ReportRequest(request.period(), null));
        int queries = unfiltered.queries();
        int repeated = repeated(request.filter());
        long room = ShownLead.LARGEST - size(unfiltered);
        if ((long) queries * repeated > room) {
            refuse(parameters, queries, room / queries / (double) repeated);
        }
    }

    /** Rather more than less. */
    private static long largest(StatusFigures figures, ReportRequest request) {
        int queriesOfStatus = request.period().isOverall() ? 3 : 6;
        long queries = (long) queriesOfStatus * figures.statuses().size()
                + figures.transitions().size()
                + figures.summary().size();
        int label = figures.statuses().stream()
                .mapToInt(status -> status.label().length())
                .max()
                .orElse(0);
        int filter = request.filter().before("").length();
        return queries * (LARGEST_ROW + (long) LARGEST_OF_LABEL * label + (long) LARGEST_OF_FILTER * filter);
    }

    /** By how much a filter makes each query and its path larger. */
    private int repeated(ReportFilter filter) {
        String text = filter.before("");
        return size(text) - size("") + LeadQuery.percentEncode(text).length();
    }

    /** As a text within JSON, which is how functions answer. */
    private int size(Object answered) {
        try {
            return json.writeValueAsString(json.writeValueAsString(answered)).getBytes(StandardCharsets.UTF_8).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report can be written", e);
        }
    }

    /** @param share of the filter that there is room for */
    private static void refuse(ReportParameters parameters, int queries, double share) {
        ParameterErrors errors = new ParameterErrors();
        boolean isQuery = parameters.query != null && !parameters.query.isEmpty();
        int length = isQuery ? parameters.query.length() : 0;
        // Rounded off, since not all of its characters take the same.
        int most = ((int) (length * share) - 50) / 100 * 100;
        if (most > 0) {
            errors.add(
                    "query",
                    String.format(
                            Locale.ROOT,
                            "The query is too long for this report, which repeats it in %,d queries and would be larger "
                                    + "than 6 MB. Use at most %,d of its %,d characters, or save it as a smart view and "
                                    + "use smart_view_id: the queries then say in:\"save_…\" instead.",
                            queries,
                            most,
                            length));
        } else {
            errors.add(
                    isQuery ? "query" : "smart_view_id",
                    String.format(
                            Locale.ROOT,
                            "The report would be larger than 6 MB: it has %,d queries, of which each repeats the filter. "
                                    + "Ask for a shorter period.",
                            queries));
        }
        errors.throwIfAny();
    }
}
