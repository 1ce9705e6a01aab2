-- Where a browser may be sent back to, once somebody signed in for this client: JSON.
alter table oauth_client add column redirect_uris {text} not null default '[]';

-- A code that a browser carries from the sign-in to the client; good once, for minutes.
create table authorization_code (
    hash {text} primary key,
    zone {text} not null,
    client_id {text} not null,
    person {text} not null,
    scope {text} not null,
    redirect_uri {text} not null,
    challenge {text},
    nonce {text},
    rev_sig {text} not null,
    expires_at bigint not null
);
create index authorization_code_person on authorization_code (person);
create index authorization_code_expires on authorization_code (expires_at);
