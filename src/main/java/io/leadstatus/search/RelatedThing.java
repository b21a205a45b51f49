package io.leadstatus.search;

import io.leadstatus.search.Expression.SubQuery;

/**
 * Something in a list of the lead's document. All clauses of the sub-query speak of one and the same.
 *
 * @param path of the list's entries in the document
 * @param scope what may be said of an entry
 */
record RelatedThing(String path, Scope scope) implements SubQueryType {

    /** @param textKeyword the field that a text without a keyword searches */
    RelatedThing(String name, String path, FieldTable fields, String textKeyword) {
        this(path, Scope.of(name + "(…)", fields, fields.find(textKeyword).orElseThrow()));
    }

    @Override
    public SqlPredicate translate(SubQuery subQuery, ExpressionTranslator translator) {
        SqlPredicate condition = translator
                .translate(subQuery.condition(), scope)
                .within(
                        "exists (select from jsonb_path_query(lead.document, '" + path
                                + "') as item (value) where jsonb_typeof(item.value) = 'object' and ",
                        ")");
        // Most leads without any are passed over faster so.
        return new CountType(path).hasValue().and(condition);
    }
}
