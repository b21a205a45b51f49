-- What is derived from the events of leads: columns of the events themselves, current statuses and ledgers.
-- Made anew from the events alone.

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
-- and written. Commits after so many leads and says how far it is; called again after an interruption, it goes on,
-- or begins with the first lead that events were loaded for meanwhile. Within a transaction, leads_per_commit has to be
-- null: it commits nothing then.
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
    -- An event from which nothing is derived has no age; so the index finds those that were loaded after their leads' turn.
    select least(last_lead, min(lead_id) - 1) into last_lead
    from lead_status_event
    where organization_id = rebuilt and age_class is null and lead_id <= last_lead;
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
