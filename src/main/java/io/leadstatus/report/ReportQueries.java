package io.leadstatus.report;

import static io.leadstatus.search.Expression.allOf;
import static io.leadstatus.search.Expression.anyOf;
import static io.leadstatus.search.Expression.clause;
import static io.leadstatus.search.Expression.not;
import static io.leadstatus.search.Operator.EQUAL;
import static io.leadstatus.search.Operator.GREATER;
import static io.leadstatus.search.Operator.GREATER_OR_EQUAL;
import static io.leadstatus.search.Operator.LESS_OR_EQUAL;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.leadstatus.report.StatusFigures.Move;
import io.leadstatus.search.Expression;
import io.leadstatus.search.Operator;
import io.leadstatus.search.StatusLabels;

/**
 * For every number of a report, the query that finds as many leads. The templates are those of Close's sample answer;
 * clauses that name a bound fall away where the period has none.
 */
final class ReportQueries {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final int LONGEST_LABEL = 250;

    private final Period period;
    private final ReportFilter filter;
    private final Set<String> ambiguousLabels;

    /** @param filter null if the report is about all leads */
    ReportQueries(Period period, List<ReportedStatus> statuses, ReportFilter filter) {
        this.period = period;
        this.filter = filter;
        this.ambiguousLabels = StatusLabels.ambiguous(
                statuses.stream().map(ReportedStatus::label).toList());
    }

    /** As long, as deep and of as many conditions as any query that stands behind a filter. */
    static String largest() {
        ReportedStatus status = new ReportedStatus(1, "", "\"".repeat(2 * LONGEST_LABEL), false);
        return new ReportQueries(new Period(Period.EARLIEST, Period.LATEST), List.of(status), null)
                .entered(status)
                .text();
    }

    /** All leads that were created in the period, whatever their status. */
    LeadQuery created() {
        return query(inPeriod("created"));
    }

    LeadQuery started(ReportedStatus status) {
        return query(isAtStart(status));
    }

    LeadQuery ended(ReportedStatus status) {
        return query(isAtEnd(status));
    }

    LeadQuery gained(ReportedStatus status) {
        return query(allOf(not(isAtStart(status)), isAtEnd(status)));
    }

    LeadQuery lost(ReportedStatus status) {
        return query(allOf(isAtStart(status), not(isAtEnd(status))));
    }

    LeadQuery entered(ReportedStatus status) {
        return query(anyOf(isCreated(status), isChanged(statusClause("new_status", status))));
    }

    LeadQuery left(ReportedStatus status) {
        return query(isChanged(statusClause("old_status", status)));
    }

    LeadQuery transition(Move move) {
        return query(
                move.from() == null
                        ? isCreated(move.to())
                        : isChanged(statusClause("old_status", move.from()), statusClause("new_status", move.to())));
    }

    LeadQuery summary(Move move) {
        if (move.from() != null) {
            return query(allOf(isAtStart(move.from()), isAtEnd(move.to())));
        }
        return query(
                period.isOverall()
                        ? isAtEnd(move.to())
                        : allOf(clause("created", GREATER, SECOND.format(period.start())), isAtEnd(move.to())));
    }

    private LeadQuery query(Expression condition) {
        return new LeadQuery(condition, filter);
    }

    private Expression isAtStart(ReportedStatus status) {
        return isOn(status, period.start());
    }

    private Expression isAtEnd(ReportedStatus status) {
        return period.end() == null ? statusClause("lead_status", status) : isOn(status, period.end());
    }

    private Expression isOn(ReportedStatus status, Instant second) {
        return new Expression.SubQuery(
                "lead_status", allOf(statusClause("status", status), clause("on", EQUAL, SECOND.format(second))));
    }

    private Expression isCreated(ReportedStatus status) {
        return inPeriod("created", statusClause("original_lead_status", status));
    }

    private Expression isChanged(Expression... statuses) {
        return new Expression.SubQuery("lead_status_change", inPeriod("date", statuses));
    }

    private Expression inPeriod(String keyword, Expression... conditions) {
        List<Expression> all = new ArrayList<>(List.of(conditions));
        addBound(all, keyword, GREATER_OR_EQUAL, period.start());
        addBound(all, keyword, LESS_OR_EQUAL, period.end());
        return all.isEmpty() ? new Expression.Everything() : allOf(all.toArray(Expression[]::new));
    }

    private static void addBound(List<Expression> conditions, String keyword, Operator operator, Instant bound) {
        if (bound != null) {
            conditions.add(clause(keyword, operator, SECOND.format(bound)));
        }
    }

    /** By label as Close does, or by id where the label would find another status's leads too. */
    private Expression statusClause(String keyword, ReportedStatus status) {
        if (!ambiguousLabels.contains(status.label())) {
            return clause(keyword, EQUAL, status.label());
        }
        return clause(keyword.equals("lead_status") ? "status_id" : keyword + "_id", EQUAL, status.id());
    }
}
