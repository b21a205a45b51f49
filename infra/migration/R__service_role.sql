-- The role that the service logs in as, and all that it may: read what reports and searches are made of.
do $$
begin
    if not exists (select from pg_roles where rolname = 'leadstatus_service') then
        create role leadstatus_service login;
    end if;
    -- On Amazon RDS nobody gives it a password: IAM decides who may log in.
    if exists (select from pg_roles where rolname = 'rds_iam') then
        grant rds_iam to leadstatus_service;
    end if;
end
$$;

alter role leadstatus_service set default_transaction_read_only = on;
-- PostgreSQL thinks conditions on documents far dearer than they are, and would compile for a second what runs for 0.1 s.
alter role leadstatus_service set jit = off;
-- A search that many leads fulfil notes where they are. With the default of 4 MB it keeps pages only, and reads them twice.
alter role leadstatus_service set work_mem = '32MB';
-- What is not in memory lies on a solid state disk: to read here and there costs hardly more than to read in a row.
alter role leadstatus_service set random_page_cost = 1.1;
-- The service gives a statement up after 28 s. Without a bound here it would go on for nobody.
alter role leadstatus_service set statement_timeout = '25s';

grant usage on schema public to leadstatus_service;
grant select on
    organization,
    credential,
    lead_status,
    lead,
    lead_status_event,
    lead_status_ledger,
    lead_move_ledger,
    lead_history_mark,
    lead_history_journal,
    smart_view
to leadstatus_service;
