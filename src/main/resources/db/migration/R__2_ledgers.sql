-- Keeps the ledgers of the lead history, whatever code changes the history.

create or replace function history_mark() returns numeric language sql volatile as $$
    -- 64 bits from the system's random source: unlike random(), nobody can seed it.
    select hashtextextended(gen_random_uuid()::text, 0)::numeric
$$;

-- Tells that something changed which may concern every report of an organization.
create or replace function mark_lead_history(of_organization integer) returns void language sql as $$
    insert into lead_history_journal
    values (of_organization, '-infinity', null, null, 0, 0, 0, 0, 0, history_mark())
$$;

-- The units of time that a moment lies in, as the ledgers know them.
create or replace function ledger_units(moment timestamptz) returns table (unit text, start timestamptz)
language sql stable as $$
    select unit collate "C", date_trunc(unit, moment, 'UTC') from unnest(array['year', 'month', 'day', 'hour']) unit
$$;

-- For what writes single changes: where they are not entered, the ledgers would be wrong and nobody would know.
create or replace function require_posting() returns void language plpgsql as $$
begin
    if current_setting('leadstatus.posting', true) = 'off' then
        raise exception 'leadstatus.posting: is off in this session, only for loading a whole history;'
                        ' reset leadstatus.posting before single changes'
            using errcode = 'object_not_in_prerequisite_state';
    end if;
end $$;

-- Enters in the journal what a statement did to events: those that came (1) and those that went (-1), by its argument.
-- leadstatus.posting = off leaves it out, for who loads a whole history and has it rebuilt afterwards.
create or replace function enter_changed_events() returns trigger language plpgsql as $$
declare
    sign bigint := tg_argv[0];
    entered bigint;
begin
    if current_setting('leadstatus.posting', true) = 'off' then
        return null;
    end if;
    insert into lead_history_journal
    select organization_id, date_trunc('hour', occurred_at, 'UTC'), previous_status, from_status, to_status,
           sign * count(*),
           sign * count(*) filter (where previous_same_at is null),
           sign * count(*) filter (where previous_entry_at is null),
           sign * count(*) filter (where previous_exit_at is null and from_status is not null),
           history_mark()
    from changed
    group by 1, 2, 3, 4, 5;
    get diagnostics entered = row_count;
    -- Post now and then, so that reports never read much of the journal; chance spreads it over the writers. Not in
    -- transactions that fail where another one has posted meanwhile.
    if random() * 256 < entered and current_setting('transaction_isolation') = 'read committed' then
        perform post_lead_history(organization_id)
        from (select distinct organization_id from changed) changed_organization;
    end if;
    return null;
end $$;

create or replace trigger enter_inserted_events after insert on lead_status_event
    referencing new table as changed
    for each statement execute function enter_changed_events('1');
create or replace trigger enter_events_before_update after update on lead_status_event
    referencing old table as changed
    for each statement execute function enter_changed_events('-1');
create or replace trigger enter_events_after_update after update on lead_status_event
    referencing new table as changed
    for each statement execute function enter_changed_events('1');
create or replace trigger enter_deleted_events after delete on lead_status_event
    referencing old table as changed
    for each statement execute function enter_changed_events('-1');

-- Posts an organization's journal to its ledgers. One session at a time does it; others skip it.
create or replace function post_lead_history(of_organization integer) returns void language plpgsql as $$
begin
    perform from organization where organization_id = of_organization for no key update skip locked;
    if not found then
        return;
    end if;
    with entry as (
        delete from lead_history_journal where organization_id = of_organization
        returning *
    ), in_unit as materialized (
        select unit, start, previous_status, coalesce(from_status, 0) as from_status, to_status, sum(events) as events,
               sum(first_transitions) as first_transitions, sum(first_entries) as first_entries,
               sum(first_exits) as first_exits, sum(mark) as mark
        from entry, ledger_units(hour)
        group by 1, 2, 3, 4, 5
    ), status_changes as (
        insert into lead_status_ledger as ledger (organization_id, unit, start, status_number, change)
        select of_organization, unit, start, status_number, sum(change)
        from in_unit, lateral (values (to_status, events), (previous_status, -events)) as moved (status_number, change)
        where status_number is not null
        group by unit, start, status_number
        having sum(change) <> 0
        on conflict (organization_id, unit, start, status_number) do update
        set change = ledger.change + excluded.change
    ), moves as (
        insert into lead_move_ledger as ledger (organization_id, unit, start, from_status, to_status,
                                                first_transitions, first_entries, first_exits)
        select of_organization, unit, start, from_status, to_status,
               sum(first_transitions), sum(first_entries), sum(first_exits)
        from in_unit
        where unit <> 'hour'
        group by unit, start, from_status, to_status
        having sum(first_transitions) <> 0 or sum(first_entries) <> 0 or sum(first_exits) <> 0
        on conflict (organization_id, unit, start, from_status, to_status) do update
        set first_transitions = ledger.first_transitions + excluded.first_transitions,
            first_entries = ledger.first_entries + excluded.first_entries,
            first_exits = ledger.first_exits + excluded.first_exits
    )
    insert into lead_history_mark as ledger (organization_id, unit, start, mark)
    select of_organization, unit, start, sum(mark)
    from in_unit
    where unit <> 'hour'
    group by unit, start
    on conflict (organization_id, unit, start) do update
    set mark = ledger.mark + excluded.mark;
end $$;

-- The same by the organization's id, for whose writers never post.
create or replace function post_lead_history(organization text) returns void language sql as $$
    select post_lead_history(organization_number(organization))
$$;

create or replace function mark_changed_statuses() returns trigger language plpgsql as $$
begin
    perform mark_lead_history(organization_id)
    from (select distinct organization_id from changed) changed_organization;
    return null;
end $$;

create or replace trigger mark_inserted_statuses after insert on lead_status
    referencing new table as changed
    for each statement execute function mark_changed_statuses();
create or replace trigger mark_statuses_before_update after update on lead_status
    referencing old table as changed
    for each statement execute function mark_changed_statuses();
create or replace trigger mark_statuses_after_update after update on lead_status
    referencing new table as changed
    for each statement execute function mark_changed_statuses();
create or replace trigger mark_deleted_statuses after delete on lead_status
    referencing old table as changed
    for each statement execute function mark_changed_statuses();

-- Without events there is nothing in the ledgers; without statuses there are no events.
create or replace function forget_every_history() returns trigger language plpgsql as $$
begin
    truncate lead_status_ledger, lead_move_ledger, lead_history_journal;
    perform mark_lead_history(organization_id) from organization;
    return null;
end $$;

create or replace trigger forget_truncated_events after truncate on lead_status_event
    for each statement execute function forget_every_history();
