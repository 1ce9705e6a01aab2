-- Labels of a node, as a JSON list of texts.
alter table node add column tags {text} not null default '[]';

-- Whether apps in a space may be reached by SSH.
alter table cf_space add column allow_ssh boolean not null default true;

-- New plans of the catalogue are granted as their neighbours were.
insert into plan_grant (service, plan, amount, rev)
    select 'it-rt', 'integration-flow', amount, 0 from plan_grant where service = 'it-rt' and plan = 'api';
insert into plan_grant (service, plan, amount, rev)
    select 'xsuaa', 'application', amount, 0 from plan_grant where service = 'destination' and plan = 'lite';

-- People whom somebody made known to Cloud Foundry; whoever holds a role there is known, too. So far everybody was.
create table cf_user (
    id {text} primary key
);
insert into cf_user (id) select id from person;
