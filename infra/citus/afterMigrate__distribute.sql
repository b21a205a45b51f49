-- Distributes the schema over the nodes of a Citus cluster, by organization. Flyway runs this after every migration, in
-- the profile "citus" only, so that a table which a migration adds is distributed with it; what is distributed stays.
-- Where the extension is not installed it does nothing and says so. See infra/scale.md for what Citus wants besides.
do $$
declare
    -- Found by other keys than the organization's number, which only becomes known from them: small, on every node.
    on_every_node constant text[] := array['organization', 'credential'];
    next_table regclass;
    left_out text;
begin
    if not exists (select from pg_extension where extname = 'citus') then
        raise notice 'Citus is not installed in this database: its tables stay where they are.';
        return;
    end if;
    -- The triggers of the history only write rows of the organization whose events fired them: on the same node.
    perform set_config('citus.enable_unsafe_triggers', 'on', true);
    -- Tables that refer to each other are distributed in one transaction.
    perform set_config('citus.multi_shard_modify_mode', 'sequential', true);
    loop
        -- The next of the tables that have an organization and refer to none but distributed ones.
        select candidate.oid into next_table
        from pg_class candidate
        where candidate.relnamespace = current_schema()::regnamespace
          and candidate.relkind in ('r', 'p')
          and not candidate.relispartition
          and exists (
              select from pg_attribute
              where attrelid = candidate.oid and attname = 'organization_id' and not attisdropped)
          and not exists (select from pg_dist_partition where logicalrelid = candidate.oid)
          and not exists (
              select from pg_constraint
              where conrelid = candidate.oid and contype = 'f' and confrelid <> candidate.oid
                and confrelid not in (select logicalrelid from pg_dist_partition))
        order by candidate.relname
        limit 1;
        exit when not found;
        if next_table::text = any (on_every_node) then
            perform create_reference_table(next_table);
        else
            perform create_distributed_table(next_table, 'organization_id');
        end if;
        raise notice 'distributed: %', next_table;
    end loop;
    select string_agg(attrelid::regclass::text, ', ') into left_out
    from pg_attribute
    join pg_class on pg_class.oid = attrelid
    where attname = 'organization_id' and not attisdropped and relnamespace = current_schema()::regnamespace
      and relkind in ('r', 'p') and not relispartition
      and attrelid not in (select logicalrelid from pg_dist_partition);
    if left_out is not null then
        raise exception 'These tables refer to each other in a circle and cannot be distributed: %', left_out;
    end if;
end $$;
