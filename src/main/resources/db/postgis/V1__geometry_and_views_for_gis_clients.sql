-- Geometry columns that PostgreSQL computes from the plain ones, and layers that QGIS opens. Applied where PostGIS is,
-- with a history of its own, so that a database that gains PostGIS later gains this too.

alter table place
    add column geom geometry(Point, 27700)
        generated always as (st_setsrid(st_makepoint(easting, northing), 27700)) stored;
create index place_geom on place using gist (geom);

alter table area
    add column geom geometry(MultiPolygon, 27700)
        generated always as (st_setsrid(st_geomfromwkb(outline), 27700)) stored;
create index area_geom on area using gist (geom);

create schema if not exists gis;
comment on schema gis is 'Layers of the current data version for GIS clients; the key of each is its first column.';

create view gis.offences as
select o.offence_id, o.source, o.force, o.kind, o.crime_number, o.incident_number, o.day, o.minute_of_day,
       o.time_precision, o.recorded_at, o.occurred_from, o.occurred_to, o.ho_class, o.ho_subclass, o.category,
       o.outcome, o.knife_enabled, o.hate_strands, o.domestic_abuse, o.asb_type, o.geocode_class, o.uprn, o.location,
       o.lsoa_code, o.premises_type, o.setting, o.beat, o.channel, o.status, o.police_found, o.flags, o.last_updated,
       district.name as district, town.name as town, p.geom
from offence_in_words o
join place p using (place_id)
left join area district on district.area_id = p.district_id
left join area town on town.area_id = p.town_id
where o.valid_to is null;

create view gis.places as
select p.place_id, count(*) as offence_count, count(*) filter (where o.knife_enabled) as knife_count,
       count(*) filter (where o.hate_strands <> 0) as hate_count, count(*) filter (where o.kind = 1) as asb_count,
       min(o.day) as first_day, max(o.day) as last_day, p.easting, p.northing, p.geom
from place p
join offence o using (place_id)
where o.valid_to is null and o.status = 0
group by p.place_id;

create view gis.districts as
select area_id, slug, code, name, geom from area where kind = 'district' and valid_to is null;
create view gis.towns as
select area_id, slug, code, name, geom from area where kind = 'town' and valid_to is null;
create view gis.wards as
select area_id, slug, code, name, geom from area where kind = 'ward' and valid_to is null;
create view gis.lsoas as
select area_id, slug, code, name, geom from area where kind = 'lsoa' and valid_to is null;
create view gis.beats as
select area_id, slug, code, name, geom from area where kind = 'beat' and valid_to is null;
