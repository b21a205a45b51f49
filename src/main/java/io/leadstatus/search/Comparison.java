package io.leadstatus.search;

/** One value that a clause compares its keyword with, and where the clause stands. */
record Comparison(String keyword, Operator operator, Value value, int position) {
    private static final int LONGEST_SHOWN = 80;

    boolean isEquality() {
        return operator == Operator.EQUAL;
    }

    /** {@code keyword:*} */
    boolean asksForAny() {
        return !value.isQuoted() && value.text().equals("*");
    }

    /** {@code keyword:""} */
    boolean asksForNone() {
        return value.isQuoted() && value.text().isEmpty();
    }

    String text() {
        return value.text();
    }

    SearchException refused(String message) {
        return new SearchException(position, message);
    }

    /** The value is not of the kind that the keyword takes. */
    SearchException expected(String kind) {
        return refused(shortened(keyword) + " takes " + kind + ", not \"" + shortened(value.text()) + "\".");
    }

    /** As an error shows it. */
    static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN / 2)) + "…";
    }
}
