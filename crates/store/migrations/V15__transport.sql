-- Labels of a node, as a JSON list of texts.
alter table node add column tags {text} not null default '[]';

-- Whether apps in a space may be reached by SSH.
alter table cf_space add column allow_ssh boolean not null default true;
