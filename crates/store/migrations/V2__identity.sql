create table zone (
    id {text} primary key,
    name {text} not null unique,
    kind {text} not null,
    created_at bigint not null
);

create table oauth_client (
    client_id {text} primary key,
    zone {text} not null,
    app_id {text} not null,
    authorities {text} not null,
    grant_types {text} not null,
    validity bigint not null,
    instance {text},
    created_at bigint not null
);
create index oauth_client_zone on oauth_client (zone);

-- Every key of a service instance has a secret of its own for the one client.
create table client_secret (
    client_id {text} not null,
    holder {text} not null,
    hash {text} not null,
    primary key (client_id, holder)
);

-- user_key is the name in lower case: log-in names do not differ by case alone.
create table person (
    id {text} primary key,
    user_key {text} not null unique,
    user_name {text} not null,
    email {text} not null,
    given_name {text} not null,
    family_name {text} not null,
    password {text},
    created_at bigint not null,
    modified_at bigint not null,
    version bigint not null
);

create table shadow_user (
    zone {text} not null,
    person {text} not null,
    created_at bigint not null,
    primary key (zone, person)
);
create index shadow_user_person on shadow_user (person);

create table zone_app (
    zone {text} not null,
    app_id {text} not null,
    created_at bigint not null,
    primary key (zone, app_id)
);

create table role (
    zone {text} not null,
    app_id {text} not null,
    template {text} not null,
    name {text} not null,
    description {text} not null,
    attributes {text} not null,
    read_only boolean not null,
    primary key (zone, app_id, template, name)
);

-- app_id says which application brought it, and takes it away again; empty for those that people made.
create table role_collection (
    zone {text} not null,
    name {text} not null,
    description {text} not null,
    read_only boolean not null,
    app_id {text} not null,
    created_at bigint not null,
    primary key (zone, name)
);

create table role_collection_role (
    zone {text} not null,
    collection {text} not null,
    app_id {text} not null,
    template {text} not null,
    role {text} not null,
    primary key (zone, collection, app_id, template, role)
);

create table role_assignment (
    zone {text} not null,
    person {text} not null,
    collection {text} not null,
    created_at bigint not null,
    primary key (zone, person, collection)
);
create index role_assignment_collection on role_assignment (zone, collection);

-- keep_until is empty for the key that signs; a retired one is published until then.
create table signing_key (
    kid {text} primary key,
    sealed {text} not null,
    created_at bigint not null,
    keep_until bigint
);

create table refresh_token (
    hash {text} primary key,
    zone {text} not null,
    client_id {text} not null,
    person {text} not null,
    scope {text} not null,
    created_at bigint not null,
    expires_at bigint not null
);
create index refresh_token_expires on refresh_token (expires_at);
create index refresh_token_person on refresh_token (person);

create table revoked_token (
    jti {text} primary key,
    expires_at bigint not null
);
create index revoked_token_expires on revoked_token (expires_at);

-- What an opaque token stands for.
create table opaque_token (
    hash {text} primary key,
    claims {text} not null,
    expires_at bigint not null
);
create index opaque_token_expires on opaque_token (expires_at);
