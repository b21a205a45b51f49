package io.leadstatus.search;

/** A user, by a word of the name or by id. */
record UserType(JsonValues values) implements FieldType {

    @Override
    public SqlPredicate hasValue() {
        return values.any();
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        if (!comparison.value().isQuoted() && comparison.text().equalsIgnoreCase("me")) {
            throw comparison.refused("A credential belongs to an organization, not to a user: there is no \"me\". "
                    + "Use a user's name or id.");
        }
        return new TextType(values, false).matches(comparison, context);
    }
}
