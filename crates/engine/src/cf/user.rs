//! Users as Cloud Foundry sees them: people of the one store, and clients that hold roles.

use super::metadata::{Metadata, wanted};
use super::rights::{self, CfRead, CfWrite};
use crate::audit::{self, Event};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::identity::person;
use model::cf::Selector;
use model::{OrgGuid, PersonId, SpaceGuid, Time};
use serde_json::json;
use store::Tx;
use store::cf_user::{Known, Whom};
use store::person::PersonRow;
use uuid::Uuid;

/// The origin that Cloud Foundry shows for everybody.
pub const ORIGIN: &str = "uaa";

/// A person, or a client that holds a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// A person's id, or a client's.
    pub guid: String,
    /// The log-in name of a person.
    pub name: Option<String>,
    /// Labels and annotations; only people have any.
    pub metadata: Metadata,
    pub created_at: Time,
    pub updated_at: Time,
}

impl User {
    /// What people read.
    #[must_use]
    pub fn presentation(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.guid)
    }
}

/// Who is meant, as a request says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// By id; also a client's.
    Guid(String),
    /// By log-in name, perhaps of one origin.
    Name {
        /// The log-in name.
        name: String,
        origin: Option<String>,
    },
}

/// Which users are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// By log-in name.
    pub names: Option<Vec<String>>,
    /// By a part of the log-in name.
    pub parts: Option<Vec<String>>,
    pub origins: Option<Vec<String>>,
    pub guids: Option<Vec<String>>,
    pub labels: Option<Selector>,
}

fn of_person(row: &PersonRow) -> User {
    User {
        guid: row.id.to_string(),
        name: Some(row.user_name.clone()),
        metadata: Metadata::default(),
        created_at: row.created_at,
        updated_at: row.modified_at,
    }
}

fn of_client(id: &str, since: Time) -> User {
    let (guid, metadata) = (id.to_owned(), Metadata::default());
    User { guid, name: None, metadata, created_at: since, updated_at: since }
}

/// The user with this id; a client needs no more than a name.
pub(crate) async fn by_guid(tx: &mut Tx, guid: &str, since: Time) -> Result<User> {
    let person = match guid.parse() {
        Ok(id) => store::person::get(tx, id).await?,
        Err(_) => None,
    };
    Ok(person.as_ref().map_or_else(|| of_client(guid, since), of_person))
}

/// Finds who is meant.
///
/// # Errors
/// Unprocessable, when there is nobody.
pub(crate) async fn resolve(tx: &mut Tx, meant: &Meant) -> Result<User> {
    match meant {
        Meant::Guid(guid) => resolve_guid(tx, guid).await,
        Meant::Name { name, origin } => {
            let origin_kept = person::kept_origin(origin.as_deref().unwrap_or_default());
            let row = store::person::find_of(tx, origin_kept, name).await?;
            row.as_ref().map(of_person).ok_or_else(|| nobody(name, origin.as_deref()))
        }
    }
}

async fn resolve_guid(tx: &mut Tx, guid: &str) -> Result<User> {
    let invalid = || Error::unprocessable("Invalid user. Ensure that the user exists and you have access to it.");
    if let Ok(id) = guid.parse() {
        return store::person::get(tx, id).await?.as_ref().map(of_person).ok_or_else(invalid);
    }
    let client = store::client::find(tx, guid).await?.ok_or_else(invalid)?;
    Ok(of_client(&client.client_id, Time(0)))
}

fn nobody(name: &str, origin: Option<&str>) -> Error {
    match origin {
        Some(origin) => {
            Error::unprocessable(format!("No user exists with the username '{name}' and origin '{origin}'."))
        }
        None => Error::unprocessable(format!(
            "No user exists with the username '{name}'. Ensure that the user exists and you have access to it."
        )),
    }
}

/// The users that the caller sees: all that are known for an administrator, else those of the organizations that it has
/// a role in. They come one by one into `page`, which keeps what it shows.
pub async fn list<C>(cx: &Cx, caller: Caller<CfRead>, filter: Filter, page: C) -> Result<C>
where
    C: Extend<User> + Send + 'static,
{
    cx.db
        .report(async move |tx| {
            let me = rights::holder(caller.identity());
            let everybody = rights::is_admin(caller.identity());
            let whom = if everybody { Whom::Everybody(&me) } else { Whom::Fellows(&me) };
            chosen(tx, whom, &filter, page).await
        })
        .await
}

fn takes(filter: &Filter, user: &User) -> bool {
    let origin = filter.origins.as_ref().is_none_or(|origins| origins.iter().any(|o| person::is_our_origin(o)));
    let name = filter.names.as_ref().is_none_or(|names| {
        user.name.as_ref().is_some_and(|name| names.iter().any(|wanted| wanted.eq_ignore_ascii_case(name)))
    });
    let part = filter.parts.as_ref().is_none_or(|parts| {
        let name = user.name.as_deref().unwrap_or_default().to_lowercase();
        parts.iter().any(|part| name.contains(&part.to_lowercase()))
    });
    origin && name && part && wanted(filter.guids.as_ref(), &user.guid)
}

/// One user.
///
/// # Errors
/// Not found, also when the caller does not see it.
pub async fn get(cx: &Cx, caller: Caller<CfRead>, guid: String) -> Result<User> {
    cx.db
        .read(async move |tx| {
            let user = visible(tx, &caller, &guid).await?;
            labelled(tx, user).await
        })
        .await
}

async fn visible<P>(tx: &mut Tx, caller: &Caller<P>, guid: &str) -> Result<User> {
    let me = rights::holder(caller.identity());
    let seen = guid == me
        || match rights::is_admin(caller.identity()) {
            true => store::cf_user::is_known(tx, guid).await?,
            false => store::cf_user::are_fellows(tx, guid, &me).await?,
        };
    if seen { by_guid(tx, guid, Time(0)).await } else { Err(Error::not_found("User not found")) }
}

async fn labelled(tx: &mut Tx, user: User) -> Result<User> {
    let Ok(id) = Uuid::parse_str(&user.guid) else { return Ok(user) };
    Ok(User { metadata: store::cf_attached::get(tx, id).await?.metadata, ..user })
}

/// Replaces labels and annotations of a person.
///
/// # Errors
/// Not found; forbidden for all but administrators; unprocessable for a client.
pub async fn label(cx: &Cx, caller: Caller<CfWrite>, guid: String, metadata: Metadata) -> Result<User> {
    cx.db
        .write(async move |tx| {
            let user = visible(tx, &caller, &guid).await?;
            if !rights::is_admin(caller.identity()) {
                return Err(rights::not_authorized());
            }
            put_labels(tx, user, metadata).await
        })
        .await
}

/// Makes Cloud Foundry forget somebody: all roles and labels go. The log-in is the token service's, and stays.
///
/// # Errors
/// Not found; forbidden for all but administrators.
pub(crate) async fn forget(tx: &mut Tx, caller: &Caller<CfWrite>, guid: &str, now: Time) -> Result<Uuid> {
    let user = visible(tx, caller, guid).await?;
    if !rights::is_admin(caller.identity()) {
        return Err(rights::not_authorized());
    }
    for role in store::cf_role::of_holder(tx, guid).await? {
        store::cf_role::delete(tx, role.id).await?;
    }
    let resource = Uuid::parse_str(guid).unwrap_or_default();
    store::cf_attached::delete(tx, resource).await?;
    store::cf_user::remove(tx, PersonId(resource)).await?;
    let (actor, object) = (caller.actor().to_owned(), format!("user {guid}"));
    let detail = json!({"user": user.presentation()});
    audit::record(tx, now, Event { actor, subaccount: String::new(), event: "user.delete", object, detail }).await?;
    Ok(resource)
}

/// Makes somebody known to Cloud Foundry.
///
/// # Errors
/// Forbidden for all but administrators; unprocessable, when there is nobody, or labels are given to a client.
pub async fn create(cx: &Cx, caller: Caller<CfWrite>, meant: Meant, metadata: Metadata) -> Result<User> {
    if !rights::is_admin(caller.identity()) {
        return Err(rights::not_authorized());
    }
    cx.db
        .write(async move |tx| {
            let user = resolve(tx, &meant).await?;
            if let Ok(person) = user.guid.parse() {
                store::cf_user::add(tx, person).await?;
            }
            if metadata == Metadata::default() {
                return labelled(tx, user).await;
            }
            put_labels(tx, user, metadata).await
        })
        .await
}

async fn put_labels(tx: &mut Tx, user: User, metadata: Metadata) -> Result<User> {
    let id = Uuid::parse_str(&user.guid).map_err(|_| Error::unprocessable("Only people can be labelled"))?;
    let mut attached = store::cf_attached::get(tx, id).await?;
    attached.metadata = attached.metadata.patched(metadata)?;
    store::cf_attached::put(tx, &attached).await?;
    Ok(User { metadata: attached.metadata, ..user })
}

/// The members of an organization: everybody who has a role in it, or in one of its spaces.
///
/// # Errors
/// Not found, also when the caller does not see the organization.
pub async fn of_org<C>(cx: &Cx, caller: Caller<CfRead>, org: OrgGuid, filter: Filter, page: C) -> Result<C>
where
    C: Extend<User> + Send + 'static,
{
    cx.db
        .report(async move |tx| {
            rights::visible_org(tx, caller.identity(), org).await?;
            chosen(tx, Whom::OfOrg(org), &filter, page).await
        })
        .await
}

/// The members of a space: everybody who has a role in it.
///
/// # Errors
/// Not found, also when the caller does not see the space.
pub async fn of_space<C>(cx: &Cx, caller: Caller<CfRead>, space: SpaceGuid, filter: Filter, page: C) -> Result<C>
where
    C: Extend<User> + Send + 'static,
{
    cx.db
        .report(async move |tx| {
            rights::visible_space(tx, caller.identity(), space).await?;
            chosen(tx, Whom::OfSpace(space), &filter, page).await
        })
        .await
}

/// Those that a filter takes, with their labels.
async fn chosen<C: Extend<User> + Send>(tx: &mut Tx, whom: Whom<'_>, filter: &Filter, mut page: C) -> Result<C> {
    let on = |known| {
        let user = of_known(known);
        let wanted = takes(filter, &user) && user.metadata.matches(filter.labels.as_ref());
        page.extend(wanted.then_some(user));
        Ok(())
    };
    store::cf_user::each(tx, whom, on).await?;
    Ok(page)
}

fn of_known(known: Known) -> User {
    let Known { holder, user_name, created_at, modified_at, metadata } = known;
    User {
        guid: holder,
        name: user_name,
        metadata: metadata.unwrap_or_default(),
        created_at: created_at.unwrap_or(Time(0)),
        updated_at: modified_at.unwrap_or(Time(0)),
    }
}
