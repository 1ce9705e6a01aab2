-- Lists of Cloud Foundry go through the instances of a space by name.
create index service_instance_space_name on service_instance (space, name);
