-- Keeps lead_history_mark, whatever code changes the history.

create or replace function history_mark() returns numeric language sql volatile as $$
    -- 64 bits from the system's random source: unlike random(), nobody can seed it.
    select hashtextextended(gen_random_uuid()::text, 0)::numeric
$$;

-- Tells that something changed which may concern every report of an organization.
create or replace function mark_lead_history(of_organization integer) returns void language sql as $$
    insert into lead_history_mark (organization_id, day, mark) values (of_organization, '-infinity', history_mark())
$$;

create or replace function mark_changed_events() returns trigger language plpgsql as $$
begin
    insert into lead_history_mark (organization_id, day, mark)
    select organization_id, (occurred_at at time zone 'UTC')::date, history_mark()
    from changed
    group by 1, 2;
    -- Fold now and then, so that nobody ever reads many rows; chance spreads it over the writers.
    if random() * 256 < 1 then
        perform fold_lead_history_marks(organization_id)
        from (select distinct organization_id from changed) changed_organization;
    end if;
    return null;
end $$;

create or replace function mark_changed_statuses() returns trigger language plpgsql as $$
begin
    perform mark_lead_history(organization_id)
    from (select distinct organization_id from changed) changed_organization;
    return null;
end $$;

create or replace function mark_every_history() returns trigger language plpgsql as $$
begin
    perform mark_lead_history(organization_id) from organization;
    return null;
end $$;

-- Replaces the marks of each day by their sum. What another session is folding is left to it.
create or replace function fold_lead_history_marks(of_organization integer) returns void language sql as $$
    with claimed as (
        select ctid as place
        from lead_history_mark
        where organization_id = of_organization
          and day in (
              select day
              from lead_history_mark
              where organization_id = of_organization
              group by day
              having count(*) > 1)
        for update skip locked
    ), folded as (
        delete from lead_history_mark
        where ctid = any (array(select place from claimed))
        returning day, mark
    )
    insert into lead_history_mark (organization_id, day, mark)
    select of_organization, day, sum(mark)
    from folded
    group by day
$$;

-- An update is marked on the days that its rows leave and on those that they come to.
create or replace trigger mark_inserted_events after insert on lead_status_event
    referencing new table as changed
    for each statement execute function mark_changed_events();
create or replace trigger mark_events_before_update after update on lead_status_event
    referencing old table as changed
    for each statement execute function mark_changed_events();
create or replace trigger mark_events_after_update after update on lead_status_event
    referencing new table as changed
    for each statement execute function mark_changed_events();
create or replace trigger mark_deleted_events after delete on lead_status_event
    referencing old table as changed
    for each statement execute function mark_changed_events();
create or replace trigger mark_truncated_events after truncate on lead_status_event
    for each statement execute function mark_every_history();

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
create or replace trigger mark_truncated_statuses after truncate on lead_status
    for each statement execute function mark_every_history();
