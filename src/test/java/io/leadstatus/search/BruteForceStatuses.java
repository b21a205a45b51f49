package io.leadstatus.search;

import java.util.List;
import java.util.Locale;

import io.leadstatus.search.Expression.And;
import io.leadstatus.search.Expression.Clause;

/** The status of a lead, its status at a moment, and its moves from one to another. */
final class BruteForceStatuses {
    private final SearchContext context;

    BruteForceStatuses(SearchContext context) {
        this.context = context;
    }

    boolean changed(Expression condition, SearchedLead lead) {
        return lead.events().stream()
                .filter(event -> event.from() != null)
                .anyMatch(event -> BruteForceLogic.holds(condition, leaf -> isChange(event, (Clause) leaf)));
    }

    private boolean isChange(SearchedLead.Event event, Clause clause) {
        return switch (clause.keyword()) {
            case "old_status", "old_status_id" ->
                isStatus(event.from(), clause, clause.keyword().endsWith("_id"));
            case "new_status", "new_status_id" ->
                isStatus(event.to(), clause, clause.keyword().endsWith("_id"));
            default -> BruteForceDates.isMoment(event.at(), clause, context);
        };
    }

    boolean wasInStatus(Expression condition, SearchedLead lead) {
        List<Expression> operands = condition instanceof And and ? and.operands() : List.of(condition);
        Integer status = lead.status();
        for (Expression operand : operands) {
            if (operand instanceof Clause clause && clause.keyword().equals("on")) {
                status = lead.statusBefore(
                        BruteForceDates.span(clause.value().text(), context).until());
            }
        }
        Integer found = status;
        return found != null
                && BruteForceLogic.holds(
                        condition,
                        leaf -> ((Clause) leaf).keyword().equals("on")
                                || isStatus(
                                        found,
                                        (Clause) leaf,
                                        ((Clause) leaf).keyword().endsWith("_id")));
    }

    boolean isStatus(int number, Clause clause, boolean isById) {
        String text = clause.value().text().toLowerCase(Locale.ROOT);
        SearchStatus status = context.statuses().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
        String label = status.label().toLowerCase(Locale.ROOT);
        return BruteForceValues.isAny(clause)
                || (isById
                        ? status.id().equals(clause.value().text())
                        : label.equals(text)
                                || label.replaceAll("[^\\p{L}\\p{N}]+", "_").equals(text));
    }
}
