-- Everything the server keeps, in plain PostgreSQL. Numbers of words (source, kind, …) are the positions of the words in
-- the program's enumerations, counted from 0; the view offence_in_words shows the words.

create table data_version (
    number       integer primary key check (number >= 0),
    fingerprint  text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    published_at timestamptz not null,
    kind         text not null check (kind in ('empty', 'offences', 'areas')),
    import_id    uuid,
    data_from    date,
    data_to      date check (data_to >= data_from)
);
comment on table data_version is
    'Each published state of the data. A row of offence or area is part of version n where valid_from <= n and (valid_to is null or valid_to > n).';
insert into data_version (number, fingerprint, published_at, kind)
values (0, encode(sha256(''), 'hex'), now(), 'empty');

create table import (
    import_id          uuid primary key,
    profile            text not null,
    files              text[] not null,
    sha256             text not null,
    state              text not null check (state in ('received', 'validating', 'needs_review', 'committed', 'rejected',
                                                      'failed', 'interrupted', 'cancelled')),
    started_at         timestamptz not null,
    finished_at        timestamptz,
    rows_read          bigint,
    inserted           bigint,
    updated            bigint,
    unchanged          bigint,
    duplicates         bigint,
    quarantined        bigint,
    removed            bigint,
    unlocated          bigint,
    outside_force      bigint,
    quarantine_reasons jsonb,
    flags              jsonb,
    ignored_columns    text[] not null,
    problem            jsonb,
    data_version       integer references data_version deferrable initially deferred,
    constraint every_row_is_accounted_for
        check (rows_read = inserted + updated + unchanged + duplicates + quarantined),
    check ((state = 'committed') = (data_version is not null))
);
create index import_by_start on import (started_at desc);
create index import_by_content on import (sha256) where state = 'committed';

create table import_scope (
    import_id uuid not null references import on delete cascade,
    source    smallint not null,
    force     text not null,
    month     timestamptz
);
create index import_scope_by_force on import_scope (source, force, month);
comment on table import_scope is
    'What a committed import spoke for: months of a force (public street files), or a force (extracts; month is null).';

create table source_file (
    source_file_id integer generated always as identity primary key,
    import_id      uuid not null references import on delete cascade,
    position       integer not null,
    name           text not null,
    unique (import_id, position)
);

create table quarantine (
    quarantine_id bigint generated always as identity primary key,
    import_id     uuid not null references import on delete cascade,
    file_index    integer not null,
    record        bigint not null,
    line          bigint not null,
    reason        text not null,
    detail        text not null,
    raw           text not null
);
create index quarantine_by_import on quarantine (import_id, quarantine_id);

create table area (
    area_id    integer generated always as identity primary key,
    kind       text not null check (kind in ('district', 'town', 'ward', 'lsoa', 'beat')),
    slug       text not null,
    code       text not null,
    name       text not null,
    outline    bytea not null,
    valid_from integer not null references data_version,
    valid_to   integer references data_version check (valid_to > valid_from)
);
create unique index area_current on area (kind, slug) where valid_to is null;
comment on column area.outline is 'MultiPolygon in EPSG:27700, well-known binary';

create table place (
    place_id    integer primary key,
    easting     double precision not null check (easting > '-Infinity' and easting < 'Infinity'),
    northing    double precision not null check (northing > '-Infinity' and northing < 'Infinity'),
    district_id integer,
    town_id     integer,
    ward_id     integer,
    lsoa_id     integer,
    beat_id     integer,
    unique (easting, northing)
);
comment on table place is
    'Distinct points of offences, in EPSG:27700, each with the current areas that contain it.';

create table offence (
    offence_id      bigint not null,
    content_hash    uuid not null,
    record_id       uuid,
    recorded_at     timestamptz not null,
    occurred_from   timestamptz,
    occurred_to     timestamptz check (occurred_to >= occurred_from),
    last_updated    timestamptz,
    uprn            bigint,
    valid_from      integer not null,
    valid_to        integer check (valid_to > valid_from),
    place_id        integer,
    source_file_id  integer not null,
    source_line     integer not null,
    day             date not null,
    minute_of_day   smallint check (minute_of_day between 0 and 1439),
    source          smallint not null,
    kind            smallint not null,
    time_precision  smallint not null,
    status          smallint not null,
    setting         smallint not null,
    channel         smallint not null,
    hate_strands    smallint not null,
    flags           smallint not null,
    asb_type        smallint,
    geocode_class   smallint,
    knife_enabled   boolean not null,
    domestic_abuse  boolean not null,
    police_found    boolean,
    force           text not null,
    crime_number    text,
    incident_number text,
    ho_class        text,
    ho_subclass     text,
    category        text,
    outcome         text,
    location        text,
    lsoa_code       text,
    premises_type   text,
    beat            text
);
comment on table offence is
    'One row for each content that a record has had. A row is never changed but for its valid_to: the data version in which it stopped being so; null while it is so.';
comment on column offence.content_hash is
    'First 128 bits of SHA-256 over everything the source says: equal rows have equal hashes.';
comment on column offence.day is
    'London calendar day the offence is about: of occurred_from, else of recorded_at; for a month its first day.';
comment on column offence.minute_of_day is 'London wall-clock minute of occurred_from; null where the time is unknown.';
comment on column offence.record_id is
    'What identifies a record of a force''s extract: the first 128 bits of SHA-256 over force, kind of number and number; null in public street files, which have no key.';

-- Indexes and not constraints, so that a first large load can build them at once.
create unique index offence_number on offence (offence_id);
-- A month of a public street file is replaced as a whole; all its rows were recorded at its start, and they came and
-- lie together. A block range index finds them and costs next to nothing to keep, where a b-tree of a million rows made
-- loading them take 1.7 times as long.
create index offence_recorded on offence using brin (recorded_at) with (pages_per_range = 32, autosummarize = on);
-- A record of an extract is current once.
create unique index offence_current_record on offence (record_id) where source = 1 and valid_to is null;

create table run (
    run_id           text primary key,
    question         text not null,
    data_version     integer not null references data_version,
    software_version text not null,
    created_at       timestamptz not null default now()
);
comment on column run.question is 'Canonical JSON; text and not jsonb, since its bytes are hashed.';

create view offence_in_words as
select offence_id,
       case source when 0 then 'police_uk' when 1 then 'force_extract' end as source,
       force,
       case kind when 0 then 'crime' when 1 then 'asb' when 2 then 'non_crime_hate' end as kind,
       crime_number,
       incident_number,
       day,
       minute_of_day,
       case time_precision when 0 then 'minute' when 1 then 'day' when 2 then 'month' end as time_precision,
       recorded_at,
       occurred_from,
       occurred_to,
       ho_class,
       ho_subclass,
       category,
       outcome,
       knife_enabled,
       concat_ws(';',
           case when hate_strands & 1 <> 0 then 'race' end,
           case when hate_strands & 2 <> 0 then 'religion' end,
           case when hate_strands & 4 <> 0 then 'sexual_orientation' end,
           case when hate_strands & 8 <> 0 then 'disability' end,
           case when hate_strands & 16 <> 0 then 'transgender' end) as hate_strands,
       domestic_abuse,
       case asb_type when 0 then 'personal' when 1 then 'nuisance' when 2 then 'environmental' end as asb_type,
       case geocode_class when 0 then 'uprn' when 1 then 'street' when 2 then 'area' when 3 then 'snap' end
           as geocode_class,
       uprn,
       location,
       lsoa_code,
       premises_type,
       case setting when 0 then 'public_place' when 1 then 'dwelling' when 2 then 'online' when 3 then 'unknown' end
           as setting,
       beat,
       case channel when 0 then 'emergency_999' when 1 then 'non_emergency_101' when 2 then 'online'
                    when 3 then 'officer' when 4 then 'other' when 5 then 'unknown' end as channel,
       case status when 0 then 'recorded' when 1 then 'cancelled' when 2 then 'transferred' end as status,
       police_found,
       concat_ws(';',
           case when flags & 1 <> 0 then 'default_location' end,
           case when flags & 2 <> 0 then 'low_precision' end,
           case when flags & 4 <> 0 then 'ambiguous_local_time' end,
           case when flags & 8 <> 0 then 'non_existent_local_time' end,
           case when flags & 16 <> 0 then 'time_unknown' end,
           case when flags & 32 <> 0 then 'unknown_category' end) as flags,
       last_updated,
       place_id,
       valid_from,
       valid_to
from offence;
