create table backtest (
    data_version integer not null references data_version,
    theme        text not null,
    area         text not null,
    result       text not null,
    computed_at  timestamptz not null default now(),
    primary key (theme, area, data_version)
);
comment on column backtest.area is 'kind:slug, or force.';
comment on column backtest.result is 'JSON; text and not jsonb, so that it is answered as it was written.';
