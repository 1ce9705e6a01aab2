//! XSUAA and UAA: tokens, keys, SCIM users, roles and role collections.
