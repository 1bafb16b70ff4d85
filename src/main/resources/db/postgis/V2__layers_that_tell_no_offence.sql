-- Layers for people who may know where and when, but not of single offences. They are tables of what may be told and nothing
-- else: of a view over offences, whoever can send SQL learns the counts below it, from EXPLAIN ANALYZE or from a function of his
-- own. Filled anew in the transaction that publishes a data version. What they give away together, and why towns have no
-- themes, is in src/docs/database.md.

create schema if not exists gis_shared;
comment on schema gis_shared is
    'Layers of the current data version without single offences: counts under 10 are left out, others rounded to 5; the key of each is its first column.';

create table gis_shared.cells_500m (
    cell_theme text primary key,
    theme      text not null,
    from_day   date not null,
    to_day     date not null,
    offences   integer not null check (offences >= 10),
    geom       geometry(Polygon, 27700) not null
);
comment on table gis_shared.cells_500m is
    'Offences of the last twelve months that the data cover, from_day to before to_day, where 10 or more.';

create table gis_shared.months (
    area_month_theme text primary key,
    kind             text not null,
    slug             text not null,
    code             text not null,
    name             text not null,
    month            date not null,
    whole            boolean not null,
    theme            text not null,
    offences         integer not null check (offences >= 10)
);
comment on table gis_shared.months is 'Offences by month, where 10 or more: of a district also by theme, of a town in all.';
comment on column gis_shared.months.whole is 'Whether the month lies between the first and the last day that the data cover.';

create function told(n bigint) returns integer
    language sql immutable
    return case when n >= 10 then (5 * round(n / 5.0))::integer end;
comment on function told is 'A count as it may be told to others: null (not at all) under 10, else the nearest multiple of 5.';

-- Cancelled and transferred records are nobody's crimes, and a stand-in location says nothing of where one was.
create view offence_somewhere as
select place_id, day, kind = 1 as is_asb, knife_enabled as is_knife, hate_strands <> 0 as is_hate, flags & 2 = 2 as is_coarse
from offence
-- "<> 1" and not "= 0", of which the planner expects one row in two hundred.
where valid_to is null and status = 0 and flags & 1 <> 1;

create function fill_cells(data_to date) returns void
    language plpgsql
    set search_path from current
    -- Compiling takes as long as counting.
    set jit = off
as $$
begin
    delete from gis_shared.cells_500m;
    insert into gis_shared.cells_500m (cell_theme, theme, from_day, to_day, offences, geom)
    select 's500-' || eastward || '-' || northward || '-' || theme, theme, (data_to + 1 - interval '12 months')::date, data_to + 1,
           told(n), st_makeenvelope(500 * eastward, 500 * northward, 500 * (eastward + 1), 500 * (northward + 1), 27700)
    from (select floor(easting / 500)::integer as eastward, floor(northing / 500)::integer as northward, count(*) as of_all,
                 count(*) filter (where is_knife) as of_knife, count(*) filter (where is_hate) as of_hate,
                 count(*) filter (where is_asb) as of_asb
          from offence_somewhere
          join place using (place_id)
          where not is_coarse and day > data_to - interval '12 months' and day <= data_to
          group by 1, 2) as cell
    cross join lateral (values ('all', of_all), ('knife', of_knife), ('hate', of_hate), ('asb', of_asb)) as counted (theme, n)
    where told(n) is not null;
end $$;

create function fill_months(data_from date, data_to date) returns void
    language plpgsql
    set search_path from current
    -- Compiling takes as long as counting.
    set jit = off
as $$
begin
    delete from gis_shared.months;
    insert into gis_shared.months (area_month_theme, kind, slug, code, name, month, whole, theme, offences)
    with piece as (
        -- A location to about a kilometre does not say which town.
        select district_id, case when not is_coarse then town_id end as town_id,
               date_trunc('month', day::timestamp)::date as month, count(*) as of_all,
               count(*) filter (where is_knife) as of_knife, count(*) filter (where is_hate) as of_hate,
               count(*) filter (where is_asb) as of_asb
        from offence_somewhere
        join place using (place_id)
        group by 1, 2, 3
    ),
    district as (
        select district_id, month, theme, sum(n)::bigint as n
        from piece
        cross join lateral (values ('all', of_all), ('knife', of_knife), ('hate', of_hate), ('asb', of_asb)) as counted (theme, n)
        group by 1, 2, 3
    ),
    town as (
        select town_id, month, 'all' as theme, sum(of_all)::bigint as n
        from piece
        left join (select district_id, month, told(n) is not null as is_told from district where theme = 'all') as of_district
            using (district_id, month)
        group by 1, 2
        -- A town that reaches into a district that is left out would tell of that one.
        having bool_and(is_told is not false)
    )
    select kind || ':' || slug || '-' || to_char(month, 'YYYY-MM') || '-' || theme, kind, slug, code, name, month,
           data_from <= month and data_to >= (month + interval '1 month')::date - 1, theme, told(n)
    from (select district_id as area_id, month, theme, n from district union all select * from town) as counted
    join area using (area_id)
    where area.valid_to is null and told(n) is not null;
end $$;

create function fill_shared_layers() returns trigger
    language plpgsql
    set search_path from current
as $$
begin
    -- Without statistics, which follow a first large import a minute later at best, a million rows are expected to be a few.
    analyze offence (place_id, day, valid_to, status, flags);
    analyze place (place_id);
    perform fill_cells(new.data_to);
    perform fill_months(new.data_from, new.data_to);
    return null;
end $$;

-- At the end of the transaction, when the rows of the version are all there.
create constraint trigger shared_layers_follow
    after insert on data_version
    deferrable initially deferred
    for each row execute function fill_shared_layers();

-- A database that gains PostGIS later has data already.
do $$
declare
    current_version data_version;
begin
    select * into current_version from data_version order by number desc limit 1;
    perform fill_cells(current_version.data_to);
    perform fill_months(current_version.data_from, current_version.data_to);
end $$;

create view gis_shared.districts with (security_barrier) as select * from gis.districts;
create view gis_shared.towns with (security_barrier) as select * from gis.towns;
create view gis_shared.wards with (security_barrier) as select * from gis.wards;
