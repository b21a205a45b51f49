-- What is derived from the events of leads: columns of the events themselves, current statuses and ledgers.
-- Made anew from the events alone, and compared with them.

-- The derived columns of events, for the given leads (null: all of the organization).
create or replace function derived_lead_status_events(of_organization integer, of_leads bigint[])
returns table (
    lead_id bigint, occurred_at timestamptz, sequence bigint, lead_created_at timestamptz,
    previous_status smallint, previous_at timestamptz,
    previous_entry_at timestamptz, previous_exit_at timestamptz, previous_same_at timestamptz
) language sql stable as $$
    select event.lead_id, event.occurred_at, event.sequence,
           first_value(event.occurred_at) over history,
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
-- Returns the number of rows that differed. Planned for the given leads each time: a plan for any could not use an index.
create or replace function derive_lead_history(of_organization integer, of_leads bigint[]) returns bigint
language plpgsql set plan_cache_mode = force_custom_plan as $$
declare
    corrected_events bigint;
    corrected_leads bigint;
begin
    -- In the order of their ids, like everybody who writes several leads, so that no two wait for each other.
    perform from lead
    where organization_id = of_organization and (of_leads is null or lead_id = any (of_leads))
    order by public_id
    for no key update;

    update lead_status_event event
    set lead_created_at = derived.lead_created_at,
        previous_status = derived.previous_status,
        previous_at = derived.previous_at,
        previous_entry_at = derived.previous_entry_at,
        previous_exit_at = derived.previous_exit_at,
        previous_same_at = derived.previous_same_at
    from derived_lead_status_events(of_organization, of_leads) derived
    where event.organization_id = of_organization
      and event.lead_id = derived.lead_id
      and event.occurred_at = derived.occurred_at
      and event.sequence = derived.sequence
      and (event.lead_created_at, event.previous_status, event.previous_at, event.previous_entry_at,
           event.previous_exit_at, event.previous_same_at)
          is distinct from
          (derived.lead_created_at, derived.previous_status, derived.previous_at, derived.previous_entry_at,
           derived.previous_exit_at, derived.previous_same_at);
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

-- What the ledgers have to say of an organization, hour by hour, from its events alone.
create or replace function derived_ledgers(of_organization integer)
returns table (hour timestamptz, previous_status smallint, from_status smallint, to_status smallint, events bigint,
               first_transitions bigint, first_entries bigint, first_exits bigint)
language sql stable as $$
    select date_trunc('hour', occurred_at, 'UTC'), previous_status, from_status, to_status,
           count(*),
           count(*) filter (where previous_same_at is null),
           count(*) filter (where previous_entry_at is null),
           count(*) filter (where previous_exit_at is null and from_status is not null)
    from lead_status_event
    where organization_id = of_organization
    group by 1, 2, 3, 4
$$;

-- Makes the ledgers of an organization anew.
create or replace function rebuild_ledgers(of_organization integer) returns void language plpgsql as $$
begin
    perform from organization where organization_id = of_organization for no key update;
    -- One statement, one snapshot: the journal that it removes tells of events that it counts.
    with forgotten_journal as (
        delete from lead_history_journal where organization_id = of_organization
    ), forgotten_status_ledger as (
        delete from lead_status_ledger where organization_id = of_organization
    ), forgotten_move_ledger as (
        delete from lead_move_ledger where organization_id = of_organization
    )
    insert into lead_history_journal
    select of_organization, derived.*, 0 from derived_ledgers(of_organization) derived;
    perform mark_lead_history(of_organization);
    perform post_lead_history(of_organization);
end $$;

-- Makes all derived data of an organization anew, for instance after a bulk load of leads and events, while it is read
-- and written. Commits after so many leads and says how far it is; called again after an interruption, it goes on.
-- Within a transaction, leads_per_commit has to be null: it commits nothing then.
-- corrected: how many leads and events differed.
create or replace procedure rebuild_lead_history(
    organization text, leads_per_commit integer default 10000, inout corrected bigint default 0
) language plpgsql as $$
declare
    rebuilt integer := organization_number(organization);
    leads_done bigint;
    leads_at_all bigint;
    last_lead bigint;
    next_leads bigint[];
begin
    if leads_per_commit is null then
        perform set_config('leadstatus.posting', 'off', true);
        corrected := derive_lead_history(rebuilt, null);
        perform set_config('leadstatus.posting', 'on', true);
        perform rebuild_ledgers(rebuilt);
        return;
    end if;

    insert into lead_history_rebuilding values (rebuilt, 0, 0) on conflict do nothing;
    select rebuilding.last_lead_id, rebuilding.corrected into last_lead, corrected
    from lead_history_rebuilding rebuilding where organization_id = rebuilt;
    select count(*), count(*) filter (where lead_id <= last_lead) into leads_at_all, leads_done
    from lead where organization_id = rebuilt;
    if last_lead > 0 then
        raise notice 'going on after % of % leads', leads_done, leads_at_all;
    end if;
    loop
        select array_agg(lead_id order by lead_id), max(lead_id) into next_leads, last_lead
        from (
            select lead_id from lead
            where organization_id = rebuilt and lead_id > last_lead
            order by lead_id
            limit leads_per_commit
        ) next_lead;
        exit when next_leads is null;
        perform set_config('leadstatus.posting', 'off', true);
        corrected := corrected + derive_lead_history(rebuilt, next_leads);
        update lead_history_rebuilding rebuilding
        set last_lead_id = last_lead, corrected = rebuild_lead_history.corrected
        where organization_id = rebuilt;
        commit;
        leads_done := leads_done + cardinality(next_leads);
        raise notice '% of % leads, % rows corrected', leads_done, leads_at_all, corrected;
    end loop;
    perform rebuild_ledgers(rebuilt);
    delete from lead_history_rebuilding where organization_id = rebuilt;
    commit;
    raise notice 'ledgers made anew';
end $$;

-- Compares all derived data of an organization with its events: no row means that everything is right.
create or replace function verify_lead_history(organization text)
returns table (part text, subject text, expected text, actual text) language sql stable as $$
    with verified as (
        select organization_number(organization) as organization_id
    ), derived as materialized (
        select derived.* from verified, derived_ledgers(verified.organization_id) derived
    ), journal as materialized (
        select journal.* from lead_history_journal journal join verified using (organization_id)
    ), derived_status_ledger as (
        select unit, start, status_number, sum(change) as change
        from derived, ledger_units(hour),
             lateral (values (to_status, events), (previous_status, -events)) as moved (status_number, change)
        where status_number is not null
        group by unit, start, status_number
    ), status_ledger as (
        select unit, start, status_number, sum(change) as change
        from (
            select unit, start, status_number, change
            from lead_status_ledger join verified using (organization_id)
            union all
            select unit, start, status_number, change
            from journal, ledger_units(hour),
                 lateral (values (to_status, events), (previous_status, -events)) as moved (status_number, change)
            where status_number is not null
        ) posted
        group by unit, start, status_number
    ), derived_move_ledger as (
        select unit, start, coalesce(from_status, 0) as from_status, to_status,
               sum(first_transitions) as transitions, sum(first_entries) as entries, sum(first_exits) as exits
        from derived, ledger_units(hour)
        where unit <> 'hour'
        group by 1, 2, 3, 4
    ), move_ledger as (
        select unit, start, from_status, to_status,
               sum(first_transitions) as transitions, sum(first_entries) as entries, sum(first_exits) as exits
        from (
            select unit, start, from_status, to_status, first_transitions, first_entries, first_exits
            from lead_move_ledger join verified using (organization_id)
            union all
            select unit, start, coalesce(from_status, 0), to_status, first_transitions, first_entries, first_exits
            from journal, ledger_units(hour)
            where unit <> 'hour'
        ) posted
        group by 1, 2, 3, 4
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
    select 'status ledger', concat_ws(' ', unit, start, 'status', status_number),
           derived.change::text, ledger.change::text
    from derived_status_ledger derived
    full join status_ledger ledger using (unit, start, status_number)
    where coalesce(derived.change, 0) <> coalesce(ledger.change, 0)
    union all
    select 'move ledger', concat_ws(' ', unit, start, 'from', from_status, 'to', to_status),
           concat_ws(', ', derived.transitions, derived.entries, derived.exits),
           concat_ws(', ', ledger.transitions, ledger.entries, ledger.exits)
    from derived_move_ledger derived
    full join move_ledger ledger using (unit, start, from_status, to_status)
    where (coalesce(derived.transitions, 0), coalesce(derived.entries, 0), coalesce(derived.exits, 0))
          <> (coalesce(ledger.transitions, 0), coalesce(ledger.entries, 0), coalesce(ledger.exits, 0))
    union all
    select 'event', lead.public_id || ' at ' || event.occurred_at || ' #' || event.sequence,
           concat_ws(', ', derived.lead_created_at, derived.previous_status, derived.previous_at,
                     derived.previous_entry_at, derived.previous_exit_at, derived.previous_same_at),
           concat_ws(', ', event.lead_created_at, event.previous_status, event.previous_at,
                     event.previous_entry_at, event.previous_exit_at, event.previous_same_at)
    from verified
    cross join lateral derived_lead_status_events(verified.organization_id, null) derived
    join lead_status_event event using (organization_id, lead_id, occurred_at, sequence)
    join lead using (organization_id, lead_id)
    where (event.lead_created_at, event.previous_status, event.previous_at, event.previous_entry_at,
           event.previous_exit_at, event.previous_same_at)
          is distinct from
          (derived.lead_created_at, derived.previous_status, derived.previous_at, derived.previous_entry_at,
           derived.previous_exit_at, derived.previous_same_at)
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

-- Fails if any derived data of an organization disagrees with its events, and names the first of it: for pipelines.
create or replace function require_lead_history(organization text) returns void language plpgsql as $$
declare
    differences bigint;
    named text;
begin
    select count(*), string_agg(concat(part, ' ', subject, ': ', coalesce(actual, 'nothing'), ' instead of ',
                                       coalesce(expected, 'nothing')), E'\n') filter (where number <= 10)
    into differences, named
    from (select *, row_number() over (order by part desc, subject) as number
          from verify_lead_history(organization)) difference;
    if differences > 0 then
        raise exception 'organization: % differences between the events of % and what is derived from them',
            differences, organization
            using errcode = 'data_corrupted', detail = named,
                  hint = format('call rebuild_lead_history(%L)', organization);
    end if;
end $$;
