//! Roles, role collections, what is in them, and who has them; all per zone.

use crate::error::{Error, Result};
use crate::row::Record;
use crate::tx::Tx;
use crate::{dialect, insert, p, record, row_of, select};
use model::account::ZoneKind;
use model::role::Held;
use model::{PersonId, Time, ZoneId};
use std::collections::BTreeMap;

record! {
    /// A role: a template of an application with values for its attributes.
    pub struct RoleRow of "role" {
        /// The application, with the plan index.
        pub app_id: String,
        pub template: String,
        pub name: String,
        pub description: String,
        /// Attribute → values.
        pub attributes: BTreeMap<String, Vec<String>>,
        /// Came with the application.
        pub read_only: bool,
    }
}

record! {
    /// A role collection.
    pub struct CollectionRow of "role_collection" {
        pub name: String,
        pub description: String,
        /// Cannot be changed.
        pub read_only: bool,
        /// The application that brought it; empty if people made it.
        pub app_id: String,
    }
}

record! {
    /// A role inside a collection.
    pub struct ReferenceRow {
        pub collection: String,
        /// The application, with the plan index.
        pub app_id: String,
        pub template: String,
        /// The role's name.
        pub role: String,
        /// The role's description.
        pub description: String,
    }
}

row_of!(Held { app_id: String, template: String, attributes: BTreeMap<String, Vec<String>> });

const INSERT_ROLE: &str = insert!(RoleRow and "zone");

/// Adds a role.
pub async fn insert(tx: &mut Tx, zone: ZoneId, row: &RoleRow) -> Result<()> {
    tx.execute(INSERT_ROLE, row.params().and(zone)).await.map(drop)
}

const UPDATE_ROLE: &str = "update role set description = $5, attributes = $6 \
    where zone = $1 and app_id = $2 and template = $3 and name = $4 and not read_only";

/// Changes a role that people made; `false` if there is none.
pub async fn update(tx: &mut Tx, zone: ZoneId, row: &RoleRow) -> Result<bool> {
    let RoleRow { app_id, template, name, description, attributes, .. } = row;
    Ok(tx.execute(UPDATE_ROLE, p![zone, app_id, template, name, description, attributes]).await? == 1)
}

const ROLES: &str = select!(RoleRow, "where zone = $1 order by app_id, template, name");

/// All roles of the zone.
pub async fn roles(tx: &mut Tx, zone: ZoneId) -> Result<Vec<RoleRow>> {
    tx.query(ROLES, p![zone]).await
}

const DELETE_ROLE: &str =
    "delete from role where zone = $1 and app_id = $2 and template = $3 and name = $4 and not read_only";

/// Removes a role that people made; `false` if there is none.
pub async fn delete(tx: &mut Tx, zone: ZoneId, app_id: &str, template: &str, name: &str) -> Result<bool> {
    Ok(tx.execute(DELETE_ROLE, p![zone, app_id, template, name]).await? == 1)
}

const DELETE_APP_ROLES: &str = "delete from role where zone = $1 and app_id = $2";
const DELETE_APP_REFERENCES: &str = "delete from role_collection_role where zone = $1 and app_id = $2";
const DELETE_APP_ASSIGNMENTS: &str = "delete from role_assignment where zone = $1 and collection in \
    (select name from role_collection where zone = $1 and app_id = $2)";
const DELETE_APP_COLLECTION_ROLES: &str = "delete from role_collection_role where zone = $1 and collection in \
    (select name from role_collection where zone = $1 and app_id = $2)";
const DELETE_APP_COLLECTIONS: &str = "delete from role_collection where zone = $1 and app_id = $2";

/// Takes away what an application brought: its roles, its collections, and its roles out of other collections.
pub async fn delete_of_app(tx: &mut Tx, zone: ZoneId, app_id: &str) -> Result<()> {
    let all = [
        DELETE_APP_ROLES,
        DELETE_APP_REFERENCES,
        DELETE_APP_ASSIGNMENTS,
        DELETE_APP_COLLECTION_ROLES,
        DELETE_APP_COLLECTIONS,
    ];
    for statement in all {
        tx.execute(statement, p![zone, app_id]).await?;
    }
    Ok(())
}

const INSERT_COLLECTION: &str = insert!(CollectionRow and "zone, created_at");

/// Adds a collection.
pub async fn insert_collection(tx: &mut Tx, zone: ZoneId, row: &CollectionRow, now: Time) -> Result<()> {
    tx.execute(INSERT_COLLECTION, row.params().and(zone).and(now)).await.map(drop)
}

const DESCRIBE_COLLECTION: &str = "update role_collection set description = $3 where zone = $1 and name = $2";

/// Changes the description.
pub async fn describe_collection(tx: &mut Tx, zone: ZoneId, name: &str, description: &str) -> Result<bool> {
    Ok(tx.execute(DESCRIBE_COLLECTION, p![zone, name, description]).await? == 1)
}

const RENAME: [&str; 3] = [
    "update role_collection set name = $3 where zone = $1 and name = $2",
    "update role_collection_role set collection = $3 where zone = $1 and collection = $2",
    "update role_assignment set collection = $3 where zone = $1 and collection = $2",
];

/// Gives a collection another name; what is in it and who has it stays.
pub async fn rename_collection(tx: &mut Tx, zone: ZoneId, name: &str, new: &str) -> Result<()> {
    for statement in RENAME {
        tx.execute(statement, p![zone, name, new]).await?;
    }
    Ok(())
}

const COLLECTION: &str = select!(CollectionRow, "where zone = $1 and name = $2");

/// The collection with this name.
pub async fn collection(tx: &mut Tx, zone: ZoneId, name: &str) -> Result<Option<CollectionRow>> {
    tx.query_opt(COLLECTION, p![zone, name]).await
}

const COLLECTIONS: &str = select!(CollectionRow, "where zone = $1 order by name");

/// All collections of the zone.
pub async fn collections(tx: &mut Tx, zone: ZoneId) -> Result<Vec<CollectionRow>> {
    tx.query(COLLECTIONS, p![zone]).await
}

const DELETE_COLLECTION: &str = "delete from role_collection where zone = $1 and name = $2";
const DELETE_COLLECTION_ROLES: &str = "delete from role_collection_role where zone = $1 and collection = $2";
const DELETE_COLLECTION_ASSIGNMENTS: &str = "delete from role_assignment where zone = $1 and collection = $2";

/// Removes a collection, and takes it from everybody.
pub async fn delete_collection(tx: &mut Tx, zone: ZoneId, name: &str) -> Result<()> {
    for statement in [DELETE_COLLECTION_ROLES, DELETE_COLLECTION_ASSIGNMENTS, DELETE_COLLECTION] {
        tx.execute(statement, p![zone, name]).await?;
    }
    Ok(())
}

const REFER: &str = "insert into role_collection_role (zone, collection, app_id, template, role) \
    values ($1, $2, $3, $4, $5) on conflict do nothing";

/// Puts a role into a collection.
pub async fn refer(tx: &mut Tx, zone: ZoneId, row: &ReferenceRow) -> Result<()> {
    let ReferenceRow { collection, app_id, template, role, .. } = row;
    tx.execute(REFER, p![zone, collection, app_id, template, role]).await.map(drop)
}

const UNREFER: &str = "delete from role_collection_role \
    where zone = $1 and collection = $2 and app_id = $3 and template = $4 and role = $5";

/// Takes a role out of a collection; `false` if it is not in it.
pub async fn unrefer(tx: &mut Tx, zone: ZoneId, row: &ReferenceRow) -> Result<bool> {
    let ReferenceRow { collection, app_id, template, role, .. } = row;
    Ok(tx.execute(UNREFER, p![zone, collection, app_id, template, role]).await? == 1)
}

const REFERENCES: &str = "select c.collection, c.app_id, c.template, c.role, r.description \
    from role_collection_role c join role r on r.zone = c.zone and r.app_id = c.app_id and r.template = c.template \
    and r.name = c.role where c.zone = $1 order by c.collection, c.app_id, c.template, c.role";

/// What is in which collection of the zone.
pub async fn references(tx: &mut Tx, zone: ZoneId) -> Result<Vec<ReferenceRow>> {
    tx.query(REFERENCES, p![zone]).await
}

const USES: &str = "select collection from role_collection_role \
    where zone = $1 and app_id = $2 and template = $3 and role = $4 order by collection";

/// The collections that a role is in.
pub async fn uses(tx: &mut Tx, zone: ZoneId, app_id: &str, template: &str, role: &str) -> Result<Vec<String>> {
    tx.query(USES, p![zone, app_id, template, role]).await
}

const ASSIGN: &str = "insert into role_assignment (zone, person, collection, created_at) values ($1, $2, $3, $4) \
    on conflict (zone, person, collection) do update set by_hand = true";

/// Gives a collection to a person.
pub async fn assign(tx: &mut Tx, zone: ZoneId, person: PersonId, collection: &str, now: Time) -> Result<()> {
    tx.execute(ASSIGN, p![zone, person, collection, now]).await.map(drop)
}

const GRANT: &str = "insert into role_assignment (zone, person, collection, created_at, by_hand, by_group) \
    values ($1, $2, $3, $4, false, true) on conflict (zone, person, collection) do update set by_group = true";

/// Gives a collection to a person, as his groups at the identity provider say.
pub async fn grant(tx: &mut Tx, zone: ZoneId, person: PersonId, collection: &str, now: Time) -> Result<()> {
    tx.execute(GRANT, p![zone, person, collection, now]).await.map(drop)
}

const UNMARK: [&str; 2] = [
    "update role_assignment set by_hand = false where zone = $1 and person = $2 and collection = $3 and by_hand",
    "update role_assignment set by_group = false where zone = $1 and person = $2 and collection = $3 and by_group",
];
const DROP: &str = "delete from role_assignment where zone = $1 and person = $2 and collection = $3 \
    and not by_hand and not by_group";

/// Takes from a person what people gave him; `false` if they did not. What his groups give stays.
pub async fn unassign(tx: &mut Tx, zone: ZoneId, person: PersonId, collection: &str) -> Result<bool> {
    take(tx, UNMARK[0], (zone, person, collection)).await
}

/// Takes from a person what his groups gave him; `false` if they did not. What people gave stays.
pub async fn withdraw(tx: &mut Tx, zone: ZoneId, person: PersonId, collection: &str) -> Result<bool> {
    tx.revoke();
    take(tx, UNMARK[1], (zone, person, collection)).await
}

async fn take(tx: &mut Tx, unmark: &'static str, (zone, person, collection): (ZoneId, PersonId, &str)) -> Result<bool> {
    let taken = tx.execute(unmark, p![zone, person, collection]).await? == 1;
    tx.execute(DROP, p![zone, person, collection]).await?;
    Ok(taken)
}

record! {
    /// What a group at the identity provider gave somebody.
    pub struct ByGroup {
        pub person: PersonId,
        pub origin: String,
        pub user_name: String,
        pub zone: ZoneId,
        pub collection: String,
    }
}

macro_rules! by_group {
    ($rest:literal) => {
        concat!(
            "select a.person, p.origin, p.user_name, a.zone, a.collection \
             from role_assignment a join person p on p.id = a.person where a.by_group ",
            $rest
        )
    };
}

const BY_GROUP: &str = by_group!("order by a.person, a.zone, a.collection");
const BY_GROUP_OF: &str = by_group!("and a.person = $1 order by a.zone, a.collection");

/// All that groups gave.
pub async fn by_group(tx: &mut Tx) -> Result<Vec<ByGroup>> {
    tx.query(BY_GROUP, p![]).await
}

/// What his groups gave a person.
pub async fn by_group_of(tx: &mut Tx, person: PersonId) -> Result<Vec<ByGroup>> {
    tx.query(BY_GROUP_OF, p![person]).await
}

const OF_PERSON: &str = "select collection from role_assignment where zone = $1 and person = $2 order by collection";

/// The collections that a person has.
pub async fn of_person(tx: &mut Tx, zone: ZoneId, person: PersonId) -> Result<Vec<String>> {
    tx.query(OF_PERSON, p![zone, person]).await
}

record! {
    /// A collection that somebody has.
    pub struct HeldBy {
        pub person: PersonId,
        pub collection: String,
        /// His groups at the identity provider give it.
        pub by_group: bool,
    }
}

/// The collections that each of these people has, by person.
pub async fn of_people(tx: &mut Tx, zone: ZoneId, people: &[PersonId]) -> Result<Vec<HeldBy>> {
    let list = serde_json::to_string(people).map_err(Error::other)?;
    tx.query(dialect::ROLES_OF_PEOPLE, p![zone, list]).await
}

const ASSIGNED: &str = "select person, collection from role_assignment where zone = $1 order by person, collection";

/// Who has what in the zone.
pub async fn assigned(tx: &mut Tx, zone: ZoneId) -> Result<Vec<(PersonId, String)>> {
    tx.query(ASSIGNED, p![zone]).await
}

const HOLDERS_OF: &str = "select person from role_assignment where zone = $1 and collection = $2 order by person";

/// Who has a collection.
pub async fn holders_of(tx: &mut Tx, zone: ZoneId, collection: &str) -> Result<Vec<PersonId>> {
    tx.query(HOLDERS_OF, p![zone, collection]).await
}

const REFERENCES_OF: &str = "select c.collection, c.app_id, c.template, c.role, r.description \
    from role_collection_role c join role r on r.zone = c.zone and r.app_id = c.app_id and r.template = c.template \
    and r.name = c.role where c.zone = $1 and c.collection = $2 order by c.app_id, c.template, c.role";

/// What is in one collection.
pub async fn references_of(tx: &mut Tx, zone: ZoneId, collection: &str) -> Result<Vec<ReferenceRow>> {
    tx.query(REFERENCES_OF, p![zone, collection]).await
}

const HOLDERS: &str =
    "select collection, count(*) from role_assignment where zone = $1 group by collection order by collection";

/// How many people have which collection.
pub async fn holders(tx: &mut Tx, zone: ZoneId) -> Result<Vec<(String, i64)>> {
    tx.query(HOLDERS, p![zone]).await
}

const HELD: &str = "select distinct r.app_id, r.template, r.attributes from role_assignment a \
    join role_collection_role c on c.zone = a.zone and c.collection = a.collection \
    join role r on r.zone = c.zone and r.app_id = c.app_id and r.template = c.template and r.name = c.role \
    where a.zone = $1 and a.person = $2 order by r.app_id, r.template, r.attributes";

/// The roles that a person has in the zone.
pub async fn held(tx: &mut Tx, zone: ZoneId, person: PersonId) -> Result<Vec<Held>> {
    tx.query(HELD, p![zone, person]).await
}

record! {
    /// A role collection that somebody has in a subaccount, with an application of its roles.
    pub struct HeldSomewhere {
        pub zone: ZoneId,
        pub subdomain: String,
        pub display_name: String,
        pub collection: String,
        /// None in an empty collection.
        pub app_id: Option<String>,
    }
}

const HELD_SOMEWHERE: &str = "select distinct z.id as zone, z.name as subdomain, coalesce(s.name, z.name) as display_name, \
    a.collection, c.app_id \
    from role_assignment a join zone z on z.id = a.zone left join subaccount s on s.id = z.id \
    left join role_collection_role c on c.zone = a.zone and c.collection = a.collection \
    where a.person = $1 and z.kind = $2 order by display_name, zone, a.collection, c.app_id";

/// The collections that a person has in subaccounts, and of which applications their roles are; by subaccount.
pub async fn held_somewhere(tx: &mut Tx, person: PersonId) -> Result<Vec<HeldSomewhere>> {
    tx.query(HELD_SOMEWHERE, p![person, ZoneKind::Subaccount]).await
}

const HOLDS_ANYWHERE: &str = "select z.id from role_assignment a join zone z on z.id = a.zone \
    where z.kind = $1 and a.person = $2 and a.collection = $3";

/// Whether a person has a collection in any zone of a kind.
pub async fn holds_in_kind(tx: &mut Tx, kind: ZoneKind, person: PersonId, collection: &str) -> Result<bool> {
    Ok(tx.query_opt::<ZoneId>(HOLDS_ANYWHERE, p![kind, person, collection]).await?.is_some())
}
