package io.leadstatus.report;

/** Reads the mark of the history up to the end of a period, see V1__schema.sql and {@link ReportVersions}. */
final class HistoryMark {
    /** The {@link HistoryRanges} as a table. */
    static final String HISTORY_RANGE = """
            history_range as materialized (
                select figure, source collate "C" as source, since, before, sign
                from unnest(cast(:rangeFigure as text[]), cast(:rangeSource as text[]),
                            cast(:rangeSince as timestamptz[]), cast(:rangeBefore as timestamptz[]),
                            cast(:rangeSign as integer[])) as range (figure, source, since, before, sign)
            )""";

    /** Costs some dozen rows. */
    static final String MARK = """
            select cast(coalesce(sum(mark), 0) as text)
            from (
                select mark
                from history_range range
                join lead_history_mark ledger
                    on ledger.unit = range.source and start >= range.since and start < range.before
                where range.figure = 'MARK' and ledger.organization_id = :organization
                union all
                select mark
                from history_range range
                join lead_history_journal on hour >= range.since and hour < range.before
                where range.figure = 'MARK' and range.source = 'journal' and organization_id = :organization
            ) marks
            """;

    private HistoryMark() {}
}
