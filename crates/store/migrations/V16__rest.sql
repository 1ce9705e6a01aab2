-- Whether the blob of a small file is sealed. What an older release stored is sealed at the next start.
alter table deploy_file add column sealed boolean not null default false;
alter table ext_descriptor add column sealed boolean not null default false;
