create table id_block (
    next bigint not null
);
insert into id_block (next) values (1);

-- A leased job has run_at = lease_until: it is due again when its owner has died.
create table job (
    id {id} primary key,
    name {text} not null,
    payload {text} not null,
    dedup_key {text} unique,
    run_at bigint not null,
    again_at bigint,
    attempts bigint not null,
    lease_owner {text},
    lease_until bigint,
    last_error {text},
    created_at bigint not null
);
create index job_run_at on job (run_at, id);

create table audit (
    id {id} primary key,
    at bigint not null,
    actor {text} not null,
    subaccount {text} not null,
    event {text} not null,
    object {text} not null,
    detail {text} not null,
    chain_pos bigint unique,
    hash {text}
);
create index audit_unchained on audit (id) where chain_pos is null;
create index audit_subaccount on audit (subaccount, id);

create table setting (
    name {text} primary key,
    value {text} not null
);
