-- Smart views: saved searches, by the one door for writing them.
-- A query is kept as it is given. Whether it is of the search language turns out when it is asked.

-- Creates a smart view and returns its id.
create or replace function create_smart_view(organization text, name text, query text, smart_view text default null)
returns text language plpgsql as $$
declare
    created text := coalesce(smart_view, random_id('save'));
begin
    insert into smart_view (organization_id, public_id, name, query)
    values (organization_number(organization), created, create_smart_view.name, create_smart_view.query);
    return created;
end $$;

create or replace function rename_smart_view(organization text, smart_view text, name text) returns void
language plpgsql as $$
begin
    update smart_view
    set name = rename_smart_view.name,
        updated_at = now()
    where organization_id = organization_number(organization) and public_id = rename_smart_view.smart_view;
    if not found then
        perform refuse_smart_view(smart_view);
    end if;
end $$;

-- Gives a smart view another query.
create or replace function change_smart_view(organization text, smart_view text, query text) returns void
language plpgsql as $$
begin
    update smart_view
    set query = change_smart_view.query,
        updated_at = now()
    where organization_id = organization_number(organization) and public_id = change_smart_view.smart_view;
    if not found then
        perform refuse_smart_view(smart_view);
    end if;
end $$;

create or replace function delete_smart_view(organization text, smart_view text) returns void language plpgsql as $$
begin
    delete from smart_view
    where organization_id = organization_number(organization) and public_id = delete_smart_view.smart_view;
    if not found then
        perform refuse_smart_view(smart_view);
    end if;
end $$;

create or replace function refuse_smart_view(smart_view text) returns void language plpgsql as $$
begin
    raise exception 'smart_view: % does not exist in this organization', coalesce(smart_view, 'null')
        using errcode = 'no_data_found';
end $$;
