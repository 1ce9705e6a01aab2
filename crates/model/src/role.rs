//! The one table that says "service, plan or role → scopes".
//!
//! Applications and their fixed plan indices are in [`app`]; one module per application lists its scopes, role
//! templates and delivered collections. Where no public name is known, the template's name is the scope's name.

pub mod alm;
pub mod app;
pub mod content_agent;
pub mod integration;
pub mod mapping;
pub mod platform;
pub mod right;
pub mod tms;

pub use app::App;
pub use right::{Holder, Right};

use std::collections::{BTreeMap, BTreeSet};

/// A scope of an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scope {
    pub app: App,
    /// What stands after its prefix.
    pub local: &'static str,
}

impl Scope {
    /// The name in tokens: `alm-ts!t1603.Display`. The authorization service's own scopes have no prefix.
    #[must_use]
    pub fn full(self) -> String {
        match self.app {
            App::Xsuaa => self.local.to_owned(),
            app => format!("{}.{}", app.id(), self.local),
        }
    }
}

/// What a role is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    pub app: App,
    /// Its name; the default role has the same.
    pub name: &'static str,
    pub description: &'static str,
    pub scopes: &'static [Scope],
    /// Attributes that restrict it.
    pub attributes: &'static [&'static str],
}

/// A role collection that comes with an application or a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Collection {
    pub name: &'static str,
    pub description: &'static str,
    /// Its roles: application and template of each.
    pub roles: &'static [(App, &'static str)],
    pub read_only: bool,
}

/// A role or authority that the service does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what} '{name}' is not known to {owner}; correct the name or leave it out")]
pub struct Unknown {
    /// `role` or `authority`.
    pub what: &'static str,
    pub name: String,
    /// Whose it should be.
    pub owner: &'static str,
}

/// All role templates of an application.
#[must_use]
pub fn templates(app: App) -> &'static [Template] {
    match app {
        App::Tms => tms::TEMPLATES,
        App::CloudAlm => alm::TEMPLATES,
        App::Integration => integration::TEMPLATES,
        App::ContentAgent => content_agent::TEMPLATES,
        App::CisCentral => platform::CIS_CENTRAL,
        App::CisLocal => platform::CIS_LOCAL,
        App::ServiceManager => platform::SERVICE_MANAGER,
        App::Destination => platform::DESTINATION,
        App::Connectivity => platform::CONNECTIVITY,
        App::Xsuaa => platform::XSUAA,
        App::TmsBackend => &[],
    }
}

/// The role collections that come with a subscription to an application.
#[must_use]
pub fn collections(app: App) -> &'static [Collection] {
    match app {
        App::Tms => tms::COLLECTIONS,
        App::CloudAlm => alm::COLLECTIONS,
        App::Integration => integration::COLLECTIONS,
        App::ContentAgent => content_agent::COLLECTIONS,
        _ => &[],
    }
}

/// A template by its application's id (with the plan index) and its name.
#[must_use]
pub fn template(app_id: &str, name: &str) -> Option<&'static Template> {
    templates(App::of_id(app_id)?).iter().find(|template| template.name == name)
}

/// What the client of a service instance may do: the plan decides, and for some plans the roles chosen as parameter.
///
/// # Errors
/// A role that the service does not know.
pub fn scopes_of_plan(service: &str, plan: &str, roles: &[String]) -> Result<Vec<Scope>, Unknown> {
    let scopes = match (service, plan) {
        ("transport", _) => tms::of_plan(plan).to_vec(),
        ("content-agent", _) => content_agent::of_plan(plan, roles),
        ("it-rt", _) => return integration::of_roles(roles),
        _ => platform::of_plan(service, plan).to_vec(),
    };
    Ok(scopes)
}

/// What `authorities` of an instance's parameters come to, for an instance of the broker that `master` is.
///
/// A name of the master application must exist there; names of other applications are dropped, because their owner
/// may grant them later.
///
/// # Errors
/// A name that the master application does not have.
pub fn authorities(master: App, listed: &[String]) -> Result<Vec<Scope>, Unknown> {
    let mut found = Vec::new();
    for name in listed {
        let Some(local) = name.strip_prefix("$XSMASTERAPPNAME.") else { continue };
        let known = api_scopes(master).iter().find(|known| **known == local);
        let local = known.ok_or_else(|| Unknown { what: "authority", name: name.clone(), owner: master.id() })?;
        found.push(Scope { app: master, local });
    }
    Ok(found)
}

fn api_scopes(master: App) -> &'static [&'static str] {
    match master {
        App::CloudAlm => alm::API_SCOPES,
        _ => &[],
    }
}

/// The full names of scopes, each once, in the order given.
#[must_use]
pub fn full_names(scopes: &[Scope]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    scopes.iter().filter(|scope| seen.insert(**scope)).map(|scope| scope.full()).collect()
}

/// A role as a person has it: a template's scopes under the values of its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The application's id, with the plan index.
    pub app_id: String,
    pub template: String,
    /// Attribute → values; a missing or empty one does not restrict.
    pub attributes: BTreeMap<String, Vec<String>>,
}

/// What all roles of a person together allow: scopes, and the restrictions on them.
///
/// A restricted role beats an unrestricted one of the same kind, so an attribute's values are simply put together.
#[must_use]
pub fn together(held: &[Held]) -> (Vec<String>, BTreeMap<String, Vec<String>>) {
    let (mut scopes, mut attributes) = (BTreeSet::new(), BTreeMap::<String, BTreeSet<String>>::new());
    for role in held {
        let Some(template) = template(&role.app_id, &role.template) else { continue };
        scopes.extend(template.scopes.iter().map(|scope| scope.full()));
        for name in template.attributes {
            if let Some(values) = role.attributes.get(*name).filter(|values| !values.is_empty()) {
                attributes.entry((*name).to_owned()).or_default().extend(values.iter().cloned());
            }
        }
    }
    let attributes = attributes.into_iter().map(|(name, values)| (name, values.into_iter().collect()));
    (scopes.into_iter().collect(), attributes.collect())
}

/// What somebody does who lacks a right: asks for a role collection that comes with it, or else for a role. Nothing, where no
/// role gives it.
#[must_use]
pub fn remedy(right: &Right) -> Option<String> {
    let gives_it = |template: &&Template| template.scopes.iter().any(|scope| gives(right, *scope));
    let roles: Vec<(App, &str)> = (app::ALL.iter().flat_map(|app| templates(*app)).filter(gives_it))
        .map(|template| (template.app, template.name))
        .collect();
    let platform = [platform::SUBACCOUNT_COLLECTIONS, platform::GLOBAL_ACCOUNT_COLLECTIONS];
    let delivered = app::ALL.iter().map(|app| collections(*app)).chain(platform).flatten();
    let with_it = delivered.filter(|all| all.roles.iter().any(|role| roles.contains(role)));
    let collections: BTreeSet<&str> = with_it.map(|all| all.name).collect();
    let names = |all: Vec<&str>| all.join(" or ");
    if !collections.is_empty() {
        let names = names(collections.into_iter().collect());
        return Some(format!("Ask an administrator of the subaccount for the role collection {names}."));
    }
    let names = names(roles.into_iter().map(|(_, name)| name).collect());
    let text = format!("Ask an administrator of the subaccount for a role collection with the role {names}.");
    (!names.is_empty()).then_some(text)
}

/// Whether a scope is one of those that a right wants.
fn gives(right: &Right, scope: Scope) -> bool {
    let of_app = if right.apps.is_empty() { scope.app == App::Xsuaa } else { right.apps.contains(&scope.app) };
    of_app && right.scopes.contains(&scope.local)
}

/// Whether a client may carry a person's scope: it sees the applications its own id names (`own!b1|master!b2`), and a
/// key of transport management sees what people of transport management have.
#[must_use]
pub fn visible_to(client_app_id: &str, scope: &str) -> bool {
    let Some((owner, _)) = scope.split_once('.').filter(|(owner, _)| owner.contains('!')) else {
        return matches!(scope, "openid" | "uaa.user");
    };
    client_app_id.split('|').any(|app| app == owner || (app == App::TmsBackend.id() && owner == App::Tms.id()))
}

/// What a person's token for Cloud Foundry may do. The global account's administrator runs the installation, so he is
/// Cloud Foundry's administrator too, and the only one who makes people.
#[must_use]
pub fn of_cloud_foundry(administrator: bool) -> &'static [&'static str] {
    match administrator {
        true => &[
            platform::CF_ADMIN,
            platform::CF_READ,
            platform::CF_WRITE,
            "openid",
            "password.write",
            platform::PEOPLE_READ,
            "scim.userids",
            platform::PEOPLE_WRITE,
            "uaa.user",
        ],
        false => &[platform::CF_READ, platform::CF_WRITE, "openid", "password.write", "uaa.user"],
    }
}

/// The audience of a token: its client, and each scope without its last part.
#[must_use]
pub fn audience(client_id: &str, scopes: &[String]) -> Vec<String> {
    let mut audience = vec![client_id.to_owned()];
    for (owner, _) in scopes.iter().filter_map(|scope| scope.rsplit_once('.')) {
        if !audience.iter().any(|known| known == owner) {
            audience.push(owner.to_owned());
        }
    }
    audience
}

#[cfg(test)]
mod tests;
