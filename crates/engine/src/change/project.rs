//! Projects: who works together on features.

use super::right::{ReadProjects, Work, WriteProjects};
use super::tenant::{self, audited, enter};
use crate::caller::{Caller, Can, Identity, Permission};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::feature::right::{Access, Action, Place, Powers};
use model::feature::{Status, transition};
use model::role::alm;
use model::{ProjectId, SubaccountId, Time};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};
use store::Tx;

pub use store::project::{Member, Project};

/// The longest name.
const LONGEST: usize = 255;

/// A project to be.
#[derive(Debug, Clone)]
pub struct NewProject {
    pub name: String,
    /// Who may work in it without being a member; restricted, if nothing is said.
    pub access: Option<String>,
    /// Log-in names and places.
    pub members: Vec<(String, String)>,
}

/// A right with which projects are made.
pub trait Makes: Permission {}
impl Makes for Work {}
impl Makes for WriteProjects {}

/// A right with which projects are listed.
pub trait Lists: Permission {}
impl Lists for Work {}
impl Lists for ReadProjects {}

/// Makes a project with its team.
///
/// # Errors
/// Forbidden for people who are no administrators of projects; invalid, when a name or a role is no such.
pub async fn create<P: Makes>(cx: &Cx, caller: Caller<P>, tenant: &str, new: NewProject) -> Result<Project> {
    let (identity, tenant) = (caller.identity().clone(), tenant.to_owned());
    make(cx, identity, tenant, new).await
}

async fn make(cx: &Cx, identity: Identity, tenant: String, new: NewProject) -> Result<Project> {
    let (now, id) = (cx.now(), ProjectId(cx.random.uuid()));
    cx.db
        .write(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            may_make(&identity)?;
            let project = project(subaccount, id, &new, now)?;
            store::project::insert(tx, &project).await?;
            for (user, place) in &new.members {
                let text = || format!("'{place}' is no role in a project: lead, member or viewer");
                let place: Place = place.parse().map_err(|_| Error::invalid(text()))?;
                let member = Member { project: id, user_name: user.clone(), place };
                store::project::put_member(tx, &member).await?;
            }
            let detail = json!({ "name": project.name, "members": new.members.len() });
            audited(tx, &identity, "project.create", format!("project {id}"), detail, now).await?;
            Ok(project)
        })
        .await
}

fn may_make(identity: &Identity) -> Result<()> {
    if identity.person.is_none() || identity.has_scope(alm::APPS, alm::PROJECT_ADMINISTRATOR) {
        return Ok(());
    }
    Err(Error::forbidden(format!("to make projects you need the role template {}", alm::PROJECT_ADMINISTRATOR)))
}

fn project(subaccount: SubaccountId, id: ProjectId, new: &NewProject, now: Time) -> Result<Project> {
    let name = new.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > LONGEST {
        return Err(Error::invalid(format!("name: 1 to {LONGEST} characters are wanted")));
    }
    let access = new.access.as_deref().unwrap_or(Access::Restricted.word()).to_lowercase();
    let text = || format!("'{access}' is no access level: public, restricted or private");
    let access: Access = access.parse().map_err(|_| Error::invalid(text()))?;
    Ok(Project { id, subaccount, name, status: "O".to_owned(), access, created_at: now, modified_at: now })
}

/// The projects that the caller sees, oldest first.
///
/// # Errors
/// As [`enter`].
pub async fn list<P: Lists>(cx: &Cx, caller: Caller<P>, tenant: &str) -> Result<Vec<Project>> {
    let (identity, tenant) = (caller.identity().clone(), tenant.to_owned());
    cx.db
        .read(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let seen = visible(tx, &identity, subaccount).await?;
            Ok(seen.into_iter().map(|(project, _)| project).collect())
        })
        .await
}

/// One project.
///
/// # Errors
/// As [`enter`]; not found, when the caller does not see it.
pub async fn find<P: Lists>(cx: &Cx, caller: Caller<P>, tenant: &str, id: &str) -> Result<Project> {
    let (identity, tenant, id) = (caller.identity().clone(), tenant.to_owned(), id.to_owned());
    cx.db
        .read(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let missing = || Error::not_found(format!("project '{id}' does not exist"));
            let known = id.parse().map(ProjectId).map_err(|_| missing())?;
            let found = seen(tx, &identity, subaccount, known).await?;
            found.map(|(project, _)| project).ok_or_else(missing)
        })
        .await
}

/// A project with its team.
#[derive(Debug, Clone)]
pub struct Team {
    pub project: Project,
    /// By name.
    pub members: Vec<Member>,
    /// Whether the caller may make features in it, and why not.
    pub create: std::result::Result<(), String>,
}

/// One project with its team.
///
/// # Errors
/// As [`find`].
pub async fn team(cx: &Cx, caller: Caller<Work>, tenant: &str, id: &str) -> Result<Team> {
    let (identity, tenant, id) = (caller.identity().clone(), tenant.to_owned(), id.to_owned());
    cx.db
        .read(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let missing = || Error::not_found(format!("project '{id}' does not exist"));
            let known = id.parse().map(ProjectId).map_err(|_| missing())?;
            let (project, powers) = seen(tx, &identity, subaccount, known).await?.ok_or_else(missing)?;
            let members = store::project::members(tx, known).await?;
            let create = powers.demand(Action::Create).map_err(|why| why.to_string());
            Ok(Team { project, members, create })
        })
        .await
}

/// What somebody may make in Cloud ALM, and why not: projects, and features in one of the projects that he sees; and in which
/// statuses features wait for him.
///
/// # Errors
/// As [`enter`].
pub async fn rights(cx: &Cx, caller: Caller<Work>, tenant: &str) -> Result<(Can, BTreeSet<Status>)> {
    let (identity, tenant) = (caller.identity().clone(), tenant.to_owned());
    cx.db
        .read(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let seen = visible(tx, &identity, subaccount).await?;
            let mut tried = seen.iter().map(|(_, powers)| powers.demand(Action::Create).map_err(|why| why.to_string()));
            let none = || Err("a feature belongs to a project, and there is none that you see".to_owned());
            let feature = tried
                .next()
                .map_or_else(none, |first| first.or_else(|why| tried.find(|one| one.is_ok()).unwrap_or(Err(why))));
            let project = may_make(&identity).map_err(|error| error.message().to_owned());
            let waiting = seen.iter().flat_map(|(_, powers)| transition::waiting(powers)).collect();
            Ok((vec![("createProject", project), ("createFeature", feature)], waiting))
        })
        .await
}

/// The projects that somebody sees, with what he may do in each.
pub(super) async fn visible(
    tx: &mut Tx,
    identity: &Identity,
    subaccount: SubaccountId,
) -> Result<Vec<(Project, Powers)>> {
    let places: HashMap<_, _> = match &identity.person {
        Some(person) => store::project::memberships(tx, subaccount, &person.name).await?,
        None => Vec::new(),
    }
    .into_iter()
    .map(|member| (member.project, member.place))
    .collect();
    let mut seen = Vec::new();
    for project in store::project::all(tx, subaccount).await? {
        let powers = tenant::powers(identity, &project, places.get(&project.id).copied());
        if powers.sees() {
            seen.push((project, powers));
        }
    }
    Ok(seen)
}

/// A project that somebody sees, and what he may do there. One that he does not see is not there.
pub(super) async fn seen(
    tx: &mut Tx,
    identity: &Identity,
    subaccount: SubaccountId,
    id: ProjectId,
) -> Result<Option<(Project, Powers)>> {
    let Some(project) = store::project::find(tx, subaccount, id).await? else { return Ok(None) };
    let powers = tenant::powers_in(tx, identity, &project).await?;
    Ok(powers.sees().then_some((project, powers)))
}
