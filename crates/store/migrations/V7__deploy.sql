create table deploy_file (
    id {text} primary key,
    space {text} not null,
    name {text} not null,
    size bigint not null,
    md5 {text} not null,
    blob {text} not null,
    created_by {text} not null,
    created_at bigint not null
);
create index deploy_file_space on deploy_file (space, created_at);
create index deploy_file_created on deploy_file (created_at);
create index deploy_file_blob on deploy_file (blob);

-- plan is empty until the archive was read; then step counts its modules that are done, and begun those that were
-- announced. rev is counted up by whoever changes the row, which also is how one waits for another.
create table deploy_operation (
    id {text} primary key,
    space {text} not null,
    service {text} not null,
    state {text} not null,
    mta_id {text},
    error_type {text},
    failure {text},
    actor {text} not null,
    parameters {text} not null,
    plan {text},
    step bigint not null,
    begun bigint not null,
    rev bigint not null,
    started_at bigint not null,
    ended_at bigint
);
create index deploy_operation_space on deploy_operation (space, started_at);
create index deploy_operation_started on deploy_operation (started_at);

create table deploy_message (
    operation {text} not null,
    id bigint not null,
    kind {text} not null,
    text {text} not null,
    at bigint not null,
    primary key (operation, id)
);

-- One operation at a time per space and MTA.
create table deploy_lock (
    space {text} not null,
    mta_id {text} not null,
    operation {text} not null,
    primary key (space, mta_id)
);
create index deploy_lock_operation on deploy_lock (operation);

create table deploy_mta (
    space {text} not null,
    mta_id {text} not null,
    version {text} not null,
    deployed_at bigint not null,
    primary key (space, mta_id)
);
