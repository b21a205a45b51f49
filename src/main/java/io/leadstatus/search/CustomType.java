package io.leadstatus.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;

/**
 * A custom field of any kind; a list is found by any of its values. What kind it has, the document says: a query's
 * number finds numbers and texts with a word that begins so, a date finds dates, yes and no find booleans.
 */
record CustomType(String document, String name) implements FieldType {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public SqlPredicate hasValue() {
        return values().any();
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        return comparison.isEquality() ? equal(comparison, context) : ordered(comparison, context);
    }

    private SqlPredicate equal(Comparison comparison, SearchContext context) {
        List<SqlPredicate> readings = new ArrayList<>();
        SearchText text = SearchText.of(comparison.value());
        if (!text.isEmpty()) {
            readings.add(equal(text));
        }
        NumberType.parse(comparison.text())
                .ifPresent(number -> readings.add(equal(JSON.numberNode(new BigDecimal(number)))));
        BooleanType.parse(comparison.text()).ifPresent(wanted -> readings.add(equal(JSON.booleanNode(wanted))));
        DateRange.parse(comparison.text(), context)
                .ifPresent(range -> readings.add(new DateType(values()).matches(Operator.EQUAL, range)));
        return SqlPredicate.anyOf(readings);
    }

    /** A text. Of a lead, {@code lead_search_words} decides for short texts of fields by name, and knows which are not. */
    private SqlPredicate equal(SearchText text) {
        if (!isOfLead() || JsonValues.isCustomFieldId(name)) {
            SqlPredicate exact = values().anyWhere(
                            "jsonb_typeof(found.value) = 'string' and search_text(found.value) like ?", text.pattern());
            return TextType.narrowed(text, isOfLead(), exact);
        }
        String field = name.codePointCount(0, name.length()) + " " + name;
        String undecided = "'~' | " + SearchText.lexeme("~" + field, false) + " & " + text.wordQuery();
        return TextType.hasWords(text.shortTextQuery("=" + field))
                .or(TextType.hasWords(undecided).and(findsText(text)));
    }

    private SqlPredicate findsText(SearchText text) {
        JsonValues values = values();
        List<Object> parameters = new ArrayList<>(values.parameters());
        parameters.add(text.pattern());
        return new SqlPredicate("search_finds_text(" + values.document() + ", ?)", parameters);
    }

    /** A value that is not text, alone or in a list. Of a lead, the index on custom fields finds it. */
    private SqlPredicate equal(ValueNode value) {
        if (!isOfLead() || JsonValues.isCustomFieldId(name)) {
            return values().anyWhere("found.value = cast(? as jsonb)", value.toString());
        }
        String contained = "lead.document -> 'custom' @> cast(? as jsonb)";
        return SqlPredicate.of(
                "(lead.document -> 'custom' is not null and (" + contained + " or " + contained + "))",
                JSON.objectNode().set(name, value).toString(),
                JSON.objectNode().set(name, JSON.arrayNode().add(value)).toString());
    }

    private SqlPredicate ordered(Comparison comparison, SearchContext context) {
        Optional<String> number = NumberType.parse(comparison.text());
        if (number.isPresent()) {
            return new NumberType(values()).matches(comparison.operator(), number.get());
        }
        DateRange range = DateRange.parse(comparison.text(), context)
                .orElseThrow(() -> comparison.expected(NumberType.EXPECTED + " or " + DateRange.EXPECTED));
        return new DateType(values()).matches(comparison.operator(), range);
    }

    private JsonValues values() {
        return JsonValues.ofCustomField(document, name);
    }

    private boolean isOfLead() {
        return document.equals(JsonValues.LEAD);
    }
}
