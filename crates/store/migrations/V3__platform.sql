create table global_account (
    id {text} primary key,
    name {text} not null,
    subdomain {text} not null unique,
    created_at bigint not null
);

-- What the global account may give away. A use case that assigns counts rev up first, so that two cannot both take
-- the last of a quota.
create table plan_grant (
    service {text} not null,
    plan {text} not null,
    amount bigint not null,
    rev bigint not null,
    primary key (service, plan)
);

-- number is the plan index of the applications of its service instances. Whoever adds something that belongs to the
-- subaccount, or deletes it, counts rev up first.
create table subaccount (
    id {text} primary key,
    number bigint not null unique,
    name {text} not null,
    subdomain {text} not null unique,
    region {text} not null,
    description {text} not null,
    beta boolean not null,
    production {text} not null,
    labels {text} not null,
    created_by {text} not null,
    created_at bigint not null,
    modified_by {text} not null,
    modified_at bigint not null,
    rev bigint not null
);

create table assignment (
    subaccount {text} not null,
    service {text} not null,
    plan {text} not null,
    amount bigint not null,
    created_at bigint not null,
    modified_at bigint not null,
    primary key (subaccount, service, plan)
);
create index assignment_plan on assignment (service, plan);

create table environment (
    id {text} primary key,
    subaccount {text} not null unique,
    org {text} not null,
    name {text} not null,
    parameters {text} not null,
    created_by {text} not null,
    created_at bigint not null,
    modified_at bigint not null
);

-- client_id and secret (sealed) are those of the client that another application of ours uses.
create table subscription (
    id {text} primary key,
    subaccount {text} not null,
    app {text} not null,
    plan {text} not null,
    parameters {text} not null,
    client_id {text},
    secret {text},
    created_by {text} not null,
    created_at bigint not null,
    modified_at bigint not null,
    unique (subaccount, app)
);

-- space is empty for instances of service manager. secret (sealed) is there when all keys share it.
create table service_instance (
    id {text} primary key,
    subaccount {text} not null,
    space {text} not null,
    service {text} not null,
    plan {text} not null,
    name {text} not null,
    parameters {text} not null,
    labels {text} not null,
    app_id {text} not null unique,
    credential {text} not null,
    secret {text},
    operation {text} not null,
    created_by {text} not null,
    created_at bigint not null,
    updated_at bigint not null,
    unique (subaccount, space, name)
);
create index service_instance_space on service_instance (space, id);
create index service_instance_plan on service_instance (subaccount, service, plan);

create table service_binding (
    id {text} primary key,
    instance {text} not null,
    name {text} not null,
    parameters {text} not null,
    labels {text} not null,
    secret {text},
    operation {text} not null,
    created_by {text} not null,
    created_at bigint not null,
    updated_at bigint not null,
    unique (instance, name)
);

-- Outlives what it made, changed or deleted.
create table service_operation (
    id {text} primary key,
    subaccount {text} not null,
    resource_type {text} not null,
    resource {text} not null,
    kind {text} not null,
    at bigint not null
);
create index service_operation_resource on service_operation (resource);

-- owner is the zone whose tokens may see it.
create table cis_job (
    id {id} primary key,
    owner {text} not null,
    description {text} not null,
    at bigint not null
);
