-- Ids as Close has them, and the rows that they name.

create or replace function random_id(prefix text) returns text language sql volatile as $$
    -- 43 characters of base 62, as Close's ids have, from 244 random bits.
    select prefix || '_' || string_agg(
               substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', get_byte(bytes, i) % 62 + 1, 1),
               '' order by i)
    from sha512(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) as bytes, generate_series(0, 42) as i
$$;

create or replace function organization_number(organization text) returns integer language plpgsql stable as $$
declare
    found_number integer;
begin
    select organization_id into found_number from organization o where o.public_id = organization;
    if not found then
        raise exception 'organization: % does not exist', coalesce(organization, 'null') using errcode = 'no_data_found';
    end if;
    return found_number;
end $$;

create or replace function lead_status_number(of_organization integer, parameter text, status text) returns smallint
language plpgsql stable as $$
declare
    found_number smallint;
begin
    select status_number into found_number
    from lead_status
    where organization_id = of_organization and public_id = status;
    if not found then
        raise exception '%: lead status % does not exist in this organization', parameter, coalesce(status, 'null')
            using errcode = 'no_data_found';
    end if;
    return found_number;
end $$;

-- Locks the lead, so that writes to one lead's history follow one another.
create or replace function lock_lead(of_organization integer, parameter text, lead text) returns bigint
language plpgsql as $$
declare
    found_lead bigint;
begin
    select lead_id into found_lead
    from lead l
    where l.organization_id = of_organization and l.public_id = lead
    for no key update;
    if not found then
        raise exception '%: lead % does not exist in this organization', parameter, coalesce(lead, 'null')
            using errcode = 'no_data_found';
    end if;
    return found_lead;
end $$;
