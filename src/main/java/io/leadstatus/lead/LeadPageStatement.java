package io.leadstatus.lead;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.leadstatus.api.FieldSelection;
import io.leadstatus.search.SearchPlan;
import io.leadstatus.search.SortKey;

/** The statement that finds a page of leads and counts all of them: one, so that both are of one moment. */
final class LeadPageStatement {
    /** Names the parameters of the condition: {@code :condition0}, {@code :condition1} and so on. */
    static final String CONDITION = "condition";
    /** Names the parameters of each sort key: {@code :order0_0} is the first of the first. */
    static final String ORDER = "order";

    /**
     * Costs a pass over the leads that match, which the count needs anyway, however many are skipped; documents of those
     * are not read unless the condition or the order does. A scalar sub-select shows the leads, so that whatever the
     * planner believes of {@code :limit}, each costs one look into the primary key.
     */
    private static final String PAGE = """
            with matching as %1$s (
                select lead.lead_id, %2$s
                from lead
                where lead.organization_id = :organization and %3$s
            ), page as (
                select *
                from matching
                order by %4$s
                limit :limit offset :skip
            ), shown as materialized (
                select page.*, (
                    select cast(%5$s as text)
                    from lead
                    join lead_status status using (organization_id, status_number)
                    where lead.organization_id = :organization and lead.lead_id = page.lead_id
                ) as json
                from page
            )
            select total, lead_id is not null, case when size <= :largest then json end
            from (select count(*) as total from matching) counted
            left join (
                select *, sum(%6$s) over (order by %4$s) as size
                from shown
            ) measured on true
            order by %4$s
            """;

    /** So that leads that are created meanwhile come last, and no page shifts. */
    private static final List<SortKey> BY_CREATION = List.of(new SortKey("lead.created_at", List.of(), false, false));

    private LeadPageStatement() {}

    static String of(SearchPlan plan, FieldSelection fields) {
        List<SortKey> sort = sort(plan);
        return PAGE.formatted(
                // Found once where finding costs something; else counted and paged each in the index that suits it.
                plan.filter().asksColumnsOnly() ? "not materialized" : "materialized",
                IntStream.range(0, sort.size())
                        .mapToObj(i -> sort.get(i).withNamedParameters(ORDER + i + "_") + " as key" + i)
                        .collect(joining(", ")),
                plan.condition().withNamedParameters(CONDITION),
                orderBy(sort),
                ShownLead.sql(fields),
                ShownLead.size("json"));
    }

    static List<SortKey> sort(SearchPlan plan) {
        return plan.sort().isEmpty() ? BY_CREATION : plan.sort();
    }

    /** Ends with the lead's number, which no two share, in the direction of what stands before it: indexes have both. */
    private static String orderBy(List<SortKey> sort) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < sort.size(); i++) {
            keys.add(sort.get(i).orderBy("key" + i));
        }
        keys.add(sort.get(sort.size() - 1).isDescending() ? "lead_id desc" : "lead_id");
        return String.join(", ", keys);
    }
}
