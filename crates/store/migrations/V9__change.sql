create table alm_project (
    id {text} primary key,
    subaccount {text} not null,
    name {text} not null,
    status {text} not null,
    access {text} not null,
    created_at bigint not null,
    modified_at bigint not null
);
create index alm_project_subaccount on alm_project (subaccount);

-- user_key is the name in lower case, as for people.
create table alm_member (
    project {text} not null,
    user_key {text} not null,
    user_name {text} not null,
    place {text} not null,
    primary key (project, user_key)
);
create index alm_member_user on alm_member (user_key);

create table alm_counter (
    subaccount {text} primary key,
    last bigint not null
);

-- rev is raised first by whoever changes a feature or its transports, so that this is done by one at a time.
create table alm_feature (
    id {text} primary key,
    subaccount {text} not null,
    number bigint not null,
    project {text} not null,
    title {text} not null,
    description {text} not null,
    status {text} not null,
    priority bigint not null,
    release_id {text},
    scope_id {text},
    workstream_id {text},
    responsible_id {text},
    kind {text} not null,
    tags {text} not null,
    rev bigint not null,
    created_at bigint not null,
    modified_at bigint not null,
    unique (subaccount, number)
);
create index alm_feature_project on alm_feature (project);

create table alm_url_reference (
    id {text} primary key,
    feature {text} not null,
    name {text} not null,
    url {text} not null,
    created_at bigint not null
);
create index alm_url_reference_feature on alm_url_reference (feature);

create table alm_external_reference (
    feature {text} not null,
    id {text} not null,
    name {text} not null,
    url {text} not null,
    created_at bigint not null,
    primary key (feature, id)
);

create table alm_history (
    id {id} primary key,
    feature {text} not null,
    at bigint not null,
    actor {text} not null,
    heading {text} not null,
    value {text} not null,
    old_value {text}
);
create index alm_history_feature on alm_history (feature, id);

-- id is the number of the request in transport management. way is the record of the nodes, as JSON; complete says that
-- the last of them is reached. deployment is the import that is under way.
create table alm_transport (
    subaccount {text} not null,
    id bigint not null,
    title {text} not null,
    owner {text} not null,
    content_type {text} not null,
    way {text} not null,
    complete boolean not null,
    deleted boolean not null,
    feature {text},
    deployment bigint,
    problem {text},
    released_at bigint not null,
    changed_at bigint not null,
    primary key (subaccount, id)
);
create index alm_transport_feature on alm_transport (feature);
create index alm_transport_free on alm_transport (subaccount, id) where feature is null;

-- One import into one node. It is stored before transport management is called; action is what that answered.
create table alm_deployment (
    id {id} primary key,
    subaccount {text} not null,
    feature {text} not null,
    node bigint not null,
    node_name {text} not null,
    transports {text} not null,
    named_user {text} not null,
    state {text} not null,
    action bigint,
    polls bigint not null,
    ordered_at bigint not null,
    ended_at bigint
);
create index alm_deployment_feature on alm_deployment (feature, id);
create index alm_deployment_action on alm_deployment (subaccount, action);
