package io.leadstatus.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code has:opportunities} and the like: whether there is any. */
record HasType() implements FieldType {
    private static final List<String> NAMES =
            List.of("contacts", "addresses", "opportunities", "tasks", "email_addresses", "phone_numbers", "url");
    private static final FieldType EMAILS = new EmailType(LeadFields.EMAILS, true);
    private static final FieldType PHONES = new PhoneType(LeadFields.PHONES, true);
    private static final FieldType URL = new TextType(LeadFields.URLS, true);
    private static final Map<String, FieldType> HELD = Map.ofEntries(
            Map.entry("contacts", LeadFields.CONTACTS),
            Map.entry("contact", LeadFields.CONTACTS),
            Map.entry("addresses", LeadFields.ADDRESSES),
            Map.entry("address", LeadFields.ADDRESSES),
            Map.entry("opportunities", LeadFields.OPPORTUNITIES),
            Map.entry("opportunity", LeadFields.OPPORTUNITIES),
            Map.entry("tasks", LeadFields.TASKS),
            Map.entry("task", LeadFields.TASKS),
            Map.entry("email_addresses", EMAILS),
            Map.entry("email_address", EMAILS),
            Map.entry("phone_numbers", PHONES),
            Map.entry("phone_number", PHONES),
            Map.entry("phones", PHONES),
            Map.entry("phone", PHONES),
            Map.entry("urls", URL),
            Map.entry("url", URL));

    @Override
    public SqlPredicate hasValue() {
        throw new UnsupportedOperationException("has always names something");
    }

    @Override
    public SqlPredicate compare(Comparison comparison, SearchContext context) {
        return matches(comparison, context);
    }

    @Override
    public SqlPredicate matches(Comparison comparison, SearchContext context) {
        String name = comparison.text().strip().toLowerCase(Locale.ROOT);
        if (!comparison.isEquality() || comparison.asksForAny()) {
            throw comparison.refused("Use has: with one of " + String.join(", ", NAMES) + ".");
        }
        if (Keywords.isNotHeld(name)) {
            throw comparison.refused(Keywords.notHeld(name));
        }
        FieldType type = HELD.get(name);
        if (type == null) {
            throw comparison.expected("one of " + String.join(", ", NAMES));
        }
        return type.hasValue();
    }
}
