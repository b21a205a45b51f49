package io.leadstatus.search;

import static io.leadstatus.search.Field.field;
import static io.leadstatus.search.JsonValues.ITEM;

/** The fields of what belongs to a lead, within {@code contact(…)}, {@code opportunity(…)} and {@code task(…)}. */
final class RelatedFields {
    static final FieldTable CONTACT = FieldTable.withCustomFields(
            name -> new CustomType(ITEM, name),
            field("id", id("$.id")).or("contact_id"),
            field("name", text("$.name", "$.display_name")).or("display_name"),
            field("title", text("$.title")),
            field("email", new EmailType(at("$.emails[*].email"), false)).or("email_address"),
            field("phone", new PhoneType(at("$.phones[*].phone"), false)).or("phone_number"),
            field("url", text("$.urls[*].url")),
            field("created", date("$.date_created")).or("date_created"),
            field("updated", date("$.date_updated")).or("date_updated"));

    static final FieldTable OPPORTUNITY = FieldTable.withCustomFields(
            name -> new CustomType(ITEM, name),
            field("id", id("$.id")).or("opportunity_id"),
            field("status", new TermType(at("$.status_type", "$.status_label"))).or("opportunity_status"),
            field("status_type", new TermType(at("$.status_type"))),
            field("status_label", new TermType(at("$.status_label"))),
            field("status_id", id("$.status_id")),
            field("value", new NumberType(at("$.value"))),
            field("value_currency", new TermType(at("$.value_currency"))).or("currency"),
            field("value_period", new TermType(at("$.value_period"))).or("period"),
            field("confidence", new NumberType(at("$.confidence"))),
            field("user", user("$.user_name", "$.user_id")).or("user_name"),
            field("user_id", id("$.user_id")),
            field("contact", text("$.contact_name")),
            field("note", text("$.note")),
            field("created_by", user("$.created_by_name", "$.created_by")),
            field("created", date("$.date_created")).or("date_created"),
            field("updated", date("$.date_updated")).or("date_updated"),
            field("won", date("$.date_won")).or("date_won"),
            field("lost", date("$.date_lost")).or("date_lost"));

    static final FieldTable TASK = FieldTable.of(
            field("id", id("$.id")).or("task_id"),
            field("text", text("$.text", "$.description")).or("description"),
            field("date", date("$.date")).or("due_date"),
            field("is_complete", new BooleanType(at("$.is_complete"))),
            field("assigned_to", user("$.assigned_to_name", "$.assigned_to")),
            field("created_by", user("$.created_by_name", "$.created_by")).or("creator"),
            field("created", date("$.date_created")).or("date_created"),
            field("updated", date("$.date_updated")).or("date_updated"));

    private RelatedFields() {}

    private static JsonValues at(String... paths) {
        return JsonValues.at(ITEM, paths);
    }

    private static FieldType text(String... paths) {
        return new TextType(at(paths), false);
    }

    private static FieldType user(String... paths) {
        return new UserType(at(paths));
    }

    private static FieldType date(String path) {
        return new DateType(at(path));
    }

    private static FieldType id(String path) {
        return new IdType(at(path));
    }
}
