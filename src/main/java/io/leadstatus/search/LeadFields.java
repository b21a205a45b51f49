package io.leadstatus.search;

import static io.leadstatus.search.Field.field;
import static io.leadstatus.search.JsonValues.LEAD;

/** The fields of a lead. */
final class LeadFields {
    static final JsonValues NAMES = JsonValues.at(LEAD, "$.display_name", "$.name");
    static final JsonValues URLS = JsonValues.at(LEAD, "$.url");
    static final JsonValues EMAILS = JsonValues.at(LEAD, "$.contacts[*].emails[*].email");
    static final JsonValues PHONES = JsonValues.at(LEAD, "$.contacts[*].phones[*].phone");
    static final CountType CONTACTS = new CountType("$.contacts[*]");
    static final CountType ADDRESSES = new CountType("$.addresses[*]");
    static final CountType OPPORTUNITIES = new CountType("$.opportunities[*]");
    static final CountType TASKS = new CountType("$.tasks[*]");

    static final FieldTable TABLE = FieldTable.withCustomFields(
            name -> new CustomType(LEAD, name),
            field("status", StatusType.byLabel("lead.status_number")).or("lead_status"),
            field("status_id", StatusType.byId("lead.status_number")).or("lead_status_id"),
            field("original_lead_status", new StatusType.AtCreation(StatusType.byLabel("event.to_status"))),
            field("original_lead_status_id", new StatusType.AtCreation(StatusType.byId("event.to_status"))),
            field("created", new DateType.OfColumn("lead.created_at")).or("date_created"),
            field("updated", new DateType.OfColumn("lead.updated_at")).or("date_updated"),
            field("id", new IdType.OfLead()).or("lead_id"),
            field("name", new TextType(NAMES, true)).or("company", "display_name"),
            field("description", text("$.description")),
            field("url", new TextType(URLS, true)),
            field("created_by", user("$.created_by_name", "$.created_by")),
            field("contacts", CONTACTS),
            field("contact", text("$.contacts[*].name")),
            field("title", text("$.contacts[*].title")),
            field("email", new EmailType(EMAILS, true)).or("email_address"),
            field("phone", new PhoneType(PHONES, true)).or("phone_number"),
            field("addresses", ADDRESSES),
            field("city", text("$.addresses[*].city")),
            field("state", text("$.addresses[*].state")),
            field("country", text("$.addresses[*].country")),
            field(
                    "location",
                    text(
                            "$.addresses[*].address_1",
                            "$.addresses[*].address_2",
                            "$.addresses[*].city",
                            "$.addresses[*].state",
                            "$.addresses[*].zipcode",
                            "$.addresses[*].country")),
            field("opportunities", OPPORTUNITIES),
            field("opportunity", term("$.opportunities[*].status_type", "$.opportunities[*].status_label"))
                    .or("opportunity_status"),
            field("opportunity_user", user("$.opportunities[*].user_name", "$.opportunities[*].user_id")),
            field("opportunity_value", new NumberType(JsonValues.at(LEAD, "$.opportunities[*].value"))),
            field("opportunity_created", date("$.opportunities[*].date_created")),
            field("tasks", TASKS),
            field("task", new TextType(JsonValues.at(LEAD, "$.tasks[*].text"), false)),
            field("task_created", date("$.tasks[*].date_created")),
            field("task_updated", date("$.tasks[*].date_updated")),
            field("has", new HasType()));

    private LeadFields() {}

    /** Of texts that {@code lead_texts} yields, so that the index of words serves them. */
    private static FieldType text(String... paths) {
        return new TextType(JsonValues.at(LEAD, paths), true);
    }

    private static FieldType term(String... paths) {
        return new TermType(JsonValues.at(LEAD, paths));
    }

    private static FieldType user(String... paths) {
        return new UserType(JsonValues.at(LEAD, paths));
    }

    private static FieldType date(String path) {
        return new DateType(JsonValues.at(LEAD, path));
    }
}
