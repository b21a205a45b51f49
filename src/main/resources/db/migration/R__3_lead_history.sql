-- The one door for writing lead history. Every function keeps events, current status and ledger right in the
-- caller's transaction, and says what is wrong with its arguments before it changes anything.
-- Organizations, leads and statuses are named by their public ids, as in Close.

create or replace function refuse_future(occurred_at timestamptz) returns void language plpgsql volatile as $$
begin
    -- A minute for clocks that are not in step; a lead's current status is its status now.
    if occurred_at > clock_timestamp() + interval '1 minute' then
        raise exception 'occurred_at: % lies in the future', occurred_at using errcode = 'invalid_parameter_value';
    end if;
end $$;

-- Creates a lead in a status and returns its id.
create or replace function create_lead(
    organization text, status text, occurred_at timestamptz default now(), lead text default null,
    document jsonb default '{}'
) returns text language plpgsql as $$
declare
    in_organization integer := organization_number(organization);
    in_status smallint := lead_status_number(in_organization, 'status', status);
    created_id bigint;
    created_public_id text := coalesce(lead, random_id('lead'));
begin
    perform require_posting();
    perform refuse_future(occurred_at);
    insert into lead (organization_id, public_id, status_number, created_at, updated_at, document)
    values (in_organization, created_public_id, in_status, create_lead.occurred_at, create_lead.occurred_at,
            create_lead.document)
    returning lead_id into created_id;
    insert into lead_status_event (organization_id, lead_id, occurred_at, from_status, to_status, lead_created_at)
    values (in_organization, created_id, create_lead.occurred_at, null, in_status, create_lead.occurred_at);
    return created_public_id;
end $$;

-- Records that a lead changed its status, at a past moment or, by default, now: when it is this change's turn, since another
-- may have been recorded while the caller's transaction waited. old_status is what the source recorded; null stands for
-- the lead's status at that moment. Returns false when nothing changed (a status to itself).
create or replace function change_lead_status(
    organization text, lead text, new_status text, occurred_at timestamptz default null, old_status text default null
) returns boolean language plpgsql as $$
declare
    in_organization integer := organization_number(organization);
    changed_lead bigint := lock_lead(in_organization, 'lead', lead);
    new_number smallint := lead_status_number(in_organization, 'new_status', new_status);
    old_number smallint;
    before record;
    is_late boolean;
begin
    perform require_posting();
    occurred_at := coalesce(occurred_at, clock_timestamp());
    perform refuse_future(occurred_at);
    select event.occurred_at, event.to_status, event.lead_created_at into before
    from lead_status_event event
    where event.organization_id = in_organization and event.lead_id = changed_lead
    order by event.occurred_at desc, event.sequence desc
    limit 1;
    is_late := before.occurred_at > change_lead_status.occurred_at;
    if is_late then
        select event.occurred_at, event.to_status, event.lead_created_at into before
        from lead_status_event event
        where event.organization_id = in_organization and event.lead_id = changed_lead
          and event.occurred_at <= change_lead_status.occurred_at
        order by event.occurred_at desc, event.sequence desc
        limit 1;
    end if;
    if before.occurred_at is null then
        raise exception 'occurred_at: % is before the creation of lead %', change_lead_status.occurred_at, lead
            using errcode = 'invalid_parameter_value';
    end if;

    old_number := case when old_status is null then before.to_status
                       else lead_status_number(in_organization, 'old_status', old_status) end;
    if old_number = new_number then
        return false;
    end if;

    insert into lead_status_event (
        organization_id, lead_id, occurred_at, from_status, to_status,
        lead_created_at, previous_status, previous_at, previous_entry_at, previous_exit_at, previous_same_at)
    select in_organization, changed_lead, change_lead_status.occurred_at, old_number, new_number,
           before.lead_created_at, before.to_status, before.occurred_at,
           max(event.occurred_at) filter (where event.to_status = new_number),
           max(event.occurred_at) filter (where event.from_status = old_number),
           max(event.occurred_at) filter (where event.from_status = old_number and event.to_status = new_number)
    from lead_status_event event
    where event.organization_id = in_organization and event.lead_id = changed_lead
      and event.occurred_at <= change_lead_status.occurred_at;

    if is_late then
        -- The events after it now follow another one.
        perform derive_lead_history(in_organization, array[changed_lead]);
    else
        update lead
        set status_number = new_number,
            updated_at = greatest(updated_at, change_lead_status.occurred_at)
        where organization_id = in_organization and lead_id = changed_lead;
    end if;
    return true;
end $$;

-- Deletes a lead: it counts nowhere any more, in the past neither.
create or replace function delete_lead(organization text, lead text) returns void language plpgsql as $$
declare
    in_organization integer := organization_number(organization);
    deleted_lead bigint := lock_lead(in_organization, 'lead', lead);
begin
    perform require_posting();
    delete from lead_status_event where organization_id = in_organization and lead_id = deleted_lead;
    delete from lead where organization_id = in_organization and lead_id = deleted_lead;
end $$;

-- Merges one lead into another: the source's document fills what the destination's lacks and its lists are
-- appended; the source then counts nowhere, and the destination keeps its own history and status.
create or replace function merge_leads(organization text, source text, destination text) returns void
language plpgsql as $$
declare
    in_organization integer := organization_number(organization);
    merged jsonb;
begin
    perform require_posting();
    if source = destination then
        raise exception 'destination: a lead cannot be merged into itself' using errcode = 'invalid_parameter_value';
    end if;
    -- In the order of their ids, so that two merges of the same leads do not wait for each other.
    perform lock_lead(in_organization, case id when source then 'source' else 'destination' end, id)
    from unnest(array[source, destination]) as id order by id;

    select jsonb_object_agg(key, case
               when jsonb_typeof(s.value) = 'array' and jsonb_typeof(d.value) = 'array' then d.value || s.value
               when jsonb_typeof(s.value) = 'object' and jsonb_typeof(d.value) = 'object' then s.value || d.value
               when d.value is null or d.value = 'null' then s.value
               else d.value end)
    into merged
    from (select (jsonb_each(l.document)).* from lead l
          where l.organization_id = in_organization and l.public_id = source) s
    full join (select (jsonb_each(l.document)).* from lead l
               where l.organization_id = in_organization and l.public_id = destination) d using (key);

    update lead
    set document = coalesce(merged, '{}'),
        updated_at = now()
    where organization_id = in_organization and public_id = destination;
    perform delete_lead(organization, source);
end $$;

-- Creates a lead status behind the organization's others, or at a place among them (0 is the first), and returns its id.
create or replace function create_lead_status(
    organization text, label text, color text default null, status text default null, place integer default null
) returns text language plpgsql as $$
declare
    in_organization integer := organization_number(organization);
    created_public_id text := coalesce(status, random_id('stat'));
begin
    -- Numbers and places are handed out one at a time.
    perform from organization o where o.organization_id = in_organization for no key update;
    insert into lead_status (organization_id, status_number, public_id, label, color, position)
    select in_organization, coalesce(max(status_number), 0) + 1, created_public_id, create_lead_status.label,
           create_lead_status.color, coalesce(max(position), -1) + 1
    from lead_status
    where organization_id = in_organization;
    if place is not null then
        perform move_lead_status(organization, created_public_id, place);
    end if;
    return created_public_id;
end $$;

create or replace function rename_lead_status(organization text, status text, label text) returns void
language plpgsql as $$
declare
    in_organization integer := organization_number(organization);
    renamed smallint := lead_status_number(in_organization, 'status', status);
begin
    update lead_status
    set label = rename_lead_status.label
    where organization_id = in_organization and status_number = renamed;
end $$;

-- Moves a lead status to a place in the organization's order; 0 is the first. Deleted ones come behind.
create or replace function move_lead_status(organization text, status text, place integer) returns void
language plpgsql as $$
declare
    in_organization integer := organization_number(organization);
    moved smallint := lead_status_number(in_organization, 'status', status);
begin
    perform from organization o where o.organization_id = in_organization for no key update;
    update lead_status
    set position = ordered.position
    from (
        select status_number, row_number() over (
                   order by case when status_number = moved then place - 0.5 else row_number end) - 1 as position
        from (
            select status_number,
                   row_number() over (
                       order by status_number = moved, deleted_at is not null, position, status_number) - 1 as row_number
            from lead_status
            where organization_id = in_organization
        ) others
    ) ordered
    where lead_status.organization_id = in_organization
      and lead_status.status_number = ordered.status_number
      and lead_status.position <> ordered.position;
end $$;

-- Deletes a lead status. Its history stays, and so do leads that are still in it: move them first, as in Close.
create or replace function delete_lead_status(organization text, status text) returns void language plpgsql as $$
declare
    in_organization integer := organization_number(organization);
    deleted smallint := lead_status_number(in_organization, 'status', status);
begin
    update lead_status
    set deleted_at = now()
    where organization_id = in_organization and status_number = deleted and deleted_at is null;
end $$;
