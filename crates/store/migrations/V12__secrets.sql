-- What a zone knows of its users is what somebody said there, not what the person's own record says: that would tell one
-- tenant about the people of another. Users of before keep what their zone could see of them.
alter table shadow_user add column email {text};
alter table shadow_user add column given_name {text};
alter table shadow_user add column family_name {text};
update shadow_user set
    email = (select p.email from person p where p.id = shadow_user.person),
    given_name = (select p.given_name from person p where p.id = shadow_user.person),
    family_name = (select p.family_name from person p where p.id = shadow_user.person);
