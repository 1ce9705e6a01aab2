-- Cloud Integration tenants and the Content Agent.

-- A tenant is there while its subaccount is subscribed; a row only once something was set.
create table tenant (
    subaccount {text} primary key,
    transport_mode {text},
    tag_definitions {text} not null
);

-- rev grows with every change of the package or of what is in it.
create table package (
    subaccount {text} not null,
    id {text} not null,
    reg_id {text} not null,
    name {text} not null,
    version {text} not null,
    resource {text} not null,
    tags {text} not null,
    rev bigint not null,
    created_by {text} not null,
    created_at bigint not null,
    modified_by {text} not null,
    modified_at bigint not null,
    primary key (subaccount, id),
    unique (subaccount, reg_id)
);

create table artifact (
    subaccount {text} not null,
    reg_id {text} not null,
    id {text} not null,
    package {text} not null,
    kind {text} not null,
    runnable boolean not null,
    name {text} not null,
    version {text} not null,
    draft boolean not null,
    digest {text},
    size bigint not null,
    resource {text} not null,
    relations {text} not null,
    parameters {text} not null,
    pos bigint not null,
    created_by {text} not null,
    created_at bigint not null,
    modified_by {text} not null,
    modified_at bigint not null,
    primary key (subaccount, reg_id)
);
create unique index artifact_subaccount_id_key on artifact (subaccount, id) where runnable;
create index artifact_package on artifact (subaccount, package, pos, reg_id);
create index artifact_id on artifact (subaccount, id);
create index artifact_digest on artifact (digest) where digest is not null;

create table artifact_version (
    subaccount {text} not null,
    reg_id {text} not null,
    version {text} not null,
    name {text} not null,
    digest {text},
    comment {text} not null,
    created_by {text} not null,
    created_at bigint not null,
    primary key (subaccount, reg_id, version)
);
create index artifact_version_digest on artifact_version (digest) where digest is not null;

create table artifact_value (
    subaccount {text} not null,
    reg_id {text} not null,
    name {text} not null,
    value {text} not null,
    primary key (subaccount, reg_id, name)
);

create table artifact_lock (
    subaccount {text} not null,
    reg_id {text} not null,
    holder {text} not null,
    created_at bigint not null,
    primary key (subaccount, reg_id)
);

-- error: why it did not start; endpoints: where it listens, as JSON.
create table runtime_artifact (
    subaccount {text} not null,
    id {text} not null,
    version {text} not null,
    name {text} not null,
    kind {text} not null,
    task {text} not null,
    status {text} not null,
    error {text},
    endpoints {text} not null,
    deployed_by {text} not null,
    deployed_at bigint not null,
    primary key (subaccount, id)
);

-- What is built is fixed when the task begins: the content, and the parameters with the values of that moment.
create table build_task (
    subaccount {text} not null,
    id {text} not null,
    artifact {text} not null,
    digest {text},
    parameters {text} not null,
    status {text} not null,
    created_at bigint not null,
    primary key (subaccount, id)
);

-- A transport that somebody started in a tenant.
create table tenant_transport (
    id {text} primary key,
    subaccount {text} not null,
    package {text} not null,
    state {text} not null,
    detail {text} not null,
    started_by {text} not null,
    started_at bigint not null,
    ended_at bigint
);
create index tenant_transport_subaccount on tenant_transport (subaccount, started_at);

-- An activity of the Content Agent. detail: what was asked and what was found out, as JSON with a version. archive: the
-- digest of what it put together.
create table activity (
    id {text} primary key,
    subaccount {text} not null,
    requestor {text} not null,
    state {text} not null,
    detail {text} not null,
    archive {text},
    started_by {text} not null,
    started_at bigint not null,
    ended_at bigint
);
create index activity_archive on activity (archive) where archive is not null;
create index activity_subaccount on activity (subaccount, started_at, id);
create index activity_requestor on activity (subaccount, requestor);

create table activity_message (
    activity {text} not null,
    pos bigint not null,
    severity {text} not null,
    text {text} not null,
    at bigint not null,
    primary key (activity, pos)
);
