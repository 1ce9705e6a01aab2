-- One row per piece of durable work: its own state, and who may move it on.
-- claim: the number of the claim that holds it; no two claims have the same. run_at is lease_until while it is held. rev: raised by every save, and by whoever tells it that something
-- has changed.
create table work (
    id {id} primary key,
    kind {text} not null,
    work_key {text} unique,
    tenant {text} not null,
    lane {text} not null,
    state {text} not null,
    rev bigint not null,
    claim bigint,
    run_at bigint not null,
    lease_until bigint,
    again_at bigint,
    attempts bigint not null,
    last_error {text},
    created_at bigint not null
);
create index work_run_at on work (run_at, id);
create index work_tenant on work (tenant);

-- Work that an older version has ordered. Its payload reads as the first state of its kind; all of it is due now.
insert into work (id, kind, work_key, tenant, lane, state, rev, run_at, attempts, last_error, created_at)
    select id, name, dedup_key, '', 'local', payload, 0, case when lease_owner is null then run_at else 0 end, 0, last_error,
    created_at from job where name <> 'transport.import';

-- Imports that an older version has begun go on where they stood.
insert into work (id, kind, work_key, tenant, lane, state, rev, run_at, attempts, created_at)
    select r.action, 'transport.import', 'transport.import:' || r.node, r.subaccount, 'local',
    '{"node":' || r.node || ',"subaccount":"' || r.subaccount || '","at":{"Step":{"action":' || r.action
    || ',"step":' || r.step || ',"remote":' || coalesce(r.remote, 'null') || '}}}', 0, 0, 0, 0
    from import_run r
    where r.is_open = true and r.action = (select min(o.action) from import_run o where o.node = r.node and o.is_open = true);

drop table job;
alter table import_run drop column step;
alter table import_run drop column remote;
alter table import_run drop column rev;
alter table alm_deployment drop column polls;
