//! The Content Agent: roles that an instance chooses, and the same for people.

use super::{App, Collection, Right, Scope, Template};

/// Applications whose scopes the service accepts.
pub const APPS: &[App] = &[App::ContentAgent];

/// A right that is one of these scopes.
#[must_use]
pub const fn right(scopes: &'static [&'static str]) -> Right {
    Right::new(APPS, scopes, "the token lacks the scope {any}")
}

/// Everything.
pub const ADMIN: &str = "Admin";
/// Import archives.
pub const IMPORT: &str = "Import";
/// Assemble archives and hand them over.
pub const EXPORT: &str = "Export";
/// See activities and resources.
pub const READ: &str = "Read";

const fn scope(local: &'static str) -> Scope {
    Scope { app: App::ContentAgent, local }
}

const fn template(name: &'static str, description: &'static str, scopes: &'static [Scope]) -> Template {
    Template { app: App::ContentAgent, name, description, scopes, attributes: &[] }
}

pub(super) const TEMPLATES: &[Template] = &[
    template("Admin", "Everything in the Content Agent", &[scope(ADMIN), scope(IMPORT), scope(EXPORT), scope(READ)]),
    template("Import", "Import content", &[scope(IMPORT), scope(READ)]),
    template("Export", "Export content", &[scope(EXPORT), scope(READ)]),
    template("Read", "See content and activities", &[scope(READ)]),
];

pub(super) const COLLECTIONS: &[Collection] = &[
    Collection {
        name: "Content Agent Admin",
        description: "Administrator of the Content Agent",
        roles: &[(App::ContentAgent, "Admin")],
        read_only: true,
    },
    Collection {
        name: "Content Agent Export Operator",
        description: "Exports content",
        roles: &[(App::ContentAgent, "Export")],
        read_only: true,
    },
    Collection {
        name: "Content Agent Import Operator",
        description: "Imports content",
        roles: &[(App::ContentAgent, "Import")],
        read_only: true,
    },
    Collection {
        name: "Content Agent Viewer",
        description: "Sees content resources and activities",
        roles: &[(App::ContentAgent, "Read")],
        read_only: true,
    },
];

/// What a plan allows: `standard` must be able to export, `application` does what its roles say. Unknown roles are
/// ignored, because the parameter's real spelling is not public.
pub(super) fn of_plan(plan: &str, roles: &[String]) -> Vec<Scope> {
    match plan {
        "standard" => vec![scope(EXPORT), scope(READ)],
        "application" => {
            let chosen = TEMPLATES.iter().filter(|template| roles.iter().any(|role| role == template.name));
            chosen.flat_map(|template| template.scopes).copied().collect()
        }
        _ => Vec::new(),
    }
}
