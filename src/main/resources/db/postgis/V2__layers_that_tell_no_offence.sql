-- Layers for people who may know where and when, but not of single offences: counts under ten are not told, the others are
-- rounded to the nearest five, so that no difference of two figures tells a small one. Who reads them needs no right on what
-- lies below: a view reads with its owner's rights.

create schema if not exists gis_shared;
comment on schema gis_shared is
    'Layers of the current data version without single offences: counts under 10 are null, others rounded to 5; the key of each is its first column.';

-- One row an offence and theme, located or not; cancelled and transferred records are nobody's crimes.
create view offence_by_theme as
select theme.name as theme, o.day, o.place_id, o.flags
from offence o
cross join lateral (values
    ('all', true), ('knife', o.knife_enabled), ('hate', o.hate_strands <> 0), ('asb', o.kind = 1)) as theme(name, is_in)
where theme.is_in and o.valid_to is null and o.status = 0;

-- The last twelve months that the data cover, half-open.
create view last_year as
select (data_to + 1 - interval '12 months')::date as from_day, data_to + 1 as to_day
from data_version
where data_to is not null
order by number desc
limit 1;

create function told(n bigint) returns integer
    language sql immutable
    return case when n >= 10 then (5 * round(n / 5.0))::integer end;
comment on function told is 'A count as it may be told to others: null under 10, else the nearest multiple of 5.';

create view gis_shared.cells_500m as
select 's500-' || eastward || '-' || northward || '-' || theme as cell_theme, theme, last_year.from_day, last_year.to_day,
       told(count(*)) as offences,
       st_makeenvelope(500 * eastward, 500 * northward, 500 * (eastward + 1), 500 * (northward + 1), 27700)
           ::geometry(Polygon, 27700) as geom
from offence_by_theme
join last_year on day >= from_day and day < to_day
join place using (place_id)
cross join lateral (select floor(easting / 500)::integer as eastward, floor(northing / 500)::integer as northward) as cell
where flags & 3 = 0 -- neither a stand-in location nor one coarser than a cell
group by theme, last_year.from_day, last_year.to_day, eastward, northward;

create view gis_shared.months as
select kind || ':' || slug || '-' || to_char(month, 'YYYY-MM') || '-' || theme as area_month_theme, kind, slug, code, area.name,
       month, theme, told(count(*)) as offences
from offence_by_theme
join place using (place_id)
join area on area.area_id in (place.district_id, place.town_id) and area.valid_to is null
cross join lateral (select date_trunc('month', day)::date as month) as of_month
group by kind, slug, code, area.name, month, theme;

create view gis_shared.districts as select * from gis.districts;
create view gis_shared.towns as select * from gis.towns;
create view gis_shared.wards as select * from gis.wards;
