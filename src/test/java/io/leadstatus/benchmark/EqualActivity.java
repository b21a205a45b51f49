package io.leadstatus.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports of organizations of different sizes over periods in which the same number of events happened: a day of the
 * smallest is minutes of the largest.
 *
 * @param period of the smallest organization
 * @param comparisons from the smallest organization to the largest
 */
record EqualActivity(ScalePeriod period, long events, List<Comparison> comparisons) {
    private static final List<ScalePeriod> PERIODS = List.of(ScalePeriod.DAY, ScalePeriod.MONTH, ScalePeriod.YEAR);

    /** @param organizations from the smallest to the largest */
    static List<EqualActivity> of(List<BenchmarkedOrganization> organizations, Connection connection)
            throws SQLException {
        BenchmarkedOrganization smallest = organizations.get(0);
        List<EqualActivity> all = new ArrayList<>();
        for (ScalePeriod period : PERIODS) {
            long events = EventFloor.statement(smallest, period.start(smallest), ScalePeriod.end(smallest))
                    .number(connection);
            List<Comparison> comparisons = new ArrayList<>();
            for (BenchmarkedOrganization organization : organizations) {
                comparisons.add(ReportComparison.oursOfAllLeads(
                        "%s, the last %d events".formatted(organization.size().label(), events),
                        organization,
                        startOfLast(events, organization, connection),
                        ScalePeriod.end(organization)));
            }
            all.add(new EqualActivity(period, events, comparisons));
        }
        return all;
    }

    private static Instant startOfLast(long events, BenchmarkedOrganization organization, Connection connection)
            throws SQLException {
        return Instant.ofEpochSecond(BoundStatement.of(
                        """
                        select extract(epoch from occurred_at)::bigint
                        from lead_status_event
                        where organization_id = ? and occurred_at < cast(? as timestamptz)
                        order by occurred_at desc
                        offset ? limit 1
                        """,
                        organization.number(),
                        ScalePeriod.end(organization).plusSeconds(1).toString(),
                        events - 1)
                .number(connection));
    }
}
