-- Makes lead_status_event a table of 16 partitions, by organization. In one transaction, which locks out whoever writes
-- or reads events meanwhile. Nothing else changes: same name, owner, columns, keys, indexes, triggers and privileges,
-- whatever they are when this runs, so that neither the service nor the functions that write notice.
do $$
declare
    partitions constant integer := 16;
    definitions text[];
    stored_columns text;
    next_sequence bigint;
begin
    lock table lead_status_event in access exclusive mode;
    execute format('set local role %I', pg_get_userbyid((
        select relowner from pg_class where oid = 'lead_status_event'::regclass)));
    next_sequence := nextval(pg_get_serial_sequence('lead_status_event', 'sequence'));
    select string_agg(quote_ident(attname), ', ' order by attnum) into stored_columns
    from pg_attribute
    where attrelid = 'lead_status_event'::regclass and attnum > 0 and not attisdropped and attgenerated = '';
    -- Keys first, then other indexes, then triggers, then privileges.
    select array_agg(definition order by place, definition) into definitions
    from (
        select 1 as place, format('alter table lead_status_event add constraint %I %s', conname,
                                  pg_get_constraintdef(oid)) as definition
        from pg_constraint
        where conrelid = 'lead_status_event'::regclass and contype in ('p', 'u', 'f')
        union all
        select 2, pg_get_indexdef(indexrelid)
        from pg_index
        where indrelid = 'lead_status_event'::regclass
          and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
        union all
        select 3, pg_get_triggerdef(oid)
        from pg_trigger
        where tgrelid = 'lead_status_event'::regclass and not tgisinternal
        union all
        select 4, format('grant %s on lead_status_event to %s%s', privilege_type,
                         case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end,
                         case when is_grantable then ' with grant option' else '' end)
        from pg_class, aclexplode(relacl)
        where pg_class.oid = 'lead_status_event'::regclass
    ) as kept;

    alter table lead_status_event rename to unpartitioned_lead_status_event;
    create table lead_status_event (
        like unpartitioned_lead_status_event
        including comments including constraints including defaults including generated including identity
        including statistics including storage
    ) partition by hash (organization_id);
    for remainder in 0 .. partitions - 1 loop
        execute format('create table lead_status_event_%s partition of lead_status_event for values with '
                       '(modulus %s, remainder %s)', remainder, partitions, remainder);
    end loop;
    execute format('insert into lead_status_event (%1$s) select %1$s from unpartitioned_lead_status_event',
                   stored_columns);
    drop table unpartitioned_lead_status_event;
    for i in 1 .. cardinality(definitions) loop
        execute definitions[i];
    end loop;
    perform setval(pg_get_serial_sequence('lead_status_event', 'sequence'), next_sequence);
end $$;

analyze lead_status_event;
