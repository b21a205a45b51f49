-- Stands in for Citus where it is not to be had: keeps account of the tables that are distributed, and refuses those
-- that Citus' documentation and error messages say it refuses.

create table pg_dist_partition (logicalrelid regclass primary key, partmethod "char" not null);

create function refuse_to_distribute(distributed regclass, reason text) returns void language plpgsql as $$
begin
    raise exception 'cannot distribute %: %', distributed, reason;
end $$;

create function create_reference_table(table_name regclass) returns void language plpgsql as $$
begin
    perform refuse_to_distribute(table_name, 'it refers to a table that is no reference table')
    from pg_constraint
    where conrelid = table_name and contype = 'f'
      and confrelid not in (select logicalrelid from pg_dist_partition where partmethod = 'n');
    insert into pg_dist_partition values (table_name, 'n');
end $$;

create function create_distributed_table(table_name regclass, distribution_column text) returns void
language plpgsql as $$
declare
    distribution_number smallint;
begin
    select attnum into strict distribution_number
    from pg_attribute where attrelid = table_name and attname = distribution_column;
    perform refuse_to_distribute(table_name, 'a unique key lacks the distribution column')
    from pg_index
    where indrelid = table_name and indisunique and not distribution_number = any (indkey::smallint[]);
    perform refuse_to_distribute(table_name, 'it has triggers and citus.enable_unsafe_triggers is off')
    from pg_trigger
    where tgrelid = table_name and not tgisinternal
      and current_setting('citus.enable_unsafe_triggers', true) is distinct from 'on';
    perform refuse_to_distribute(table_name, 'a foreign key is neither within the shard nor to a reference table')
    from pg_constraint
    where conrelid = table_name and contype = 'f'
      and not exists (
          select from pg_dist_partition
          where logicalrelid = confrelid and (partmethod = 'n' or distribution_number = any (conkey)));
    insert into pg_dist_partition values (table_name, 'h');
end $$;
