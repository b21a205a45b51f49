package io.leadstatus.benchmark;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Filters that people use, each with the condition on {@code lead} that somebody who knows the tables, their indexes and
 * the generated data would write by hand for the same question.
 */
final class RepresentativeFilters {

    /** @param byHand finds the same leads */
    record Filter(String query, String byHand) {}

    private final int organization;
    private final LocalDate today;
    private final String company;
    private final String email;
    private final String phone;

    RepresentativeFilters(BenchmarkedOrganization organization) throws SQLException {
        this.organization = organization.number();
        this.today = organization.today().atZone(ZoneOffset.UTC).toLocalDate();
        this.company = organization.example("{display_name}");
        this.email = organization.example("{contacts,0,emails,0,email}");
        this.phone = organization.example("{contacts,0,phones,0,phone}");
    }

    List<Filter> all() {
        return List.of(
                new Filter("status:\"Customer\"", "status_number = 8"),
                new Filter("status in (\"Qualified\", \"In Trial\", \"Negotiating\")", "status_number in (3, 5, 7)"),
                createdInMonth(),
                new Filter("updated >= \"3 days ago\"", "updated_at >= '%sZ'".formatted(today.minusDays(3))),
                new Filter(
                        "\"custom.Lead Source\":\"Referral\"",
                        "lower(document -> 'custom' ->> 'Lead Source') = 'referral'"),
                new Filter("custom.Seats:30", "document -> 'custom' @> '{\"Seats\": 30}'"),
                new Filter("custom.Seats >= 399", "(document -> 'custom' -> 'Seats')::numeric >= 399"),
                new Filter("custom.Paused:yes", "document -> 'custom' @> '{\"Paused\": true}'"),
                new Filter("custom.Products:\"Calling\"", "document -> 'custom' @> '{\"Products\": [\"Calling\"]}'"),
                namePrefix(),
                name(),
                new Filter("robotics", "search_words @@ '''robotics'':*'"),
                new Filter(
                        "\"Alder Street\"",
                        "search_words @@ '''alder'' & ''street'''" + " and document::text ilike '%Alder Street%'"),
                email(),
                phone(),
                new Filter(
                        "city:Berlin",
                        "search_words @@ '''berlin'':*' and document @@ '$.addresses[*].city == \"Berlin\"'"),
                new Filter(
                        "opportunity(status_type:won value >= 200000)",
                        "jsonb_path_exists(document,"
                                + " '$.opportunities[*] ? (@.status_type == \"won\" && @.value >= 200000)')"),
                new Filter("has:opportunities", "document -> 'opportunities' <> '[]'"),
                new Filter(
                        "(status:\"Lost\" or status:\"Bad Fit\") and not has:tasks and not custom.Paused:no",
                        "status_number in (11, 12) and document -> 'tasks' = '[]'"
                                + " and (document -> 'custom' @> '{\"Paused\": false}') is not true"),
                statusOnDay(),
                statusChange(),
                originalStatus(),
                smartView());
    }

    private Filter createdInMonth() {
        LocalDate start = today.minusYears(1).withDayOfMonth(1);
        return new Filter(
                "created >= %s and created < %s".formatted(start, start.plusMonths(1)),
                "lead.created_at >= '%sZ' and lead.created_at < '%sZ'".formatted(start, start.plusMonths(1)));
    }

    private Filter namePrefix() {
        String prefix = company.substring(0, 4).toLowerCase();
        return new Filter(
                "name:" + prefix,
                "search_words @@ '''%s'':*' and search_text(document ->> 'display_name') like '%% %s%%'"
                        .formatted(prefix, prefix));
    }

    private Filter name() {
        String[] words = company.toLowerCase().split(" ");
        return new Filter(
                "name:\"%s %s\"".formatted(words[0], words[1]),
                "search_words @@ '''%s'' & ''%s''' and search_text(document ->> 'display_name') like '%% %s %s %%'"
                        .formatted(words[0], words[1], words[0], words[1]));
    }

    private Filter email() {
        String words = String.join("'' & ''", email.split("[^a-z0-9]+"));
        return new Filter(
                "email:\"" + email + "\"",
                "search_words @@ '''%s''' and document @@ '$.contacts[*].emails[*].email == \"%s\"'"
                        .formatted(words, email));
    }

    private Filter phone() {
        return new Filter(
                "phone:" + phone.substring(2),
                "document @@ '$.contacts[*].phones[*].phone == \"%s\"'".formatted(phone));
    }

    private Filter statusOnDay() {
        LocalDate day = today.minusDays(200);
        return new Filter("lead_status(status:\"Negotiating\" on:%s)".formatted(day), """
                (select to_status
                 from lead_status_event event
                 where event.organization_id = %d and event.lead_id = lead.lead_id and occurred_at < '%sZ'
                 order by occurred_at desc, sequence desc
                 limit 1) = 7""".formatted(
                        organization, day.plusDays(1)));
    }

    private Filter statusChange() {
        LocalDate start = today.minusDays(120);
        return new Filter(
                "lead_status_change(old_status:\"Negotiating\" new_status:\"Customer\" date >= %s)".formatted(start),
                """
                lead_id in (
                    select lead_id
                    from lead_status_event
                    where organization_id = %d and from_status = 7 and to_status = 8 and occurred_at >= '%sZ')""".formatted(organization, start));
    }

    private Filter originalStatus() {
        LocalDate start = today.minusDays(30);
        return new Filter(
                "original_lead_status:\"Contacted\" and created >= " + start, """
                lead.created_at >= '%sZ' and exists (
                    select from lead_status_event event
                    where event.organization_id = %d and event.lead_id = lead.lead_id
                      and from_status is null and to_status = 2)""".formatted(start, organization));
    }

    private Filter smartView() {
        LocalDate start = today.minusDays(90);
        return new Filter(
                "in:\"%s\" and created >= %s".formatted(BenchmarkedOrganization.SMART_VIEW, start),
                "status_number in (3, 5, 7) and lead.created_at >= '%sZ'".formatted(start)
                        + " and lower(document -> 'custom' ->> 'Lead Source') = 'referral'");
    }
}
