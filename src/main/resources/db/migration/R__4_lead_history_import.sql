-- Imports many changes of lead statuses at once, in whatever order they come: those of lead_history_import.

-- Imports what is waiting for the given leads, each in the order of time, as if recorded one after the other. Of a lead
-- with a change that cannot be imported nothing is: all of it stays, with the problem. What arrives meanwhile stays too.
-- Returns how many changes were imported, and how many refused. Planned for the given leads each time.
create or replace function import_leads(organization text, leads text[], out imported bigint, out refused bigint)
language plpgsql set plan_cache_mode = force_custom_plan as $$
declare
    in_organization integer := organization_number(organization);
    -- Those of a batch follow each other in the key of lead_history_import: a range of it is read.
    first_lead text collate "C" := (select min(lead collate "C") from unnest(leads) lead);
    last_lead text collate "C" := (select max(lead collate "C") from unnest(leads) lead);
    -- Each statement sees what has arrived since the one before: these are the rows and the leads that all are about.
    waiting_leads text[];
    waiting_numbers bigint[];
    waiting_moments timestamptz[];
    waiting_origins text[];
    waiting_targets text[];
    waiting_document_types text[];
    known_leads bigint[];
    refused_leads text[];
    changed_leads bigint[];
begin
    perform require_posting();
    -- First the rows, so that another import of them waits here, then the leads. In the order of their ids, like everybody
    -- who writes several leads, so that no two wait for each other.
    select array_agg(lead), array_agg(number), array_agg(occurred_at), array_agg(old_status), array_agg(new_status),
           array_agg(jsonb_typeof(document))
    into waiting_leads, waiting_numbers, waiting_moments, waiting_origins, waiting_targets, waiting_document_types
    from (
        select lead, number, occurred_at, old_status, new_status, document
        from lead_history_import import
        where import.organization = import_leads.organization
          and import.lead between first_lead and last_lead and import.lead = any (leads)
        order by lead, number
        for update
    ) waiting;
    leads := array(select distinct unnest(waiting_leads));

    select array_agg(lead_id) into known_leads
    from (
        select lead_id
        from lead
        where organization_id = in_organization and public_id = any (leads)
        order by public_id
        for no key update
    ) known;

    with waiting as (
        select waiting.*, lead.created_at,
               row_number() over (partition by waiting.lead order by waiting.occurred_at, waiting.number) as place
        from unnest(waiting_leads, waiting_numbers, waiting_moments, waiting_origins, waiting_targets,
                    waiting_document_types) as waiting (lead, number, occurred_at, old_status, new_status, document_type)
        left join lead
            on lead.organization_id = in_organization and lead.lead_id = any (known_leads)
            and lead.public_id = waiting.lead
    ), examined as (
        select lead, number, case
                   when lead !~ '^lead_.'
                       then format('lead: %s is not the id of a lead, such as lead_1', lead)
                   when occurred_at > clock_timestamp() + interval '1 minute'
                       then format('occurred_at: %s lies in the future', occurred_at)
                   when occurred_at < '0001-01-01 00:00:00Z'
                       then format('occurred_at: %s lies before the year 1', occurred_at)
                   when occurred_at < created_at
                       then format('occurred_at: %s is before the creation of lead %s', occurred_at, lead)
                   when created_at is null and place = 1 and old_status is not null
                       then format('old_status: the first change of lead %s creates it, out of no status', lead)
                   when new_status not in (select public_id from lead_status where organization_id = in_organization)
                       then format('new_status: lead status %s does not exist in this organization', new_status)
                   when old_status not in (select public_id from lead_status where organization_id = in_organization)
                       then format('old_status: lead status %s does not exist in this organization', old_status)
                   when document_type <> 'object'
                       then format('document: a JSON %s is not an object, such as {"name": "Acme"}', document_type)
               end as wrong
        from waiting
    ), told as (
        update lead_history_import import
        set problem = coalesce(examined.wrong, 'another change of this lead is refused')
        from examined
        where import.organization = import_leads.organization and import.lead between first_lead and last_lead
          and import.lead = examined.lead and import.number = examined.number
          and examined.lead in (select lead from examined where wrong is not null)
        returning import.lead
    )
    select count(*), array_agg(distinct lead) into refused, refused_leads from told;
    leads := array(select unnest(leads) except select unnest(refused_leads));

    with known as (
        select lead_id, public_id
        from lead
        where organization_id = in_organization and lead_id = any (known_leads) and public_id = any (leads)
    ), first_change as (
        select distinct on (lead) lead, number, occurred_at, new_status
        from unnest(waiting_leads, waiting_numbers, waiting_moments, waiting_targets)
             as waiting (lead, number, occurred_at, new_status)
        where lead = any (leads) and lead not in (select public_id from known)
        order by lead, occurred_at, number
    ), created as (
        insert into lead (organization_id, public_id, status_number, created_at, updated_at, document)
        select in_organization, lead, status_number, occurred_at, occurred_at,
               coalesce((
                   select document
                   from lead_history_import import
                   where import.organization = import_leads.organization
                     and import.lead = first_change.lead and import.number = first_change.number
               ), '{}')
        from first_change
        join lead_status on lead_status.organization_id = in_organization and lead_status.public_id = new_status
        order by lead
        -- Somebody has created it since it was looked for: its changes stay, to be examined the next time.
        on conflict (organization_id, public_id) do nothing
        returning lead_id
    )
    select array_agg(lead_id) into changed_leads
    from (select lead_id from known union all select lead_id from created) changed;
    if changed_leads is null then
        imported := 0;
        return;
    end if;

    with taken as (
        select lead_id, public_id, created_at, number, occurred_at, old_status, new_status
        from unnest(waiting_leads, waiting_numbers, waiting_moments, waiting_origins, waiting_targets)
             as waiting (lead, number, occurred_at, old_status, new_status)
        join lead on lead.organization_id = in_organization and lead_id = any (changed_leads) and public_id = waiting.lead
    ), removed as (
        delete from lead_history_import import
        using taken
        where import.organization = import_leads.organization and import.lead between first_lead and last_lead
          and import.lead = taken.public_id and import.number = taken.number
    ), numbered as (
        select lead_id, taken.created_at, number, occurred_at,
               origin.status_number as from_status, target.status_number as to_status
        from taken
        join lead_status target on target.organization_id = in_organization and target.public_id = new_status
        left join lead_status origin on origin.organization_id = in_organization and origin.public_id = old_status
        where old_status is distinct from new_status
    ), history as (
        -- What is there already comes first of what happened at the same instant.
        select lead_id, created_at, number, occurred_at, from_status, to_status, null::bigint as sequence,
               false as known
        from numbered
        union all
        select lead_id, lead_created_at, null, occurred_at, from_status, to_status, sequence, true
        from lead_status_event
        where organization_id = in_organization and lead_id = any (changed_leads)
    ), with_origin as (
        select *, case when known then from_status
                       else coalesce(from_status, lag(to_status) over (
                           partition by lead_id order by occurred_at, sequence nulls last, number)) end as origin
        from history
    ), changes as (
        select * from with_origin where origin is distinct from to_status
    ), derived as (
        select *,
               lag(to_status) over in_order as previous_status,
               lag(occurred_at) over in_order as previous_at,
               lag(occurred_at) over (
                   partition by lead_id, to_status order by occurred_at, sequence nulls last, number)
                   as previous_entry_at,
               case when origin is not null then lag(occurred_at) over (
                   partition by lead_id, origin order by occurred_at, sequence nulls last, number) end
                   as previous_exit_at,
               lag(occurred_at) over (
                   partition by lead_id, origin, to_status order by occurred_at, sequence nulls last, number)
                   as previous_same_at
        from changes
        window in_order as (partition by lead_id order by occurred_at, sequence nulls last, number)
    ), recorded as (
        insert into lead_status_event (organization_id, lead_id, occurred_at, from_status, to_status, lead_created_at,
                                       previous_status, previous_at, previous_entry_at, previous_exit_at,
                                       previous_same_at)
        select in_organization, lead_id, occurred_at, origin, to_status, created_at,
               previous_status, previous_at, previous_entry_at, previous_exit_at, previous_same_at
        from derived
        where not known
        order by lead_id, occurred_at, number
    )
    select count(*) into imported from taken;

    -- The events after late arrivals now follow other ones.
    perform derive_lead_history(in_organization, changed_leads);
    update lead
    set updated_at = latest.occurred_at
    from (select lead_id, max(occurred_at) as occurred_at
          from lead_status_event
          where organization_id = in_organization and lead_id = any (changed_leads)
          group by lead_id) latest
    where organization_id = in_organization and lead.lead_id = latest.lead_id
      and lead.updated_at < latest.occurred_at;
end $$;

-- Imports what is waiting for an organization. Commits after so many leads, and says how far it is; called again after an
-- interruption, it goes on: what is imported no longer waits. Reports are right all the time.
-- refused: how many rows stay in lead_history_import, each with its problem.
create or replace procedure import_lead_history(
    organization text, leads_per_commit integer default 2000, inout refused bigint default 0
) language plpgsql as $$
declare
    waiting bigint;
    done bigint := 0;
    started timestamptz := clock_timestamp();
    next_leads text[];
    last_lead text := '';
    counted record;
begin
    perform organization_number(organization);
    select count(*) into waiting
    from lead_history_import import
    where import.organization = import_lead_history.organization and problem is null;
    loop
        select array_agg(lead), max(lead) into next_leads, last_lead
        from (
            select distinct lead
            from lead_history_import import
            where import.organization = import_lead_history.organization and lead > last_lead and problem is null
            order by lead
            limit leads_per_commit
        ) next_lead;
        exit when next_leads is null;
        counted := import_leads(organization, next_leads);
        commit;
        done := done + counted.imported + counted.refused;
        refused := refused + counted.refused;
        raise notice '% of % changes, % a second', done, waiting,
            round(done / extract(epoch from clock_timestamp() - started));
    end loop;
    if refused > 0 then
        raise warning '% changes were refused, see the column problem of lead_history_import', refused;
    end if;
end $$;
