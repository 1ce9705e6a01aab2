-- Somebody is an origin and a log-in name: the same name of two identity providers is two people. Who comes from a provider
-- has its name for him, once he was here; who is not active cannot log in.
create table person_before as select * from person;
drop table person;
create table person (
    id {text} primary key,
    origin {text} not null,
    user_key {text} not null,
    user_name {text} not null,
    email {text} not null,
    given_name {text} not null,
    family_name {text} not null,
    password {text},
    subject {text},
    active boolean not null,
    created_at bigint not null,
    modified_at bigint not null,
    version bigint not null,
    unique (user_key, origin),
    unique (origin, subject)
);
insert into person (id, origin, user_key, user_name, email, given_name, family_name, password, active, created_at,
    modified_at, version)
    select id, 'sap.default', user_key, user_name, email, given_name, family_name, password, true, created_at,
    modified_at, version from person_before;
drop table person_before;

-- Who gave a role collection: people, a group of the identity provider, or both. What a group gave goes with it.
alter table role_assignment add column by_hand boolean not null default true;
alter table role_assignment add column by_group boolean not null default false;

-- Ways through an identity provider that came to their end: none leads here twice.
create table sign_in_used (
    id {text} primary key,
    expires_at bigint not null
);
create index sign_in_used_expires on sign_in_used (expires_at);
