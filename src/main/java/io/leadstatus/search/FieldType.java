package io.leadstatus.search;

import java.util.List;

/** What a keyword stands for: which values and operators it takes, and what they mean in SQL. */
interface FieldType {

    /** {@code keyword:*}; its complement is {@code keyword:""}. */
    SqlPredicate hasValue();

    /** The value is neither {@code *} nor {@code ""}. */
    SqlPredicate matches(Comparison comparison, SearchContext context);

    /** Whether it takes {@code <} and the like. */
    default boolean isOrdered() {
        return false;
    }

    default SqlPredicate compare(Comparison comparison, SearchContext context) {
        boolean isAboutPresence = comparison.asksForAny() || comparison.asksForNone();
        if (!comparison.isEquality() && (isAboutPresence || !isOrdered())) {
            throw comparison.refused(
                    isAboutPresence && isOrdered()
                            ? "Use " + comparison.keyword() + ":* or " + comparison.keyword() + ":\"\"."
                            : comparison.keyword() + " takes : and in (…), not "
                                    + comparison.operator().symbol() + ".");
        }
        if (isAboutPresence) {
            return comparison.asksForAny() ? hasValue() : hasValue().not();
        }
        return matches(comparison, context);
    }

    /** Whether one of several comparisons with the same keyword holds. */
    default SqlPredicate compareAny(List<Comparison> comparisons, SearchContext context) {
        return SqlPredicate.anyOf(comparisons.stream()
                .map(comparison -> compare(comparison, context))
                .toList());
    }
}
