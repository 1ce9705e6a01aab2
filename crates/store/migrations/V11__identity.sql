-- A session begins with a person's log-in, its refresh token continues it, and every token got in it rests on it. One
-- without a hash cannot be continued. Who was logged in logs in again: an old session does not say which password
-- it began with.
create table session (
    id {text} primary key,
    refresh_hash {text} unique,
    zone {text} not null,
    client_id {text} not null,
    person {text} not null,
    scope {text} not null,
    rev_sig {text} not null,
    address {text} not null,
    created_at bigint not null,
    used_at bigint not null,
    refresh_until bigint not null,
    expires_at bigint not null
);
create index session_expires on session (expires_at);
create index session_person on session (person);
create index session_zone on session (zone);

create table passcode (
    hash {text} primary key,
    person {text} not null,
    rev_sig {text} not null,
    expires_at bigint not null
);
create index passcode_person on passcode (person);

drop table refresh_token;

-- Where the audit trail begins once its oldest rows were pruned; at most one row.
create table audit_anchor (
    chain_pos bigint primary key,
    hash {text} not null,
    pruned_at bigint not null,
    seal {text} not null
);
