-- instance is empty for what belongs to the subaccount as a whole; sealed holds all properties, because any of them
-- may be a secret.
create table destination (
    subaccount {text} not null,
    instance {text} not null,
    name {text} not null,
    etag {text} not null,
    sealed {text} not null,
    created_at bigint not null,
    modified_at bigint not null,
    primary key (subaccount, instance, name)
);
