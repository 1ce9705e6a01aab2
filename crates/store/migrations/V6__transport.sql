-- rev is raised to hold the order of the node's queue; tail is the last place ever given in it.
create table node (
    id {id} primary key,
    subaccount {text} not null,
    name {text} not null,
    description {text},
    upload_allowed boolean not null,
    notification_enabled boolean not null,
    forward_mode {text} not null,
    controlled_by {text},
    is_virtual boolean not null,
    target_id bigint,
    content_type {text},
    destination {text},
    strategy {text},
    import_disabled boolean not null,
    import_disabled_reason {text} not null,
    rev bigint not null,
    tail bigint not null,
    unique (subaccount, name)
);

-- A node is the target of one route at most.
create table route (
    id {id} primary key,
    subaccount {text} not null,
    name {text} not null,
    description {text},
    source bigint not null,
    target bigint not null,
    unique (subaccount, name),
    unique (target)
);
create index route_source on route (source);

create table file (
    id {id} primary key,
    subaccount {text} not null,
    name {text} not null,
    blob {text},
    content {blob},
    size bigint not null,
    created_at bigint not null,
    created_by {text} not null,
    named_user {text},
    is_attached boolean not null
);
create index file_unattached on file (created_at) where is_attached = false;
create index file_blob on file (blob) where blob is not null;

create table request (
    id {id} primary key,
    subaccount {text} not null,
    description {text} not null,
    origin {text} not null,
    content_type {text} not null,
    storage_type {text} not null,
    entries {text} not null,
    created_at bigint not null,
    created_by {text} not null,
    named_user {text}
);
create index request_subaccount on request (subaccount, id);

-- The order of a queue is pos; again: the request arrived once more while it was running.
create table queue_entry (
    id {id} primary key,
    node bigint not null,
    request bigint not null,
    status {text} not null,
    pos bigint not null,
    again boolean not null,
    queued_at bigint not null,
    changed_at bigint not null,
    unique (request, node)
);
create unique index queue_entry_node_pos_key on queue_entry (node, pos);
create index queue_entry_status on queue_entry (node, status, pos);

create table action (
    id {id} primary key,
    subaccount {text} not null,
    kind {text} not null,
    status {text} not null,
    node bigint not null,
    node_name {text} not null,
    started_at bigint not null,
    ended_at bigint,
    triggered_by {text} not null,
    named_user {text}
);

-- entities: the entries of the request and how far each is, as JSON.
create table action_request (
    action bigint not null,
    request bigint not null,
    seq bigint not null,
    status {text} not null,
    entities {text} not null,
    primary key (action, request)
);
create index action_request_request on action_request (request, action);

create table action_message (
    id {id} primary key,
    action bigint not null,
    request bigint not null,
    entry bigint,
    message_id {text} not null,
    severity {text} not null,
    message {text} not null,
    created_at bigint not null
);
create index action_message_action on action_message (action, request);

-- The plan never changes; step and remote say how far it is, rev guards each move. A node has one open run at work:
-- its first.
create table import_run (
    action {id} primary key,
    node bigint not null,
    subaccount {text} not null,
    plan {text} not null,
    step bigint not null,
    remote {text},
    rev bigint not null,
    is_open boolean not null
);
create index import_run_open on import_run (node, action) where is_open = true;

create table ext_descriptor (
    id {id} primary key,
    node bigint not null,
    mta_id {text} not null,
    ext_id {text} not null,
    mta_version {text} not null,
    description {text} not null,
    file_name {text} not null,
    blob {text} not null,
    changed_at bigint not null,
    unique (node, mta_id, mta_version)
);
create index ext_descriptor_blob on ext_descriptor (blob);
