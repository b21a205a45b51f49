package io.leadstatus.search;

/** A public id, to the letter. */
record IdType(JsonValues values) implements FieldType {

    /** The id of the lead itself. */
    record OfLead() implements FieldType {

        @Override
        public SqlPredicate hasValue() {
            return SqlPredicate.ALWAYS;
        }

        @Override
        public SqlPredicate matches(Comparison comparison, SearchContext context) {
            return SqlPredicate.of("lead.public_id = ?", comparison.text());
        }
    }

    @Override
    public SqlPredicate hasValue() {
        return values.any();
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        return values.anyWhere("found.value #>> '{}' = ?", comparison.text());
    }
}
