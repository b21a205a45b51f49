package io.leadstatus.search;

/**
 * A phone number, by its first digits however they are set. North American numbers are found without their country
 * code too, so that {@code phone:415} finds "+1 (415) 555-0100"; a plus in the query asks for the code.
 *
 * @param isAmongWords whether {@code lead.search_words} holds the digits of the values
 */
record PhoneType(JsonValues values, boolean isAmongWords) implements FieldType {
    private static final String DIGITS = "regexp_replace(found.value #>> '{}', '[^0-9]+', '', 'g')";
    /** {@code lead_search_words} cuts what is longer. */
    private static final int LONGEST = 30;

    @Override
    public SqlPredicate hasValue() {
        return values.any();
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        String digits = comparison.text().replaceAll("[^0-9]+", "");
        boolean isWithCode = comparison.text().indexOf('+') >= 0;
        if (digits.isEmpty()) {
            return SqlPredicate.NEVER;
        }
        return isAmongWords && digits.length() <= LONGEST ? indexed(digits, isWithCode) : exact(digits, isWithCode);
    }

    private static SqlPredicate indexed(String digits, boolean isWithCode) {
        return TextType.hasWords("'+" + digits + "':*" + (isWithCode ? "" : " | '#" + digits + "':*"));
    }

    private SqlPredicate exact(String digits, boolean isWithCode) {
        if (isWithCode) {
            return values.anyWhere("starts_with(" + DIGITS + ", ?)", digits);
        }
        return values.anyWhere(
                "(starts_with(" + DIGITS + ", ?) or starts_with(found.value #>> '{}', '+1') and starts_with(substr("
                        + DIGITS + ", 2), ?))",
                digits,
                digits);
    }
}
