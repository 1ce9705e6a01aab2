-- What lists of requests show of a request's entries, written once when it is made, so that a page only passes it on.
-- Requests of older releases have none; their entries are read instead.
alter table request add column shown {text};
