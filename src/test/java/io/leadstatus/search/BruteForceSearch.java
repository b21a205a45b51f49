package io.leadstatus.search;

import java.util.Locale;

import io.leadstatus.search.Expression.Clause;
import io.leadstatus.search.Expression.FreeText;
import io.leadstatus.search.Expression.SubQuery;

/** The search language read lead by lead, from the contract alone: slow, plain, and right. */
final class BruteForceSearch {
    private final SearchContext context;
    private final BruteForceStatuses statuses;
    private final BruteForceFields fields;

    BruteForceSearch(SearchContext context) {
        this.context = context;
        this.statuses = new BruteForceStatuses(context);
        this.fields = new BruteForceFields(context);
    }

    boolean finds(Expression expression, SearchedLead lead) {
        return BruteForceLogic.holds(expression, leaf -> leadLeaf(leaf, lead));
    }

    private boolean leadLeaf(Expression leaf, SearchedLead lead) {
        if (leaf instanceof FreeText text) {
            return fields.freeText(text.value(), lead.document());
        } else if (leaf instanceof SubQuery subQuery) {
            return subQuery(subQuery, lead);
        }
        Clause clause = (Clause) leaf;
        String keyword = clause.keyword().toLowerCase(Locale.ROOT);
        if (keyword.startsWith("custom.")) {
            return fields.customFits(clause.keyword().substring(7), clause, lead.document());
        }
        return switch (keyword) {
            case "status", "status_id" -> statuses.isStatus(lead.status(), clause, keyword.endsWith("_id"));
            case "original_lead_status", "original_lead_status_id" ->
                statuses.isStatus(lead.events().get(0).to(), clause, keyword.endsWith("_id"));
            case "created" -> BruteForceDates.isMoment(lead.createdAt(), clause, context);
            case "updated" -> BruteForceDates.isMoment(lead.updatedAt(), clause, context);
            case "id" ->
                BruteForceValues.isAny(clause)
                        || lead.id().equals(clause.value().text());
            case "contacts", "addresses", "opportunities", "tasks" ->
                isCount(BruteForceValues.at(lead.document(), keyword).size(), clause);
            case "has" ->
                !BruteForceValues.at(lead.document(), clause.value().text()).isEmpty();
            case "in" ->
                finds(
                        context.smartViews()
                                .resolve(clause.value().text())
                                .orElseThrow()
                                .query(),
                        lead);
            default -> fields.fits(keyword, clause, lead.document());
        };
    }

    private boolean subQuery(SubQuery subQuery, SearchedLead lead) {
        return switch (subQuery.keyword()) {
            case "lead_status_change" -> statuses.changed(subQuery.condition(), lead);
            case "lead_status" -> statuses.wasInStatus(subQuery.condition(), lead);
            default -> fields.relatedFits(subQuery.keyword(), subQuery.condition(), lead.document());
        };
    }

    private static boolean isCount(int count, Clause clause) {
        if (BruteForceValues.isAny(clause) || BruteForceValues.isNone(clause)) {
            return BruteForceValues.isAny(clause) == count > 0;
        }
        return BruteForceValues.fits(
                Integer.compare(count, Integer.parseInt(clause.value().text())), clause.operator());
    }
}
