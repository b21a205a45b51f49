package io.leadstatus.search;

/** How many related things a lead has. */
record CountType(String path) implements FieldType {

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public SqlPredicate hasValue() {
        return JsonValues.at(JsonValues.LEAD, path).anyFulfils("@.type() == \"object\"");
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        return SqlPredicate.of(
                sql() + " " + NumberType.symbol(comparison.operator()) + " cast(? as numeric)",
                NumberType.parse(comparison));
    }

    String sql() {
        return "(select count(*) from jsonb_path_query(lead.document, '" + path
                + "') as counted (value) where jsonb_typeof(counted.value) = 'object')";
    }
}
