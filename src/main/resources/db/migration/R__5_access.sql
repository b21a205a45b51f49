-- Organizations and their credentials, for whoever runs the service.

-- Creates an organization with the lead statuses of a new one in Close, and returns its id.
create or replace function create_organization(name text, organization text default null) returns text
language plpgsql as $$
declare
    created text := coalesce(organization, random_id('orga'));
begin
    insert into organization (public_id, name) values (created, create_organization.name);
    perform create_lead_status(created, label)
    from unnest(array['Potential', 'Bad Fit', 'Qualified', 'Customer']) with ordinality as initial (label, place)
    order by place;
    return created;
end $$;

create or replace function create_credential(
    organization text, kind text, secret text, name text, expires_at timestamptz
) returns text language plpgsql as $$
begin
    insert into credential (secret_hash, organization_id, kind, name, expires_at)
    values (sha256(convert_to(secret, 'UTF8')), organization_number(organization), create_credential.kind,
            create_credential.name, create_credential.expires_at);
    return secret;
end $$;

-- Creates an API key for HTTP Basic authentication and returns it: the only time that it can be read.
create or replace function create_api_key(organization text, name text, expires_at timestamptz default null)
returns text language sql as $$
    select create_credential(organization, 'api_key', random_id('api'), name, expires_at)
$$;

-- Creates a bearer token and returns it: the only time that it can be read.
create or replace function create_token(organization text, name text, expires_at timestamptz default null)
returns text language sql as $$
    select create_credential(organization, 'token', random_id('token'), name, expires_at)
$$;

-- Revokes the credentials of an organization that have this name; returns how many.
create or replace function revoke_credential(organization text, name text) returns integer language plpgsql as $$
declare
    in_organization integer := organization_number(organization);
    revoked integer;
begin
    update credential
    set revoked_at = now()
    where organization_id = in_organization and credential.name = revoke_credential.name and revoked_at is null;
    get diagnostics revoked = row_count;
    return revoked;
end $$;
