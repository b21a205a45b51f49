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

    private final Period period;
    private final Set<String> ambiguousLabels;

    ReportQueries(Period period, List<ReportedStatus> statuses) {
        this.period = period;
        this.ambiguousLabels = StatusLabels.ambiguous(
                statuses.stream().map(ReportedStatus::label).toList());
    }

    Expression started(ReportedStatus status) {
        return inStatusOn(status, period.start());
    }

    Expression ended(ReportedStatus status) {
        return period.end() == null ? statusClause("lead_status", status) : inStatusOn(status, period.end());
    }

    Expression gained(ReportedStatus status) {
        return allOf(not(started(status)), ended(status));
    }

    Expression lost(ReportedStatus status) {
        return allOf(started(status), not(ended(status)));
    }

    Expression entered(ReportedStatus status) {
        return anyOf(created(status), changed(statusClause("new_status", status)));
    }

    Expression left(ReportedStatus status) {
        return changed(statusClause("old_status", status));
    }

    Expression transition(Move move) {
        return move.from() == null
                ? created(move.to())
                : changed(statusClause("old_status", move.from()), statusClause("new_status", move.to()));
    }

    Expression summary(Move move) {
        if (move.from() != null) {
            return allOf(started(move.from()), ended(move.to()));
        }
        return period.isOverall()
                ? ended(move.to())
                : allOf(clause("created", GREATER, SECOND.format(period.start())), ended(move.to()));
    }

    private Expression inStatusOn(ReportedStatus status, Instant second) {
        return new Expression.SubQuery(
                "lead_status", allOf(statusClause("status", status), clause("on", EQUAL, SECOND.format(second))));
    }

    private Expression created(ReportedStatus status) {
        return inPeriod("created", statusClause("original_lead_status", status));
    }

    private Expression changed(Expression... statuses) {
        return new Expression.SubQuery("lead_status_change", inPeriod("date", statuses));
    }

    private Expression inPeriod(String keyword, Expression... conditions) {
        List<Expression> all = new ArrayList<>(List.of(conditions));
        addBound(all, keyword, GREATER_OR_EQUAL, period.start());
        addBound(all, keyword, LESS_OR_EQUAL, period.end());
        return allOf(all.toArray(Expression[]::new));
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
