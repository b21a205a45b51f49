-- Whether what is derived from the events of leads agrees with them.

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
