-- Which MTAs a request carries.
create table request_mta (
    request bigint not null,
    mta {text} not null,
    subaccount {text} not null,
    version {text} not null,
    primary key (request, mta)
);
create index request_mta_subaccount on request_mta (subaccount, mta, request);

-- Which version of an MTA came to a node last, and with which request: by an import that ended well, or by the export
-- with which it entered the landscape.
create table node_mta (
    node bigint not null,
    mta {text} not null,
    subaccount {text} not null,
    version {text} not null,
    request bigint not null,
    at bigint not null,
    primary key (node, mta)
);
create index node_mta_subaccount on node_mta (subaccount, mta, node);

-- Requests of older releases: what they carry is in their entries, where they came to in the queues.
insert into request_mta (request, mta, subaccount, version)
    select r.id, e.value -> 'mta' ->> 'id', r.subaccount, max(e.value -> 'mta' ->> 'version')
    from request r cross join {entries of r} e
    where e.value -> 'mta' ->> 'id' is not null and e.value -> 'mta' ->> 'version' is not null
    group by r.id, r.subaccount, e.value -> 'mta' ->> 'id';

insert into node_mta (node, mta, subaccount, version, request, at)
    select q.node, m.mta, m.subaccount, m.version, m.request, q.changed_at
    from request_mta m
    join queue_entry q on q.request = m.request
    join (
        select q2.node as node, m2.mta as mta, max(m2.request) as request
        from request_mta m2 join queue_entry q2 on q2.request = m2.request
        where q2.status in ('succeeded', 'warning', 'skipped')
        group by q2.node, m2.mta
    ) newest on newest.node = q.node and newest.mta = m.mta and newest.request = m.request;

-- Where a request was exported and not uploaded, it never was in the queue of the node itself.
insert into node_mta (node, mta, subaccount, version, request, at)
    select n.id, m.mta, m.subaccount, m.version, m.request, r.created_at
    from request_mta m
    join request r on r.id = m.request
    join node n on n.subaccount = r.subaccount and n.name = r.origin
    join (
        select n2.id as node, m2.mta as mta, max(m2.request) as request
        from request_mta m2
        join request r2 on r2.id = m2.request
        join node n2 on n2.subaccount = r2.subaccount and n2.name = r2.origin
        where not exists (select 1 from queue_entry q2 where q2.request = m2.request and q2.node = n2.id)
        group by n2.id, m2.mta
    ) newest on newest.node = n.id and newest.mta = m.mta and newest.request = m.request
    where not exists (select 1 from node_mta there where there.node = n.id and there.mta = m.mta);
