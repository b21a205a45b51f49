package io.leadstatus.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToIntFunction;

import io.leadstatus.search.SmartViewResolver.Resolved;

/** {@code in:"Smart view"}: what a saved search finds. Saved searches may contain others, but not themselves. */
final class NestedViews {
    static final String KEYWORD = "in";

    private static final int DEEPEST = 10;
    /** Views that name others twice each would otherwise double with every level. */
    private static final int MOST = 100;

    private static final ToIntFunction<Expression> NOWHERE = expression -> 0;

    private final SearchContext context;
    private final Deque<String> open = new ArrayDeque<>();
    private int count;

    NestedViews(SearchContext context) {
        this.context = context;
    }

    SqlPredicate translate(Comparison comparison) {
        if (!comparison.isEquality() || comparison.asksForAny() || comparison.asksForNone()) {
            throw comparison.refused("Use in: with the name of a smart view or its id.");
        }
        count++;
        if (open.size() >= DEEPEST || count > MOST) {
            throw comparison.refused("Smart views contain each other too deeply or too often.");
        }
        try {
            return translate(
                    comparison, context.smartViews().resolve(comparison.text()).orElse(null));
        } catch (SearchException e) {
            // Its position is one in the text of the view, which is not the text that the caller sees.
            throw comparison.refused("in:\"" + Comparison.shortened(comparison.text()) + "\": " + e.reason());
        }
    }

    private SqlPredicate translate(Comparison comparison, Resolved view) {
        if (view == null) {
            throw comparison.refused("There is no such smart view.");
        }
        if (open.contains(view.id())) {
            throw comparison.refused("The smart view contains itself.");
        }
        open.push(view.id());
        SqlPredicate found = new ExpressionTranslator(context, NOWHERE, this)
                .translateAll(Directives.filters(view.query()), Scope.LEAD);
        open.pop();
        return found;
    }
}
