-- Derived data of the lead history: the ledger of daily changes and the previous_… columns of the events.
-- Repeatable: functions and triggers are replaced whenever this file changes.

-- Posts what a statement did to the events to the ledger, whatever code ran the statement.
create or replace function post_lead_status_changes() returns trigger language plpgsql as $$
declare
    posted bigint := 0;
    posted_by_deletion bigint := 0;
    changed_organization integer;
begin
    if tg_op <> 'DELETE' then
        insert into lead_status_pending_change (organization_id, day, status_number, change)
        select organization_id, (occurred_at at time zone 'UTC')::date, status_number, sum(change)
        from new_event, lateral (values (to_status, 1), (previous_status, -1)) as moved (status_number, change)
        where status_number is not null
        group by 1, 2, 3
        having sum(change) <> 0;
        get diagnostics posted = row_count;
    end if;
    if tg_op <> 'INSERT' then
        insert into lead_status_pending_change (organization_id, day, status_number, change)
        select organization_id, (occurred_at at time zone 'UTC')::date, status_number, sum(change)
        from old_event, lateral (values (to_status, -1), (previous_status, 1)) as moved (status_number, change)
        where status_number is not null
        group by 1, 2, 3
        having sum(change) <> 0;
        get diagnostics posted_by_deletion = row_count;
    end if;
    -- Fold now and then, so that reports never read many pending rows; chance spreads it over the writers.
    if random() * 256 < posted + posted_by_deletion then
        if tg_op = 'DELETE' then
            for changed_organization in select distinct organization_id from old_event loop
                perform fold_lead_status_changes(changed_organization);
            end loop;
        else
            for changed_organization in select distinct organization_id from new_event loop
                perform fold_lead_status_changes(changed_organization);
            end loop;
        end if;
    end if;
    return null;
end $$;

create or replace trigger lead_status_event_inserted after insert on lead_status_event
    referencing new table as new_event
    for each statement execute function post_lead_status_changes();
create or replace trigger lead_status_event_updated after update on lead_status_event
    referencing old table as old_event new table as new_event
    for each statement execute function post_lead_status_changes();
create or replace trigger lead_status_event_deleted after delete on lead_status_event
    referencing old table as old_event
    for each statement execute function post_lead_status_changes();

-- Adds the pending changes of an organization to its ledger. One session at a time does it; others skip it.
create or replace function fold_lead_status_changes(changed_organization integer) returns void language plpgsql as $$
begin
    perform from organization where organization_id = changed_organization for no key update skip locked;
    if not found then
        return;
    end if;
    with pending as (
        delete from lead_status_pending_change where organization_id = changed_organization
        returning day, status_number, change
    )
    insert into lead_status_daily_change as ledger (organization_id, day, status_number, change)
    select changed_organization, day, status_number, sum(change)
    from pending
    group by day, status_number
    having sum(change) <> 0
    on conflict (organization_id, day, status_number) do update set change = ledger.change + excluded.change;
end $$;

-- The previous_… columns as they follow from the events alone, for the given leads (null: all).
create or replace function derived_lead_status_events(of_organization integer, of_leads bigint[])
returns table (
    lead_id bigint, occurred_at timestamptz, sequence bigint, previous_status smallint, previous_at timestamptz,
    previous_entry_at timestamptz, previous_exit_at timestamptz, previous_same_at timestamptz
) language sql stable as $$
    select event.lead_id, event.occurred_at, event.sequence,
           lag(event.to_status) over history,
           lag(event.occurred_at) over history,
           lag(event.occurred_at) over (
               partition by event.lead_id, event.to_status order by event.occurred_at, event.sequence),
           case when event.from_status is not null then lag(event.occurred_at) over (
               partition by event.lead_id, event.from_status order by event.occurred_at, event.sequence) end,
           lag(event.occurred_at) over (
               partition by event.lead_id, event.from_status, event.to_status
               order by event.occurred_at, event.sequence)
    from lead_status_event event
    where event.organization_id = of_organization and (of_leads is null or event.lead_id = any (of_leads))
    window history as (partition by event.lead_id order by event.occurred_at, event.sequence)
$$;

-- Derives the given leads (null: all of the organization) anew from their events. Writes only what differs.
-- Returns the number of rows that differed.
create or replace function derive_lead_history(of_organization integer, of_leads bigint[]) returns bigint
language plpgsql as $$
declare
    corrected_events bigint;
    corrected_leads bigint;
begin
    perform from lead
    where organization_id = of_organization and (of_leads is null or lead_id = any (of_leads))
    order by lead_id
    for no key update;

    update lead_status_event event
    set previous_status = derived.previous_status,
        previous_at = derived.previous_at,
        previous_entry_at = derived.previous_entry_at,
        previous_exit_at = derived.previous_exit_at,
        previous_same_at = derived.previous_same_at
    from derived_lead_status_events(of_organization, of_leads) derived
    where event.organization_id = of_organization
      and event.lead_id = derived.lead_id
      and event.occurred_at = derived.occurred_at
      and event.sequence = derived.sequence
      and (event.previous_status, event.previous_at, event.previous_entry_at, event.previous_exit_at,
           event.previous_same_at)
          is distinct from
          (derived.previous_status, derived.previous_at, derived.previous_entry_at, derived.previous_exit_at,
           derived.previous_same_at);
    get diagnostics corrected_events = row_count;

    update lead
    set status_number = latest.to_status
    from (
        select distinct on (lead_id) lead_id, to_status
        from lead_status_event
        where organization_id = of_organization and (of_leads is null or lead_id = any (of_leads))
        order by lead_id, occurred_at desc, sequence desc
    ) latest
    where lead.organization_id = of_organization
      and lead.lead_id = latest.lead_id
      and lead.status_number <> latest.to_status;
    get diagnostics corrected_leads = row_count;

    return corrected_events + corrected_leads;
end $$;

-- What the ledger has to say of an organization, from its events alone.
create or replace function derived_lead_status_changes(of_organization integer)
returns table (day date, status_number smallint, change bigint) language sql stable as $$
    select (occurred_at at time zone 'UTC')::date, moved.status_number, sum(moved.change)
    from lead_status_event,
         lateral (values (to_status, 1), (previous_status, -1)) as moved (status_number, change)
    where organization_id = of_organization and moved.status_number is not null
    group by 1, 2
    having sum(moved.change) <> 0
$$;

-- Makes all derived data of an organization anew, for instance after a bulk load of leads and events.
-- Returns the number of leads and events that differed.
create or replace function rebuild_lead_history(organization text) returns bigint language plpgsql as $$
declare
    rebuilt_organization integer := organization_number(organization);
    corrected bigint;
begin
    perform from organization o where o.organization_id = rebuilt_organization for no key update;
    corrected := derive_lead_history(rebuilt_organization, null);
    -- One statement, one snapshot: the pending rows that it removes belong to events that it counts.
    with forgotten_pending as (
        delete from lead_status_pending_change where organization_id = rebuilt_organization
    ), forgotten_ledger as (
        delete from lead_status_daily_change where organization_id = rebuilt_organization
    )
    insert into lead_status_pending_change (organization_id, day, status_number, change)
    select rebuilt_organization, day, status_number, change
    from derived_lead_status_changes(rebuilt_organization);
    perform fold_lead_status_changes(rebuilt_organization);
    perform mark_lead_history(rebuilt_organization);
    return corrected;
end $$;

-- Compares all derived data of an organization with its events: no row means that everything is right.
create or replace function verify_lead_history(organization text)
returns table (part text, subject text, expected text, actual text) language sql stable as $$
    with verified as (
        select organization_number(organization) as organization_id
    ), ledger as (
        select day, status_number, sum(change) as change
        from (
            select day, status_number, change
            from lead_status_daily_change join verified using (organization_id)
            union all
            select day, status_number, change
            from lead_status_pending_change join verified using (organization_id)
        ) booked
        group by day, status_number
        having sum(change) <> 0
    ), history as (
        select lead.public_id, lead.created_at, lead.status_number,
               array_agg(event.from_status order by event.occurred_at, event.sequence) as origins,
               min(event.occurred_at) as first_at,
               (array_agg(event.to_status order by event.occurred_at desc, event.sequence desc))[1] as latest_status
        from verified
        join lead using (organization_id)
        left join lead_status_event event using (organization_id, lead_id)
        group by lead.lead_id, lead.public_id, lead.created_at, lead.status_number
    )
    select 'daily change', day || ' status ' || status_number, derived.change::text, ledger.change::text
    from (select changes.* from verified, derived_lead_status_changes(verified.organization_id) changes) derived
    full join ledger using (day, status_number)
    where derived.change is distinct from ledger.change
    union all
    select 'event', lead.public_id || ' at ' || event.occurred_at || ' #' || event.sequence,
           concat_ws(', ', derived.previous_status, derived.previous_at, derived.previous_entry_at,
                     derived.previous_exit_at, derived.previous_same_at),
           concat_ws(', ', event.previous_status, event.previous_at, event.previous_entry_at,
                     event.previous_exit_at, event.previous_same_at)
    from verified
    cross join lateral derived_lead_status_events(verified.organization_id, null) derived
    join lead_status_event event using (organization_id, lead_id, occurred_at, sequence)
    join lead using (organization_id, lead_id)
    where (event.previous_status, event.previous_at, event.previous_entry_at, event.previous_exit_at,
           event.previous_same_at)
          is distinct from
          (derived.previous_status, derived.previous_at, derived.previous_entry_at, derived.previous_exit_at,
           derived.previous_same_at)
    union all
    select 'current status', public_id, latest_status::text, status_number::text
    from history
    where latest_status is distinct from status_number
    union all
    select 'creation', public_id, 'one creation, the first event, at ' || created_at,
           concat_ws(' ', 'origins', array_to_string(origins, ', ', 'null'), 'first at', first_at)
    from history
    where first_at is distinct from created_at
       or origins[1] is not null
       or array_position(origins, null, 2) is not null
$$;
