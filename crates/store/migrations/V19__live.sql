-- What changed lately, for those who look at it now: a row is written in the transaction of the change, and forgotten
-- within the hour. Numbers of several processes come out of order, so rows are read by their time.
create table live (
    id {id} primary key,
    at bigint not null,
    subaccount {text} not null,
    topic {text} not null
);
create index live_at on live (at, id);

-- Actions and files of a subaccount, as the page lists and sums them.
create index action_subaccount on action (subaccount, id);
create index file_subaccount on file (subaccount, size);
