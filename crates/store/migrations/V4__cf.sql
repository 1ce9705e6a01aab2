-- subaccount is empty for an organization that an administrator made by hand and that belongs to none.
create table cf_org (
    id {text} primary key,
    subaccount {text},
    name {text} not null unique,
    suspended boolean not null,
    metadata {text} not null,
    created_at bigint not null,
    updated_at bigint not null
);
create index cf_org_subaccount on cf_org (subaccount);

create table cf_space (
    id {text} primary key,
    org {text} not null,
    name {text} not null,
    metadata {text} not null,
    created_at bigint not null,
    updated_at bigint not null,
    unique (org, name)
);

-- holder is a person's id or the id of a client. target is the organization of an organization role, else the space;
-- org is the organization in both cases.
create table cf_role (
    id {text} primary key,
    kind {text} not null,
    holder {text} not null,
    org {text} not null,
    target {text} not null,
    created_at bigint not null,
    unique (holder, target, kind)
);
create index cf_role_target on cf_role (target);
create index cf_role_org on cf_role (org);

-- What an asynchronous call is about: intent as JSON, and what it came to.
create table cf_job (
    id {text} primary key,
    operation {text} not null,
    state {text} not null,
    resource {text} not null,
    space {text},
    intent {text} not null,
    failure {text},
    created_at bigint not null,
    updated_at bigint not null
);
create index cf_job_space on cf_job (space, state);
create index cf_job_resource on cf_job (resource);
create index cf_job_updated on cf_job (updated_at);

-- What Cloud Foundry keeps about an instance or key beyond what the platform does.
create table cf_attached (
    resource {text} primary key,
    tags {text} not null,
    metadata {text} not null
);

-- Instances that somebody provides; credentials are sealed.
create table cf_user_provided (
    id {text} primary key,
    space {text} not null,
    name {text} not null,
    credentials {text} not null,
    syslog_drain_url {text},
    route_service_url {text},
    created_at bigint not null,
    updated_at bigint not null,
    unique (space, name)
);
