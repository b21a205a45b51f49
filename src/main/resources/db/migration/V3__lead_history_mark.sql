-- Identifies the history that a report is computed from, so that an unchanged report need not be computed again.
-- Every statement that changes events or statuses adds a random number to the days that it changed. The sum of an
-- organization's numbers up to a day then stands for the set of changes that a snapshot sees: equal sums, equal history,
-- in whatever order transactions commit, after rollbacks, on replicas and after a restore, where counters and the times
-- of changes would repeat or run behind. Writers only insert, so that none waits for another.
create table lead_history_mark (
    organization_id integer not null,
    day date not null, -- of the events (UTC); -infinity for what concerns every day
    mark numeric not null
);

create index lead_history_mark_by_day on lead_history_mark (organization_id, day) include (mark);
