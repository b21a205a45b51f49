package io.leadstatus.search;

import static io.leadstatus.search.Field.field;

import java.util.ArrayList;
import java.util.List;

import io.leadstatus.search.Expression.And;
import io.leadstatus.search.Expression.Clause;
import io.leadstatus.search.Expression.SubQuery;

/** The clauses that look into a lead's past. */
final class StatusHistory {
    private static final String ON = "on";

    private static final Scope CHANGE = Scope.of(
            "lead_status_change(…)",
            FieldTable.of(
                    field("old_status", StatusType.byLabel("event.from_status")),
                    field("old_status_id", StatusType.byId("event.from_status")),
                    field("new_status", StatusType.byLabel("event.to_status")),
                    field("new_status_id", StatusType.byId("event.to_status")),
                    field("date", new DateType.OfColumn("event.occurred_at"))),
            null);
    private static final Scope NOW = atMoment("lead.status_number");
    private static final Scope BEFORE_CHANGE = atMoment("event.previous_status");

    private StatusHistory() {}

    private static Scope atMoment(String column) {
        return Scope.of(
                "lead_status(…)",
                FieldTable.of(
                        field("status", StatusType.byLabel(column)).or("lead_status"),
                        field("status_id", StatusType.byId(column)).or("lead_status_id"),
                        field(ON, new OnType())),
                null);
    }

    /**
     * Whether an event of the lead fulfils a condition. Names the organization twice: the lead's, and once more as a
     * constant, without which the database reads the events of all where it makes one pass over them; and all ages, without
     * which it reads those of all times.
     */
    static SqlPredicate hasEvent(SqlPredicate condition, SearchContext context) {
        return SqlPredicate.of("event.organization_id = cast(? as integer)", String.valueOf(context.organization()))
                .and(condition)
                .within(
                        "exists (select from lead_status_event event where event.organization_id = lead.organization_id"
                                + " and event.lead_id = lead.lead_id and event." + EventAge.ANY + " and ",
                        ")");
    }

    /** {@code lead_status_change(…)}: an event of the lead, its creation aside, of which all of the condition is true. */
    static SqlPredicate change(SubQuery subQuery, ExpressionTranslator translator) {
        SqlPredicate condition = translator.translate(subQuery.condition(), CHANGE);
        return hasEvent(SqlPredicate.of("event.from_status is not null").and(condition), translator.context());
    }

    /**
     * {@code lead_status(…)}: the lead's status at the moment {@code on}, else now. Before its creation a lead has no
     * status, and no condition on it is true, {@code not} neither.
     */
    static SqlPredicate atMoment(SubQuery subQuery, ExpressionTranslator translator) {
        List<Expression> conditions = new ArrayList<>(
                subQuery.condition() instanceof And and ? and.operands() : List.of(subQuery.condition()));
        List<Expression> moments =
                conditions.stream().filter(StatusHistory::isMoment).toList();
        conditions.removeAll(moments);
        if (moments.size() > 1) {
            throw translator.wrong(moments.get(1), "lead_status(…) speaks of one moment: on: stands there once.");
        }
        if (moments.isEmpty()) {
            return translator.translateAll(conditions, NOW);
        }
        String end =
                DateRange.literal(translator.dateOf((Clause) moments.get(0)).end());
        return wasFulfilledBefore(
                end,
                translator.translateAll(conditions, BEFORE_CHANGE),
                translator.translateAll(conditions, NOW),
                translator.context());
    }

    /**
     * Asks for the events since the moment, not for those before it: there are few when the moment is recent. The first
     * of them, the only one whose previous event lies before the moment, knows which status it ended; where there is
     * none, the status is still the same.
     */
    private static SqlPredicate wasFulfilledBefore(
            String end, SqlPredicate beforeChange, SqlPredicate now, SearchContext context) {
        SqlPredicate since = SqlPredicate.of("event.occurred_at >= cast(? as timestamptz)", end);
        SqlPredicate isFirst = SqlPredicate.of("event.previous_at < cast(? as timestamptz)", end);
        SqlPredicate had = hasEvent(SqlPredicate.allOf(List.of(since, isFirst, beforeChange)), context);
        SqlPredicate still = now.and(hasEvent(since, context).not());
        return SqlPredicate.of("lead.created_at < cast(? as timestamptz)", end).and(had.or(still));
    }

    private static boolean isMoment(Expression expression) {
        return expression instanceof Clause clause && clause.keyword().equalsIgnoreCase(ON);
    }

    /** Where it is not taken out first, it says nothing. */
    private record OnType() implements FieldType {

        @Override
        public SqlPredicate hasValue() {
            throw new UnsupportedOperationException("on: always names a moment");
        }

        @Override
        public SqlPredicate compare(Comparison comparison, SearchContext context) {
            return matches(comparison, context);
        }

        @Override
        public SqlPredicate matches(Comparison comparison, SearchContext context) {
            throw comparison.refused("on: stands directly in lead_status(…), outside or, not and in (…).");
        }
    }
}
