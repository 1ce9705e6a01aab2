//! Cloud Transport Management: plans, role templates, and the attributes that restrict them to nodes.

use super::{App, Collection, Right, Scope, Template};

/// Application names whose scopes the service accepts: people's and keys'.
pub const APPS: &[App] = &[App::Tms, App::TmsBackend];

/// A right that is one of these scopes.
#[must_use]
pub const fn right(scopes: &'static [&'static str]) -> Right {
    Right::new(APPS, scopes, "the scope {any} of Cloud Transport Management is missing")
}

/// Read everything.
pub const DISPLAY: &str = "Display";
/// Nodes, routes, landscape.
pub const LANDSCAPE_MANAGE: &str = "LandscapeManage";
/// Upload files, upload and export to nodes.
pub const EXPORT: &str = "Export";
/// Import all.
pub const IMPORT: &str = "Import";
/// Import selected requests.
pub const IMPORT_SELECTED: &str = "ImportSelected";
/// Forward, reset, remove, schedule, extension descriptors.
pub const TRANSPORT_MANAGE: &str = "TransportManage";
/// The rest.
pub const ADMIN: &str = "Admin";

/// Restricts [`TRANSPORT_MANAGE`].
pub const NODES_TRANSPORT: &str = "TmsNodesTransportOperator";
/// Restricts [`IMPORT`].
pub const NODES_IMPORT: &str = "TmsNodesImport";
/// Restricts [`EXPORT`].
pub const NODES_EXPORT: &str = "TmsNodesExport";
/// Restricts [`IMPORT_SELECTED`].
pub const NODES_IMPORT_SELECTED: &str = "TmsNodesImportSelected";

const fn ui(local: &'static str) -> Scope {
    Scope { app: App::Tms, local }
}

const fn api(local: &'static str) -> Scope {
    Scope { app: App::TmsBackend, local }
}

/// What a plan of service `transport` allows.
pub(super) fn of_plan(plan: &str) -> &'static [Scope] {
    const STANDARD: &[Scope] = &[
        api(DISPLAY),
        api(LANDSCAPE_MANAGE),
        api(EXPORT),
        api(IMPORT),
        api(IMPORT_SELECTED),
        api(TRANSPORT_MANAGE),
        api(ADMIN),
    ];
    const EXPORTER: &[Scope] = &[api(DISPLAY), api(EXPORT)];
    const OPERATOR: &[Scope] = &[api(DISPLAY), api(IMPORT), api(IMPORT_SELECTED), api(TRANSPORT_MANAGE)];
    match plan {
        "standard" => STANDARD,
        "export" => EXPORTER,
        "transport_operator" => OPERATOR,
        _ => &[],
    }
}

const fn template(
    name: &'static str,
    description: &'static str,
    scopes: &'static [Scope],
    attributes: &'static [&'static str],
) -> Template {
    Template { app: App::Tms, name, description, scopes, attributes }
}

pub(super) const TEMPLATES: &[Template] = &[
    template(
        "Administrator",
        "Everything in Cloud Transport Management",
        &[
            ui(DISPLAY),
            ui(LANDSCAPE_MANAGE),
            ui(EXPORT),
            ui(IMPORT),
            ui(IMPORT_SELECTED),
            ui(TRANSPORT_MANAGE),
            ui(ADMIN),
        ],
        &[],
    ),
    template("LandscapeOperator", "Configure nodes and routes", &[ui(DISPLAY), ui(LANDSCAPE_MANAGE)], &[]),
    template(
        "TransportOperator",
        "Import, forward, reset, remove and schedule transport requests",
        &[ui(DISPLAY), ui(TRANSPORT_MANAGE), ui(IMPORT), ui(IMPORT_SELECTED)],
        &[NODES_TRANSPORT],
    ),
    template("ImportOperator", "Import all transport requests", &[ui(DISPLAY), ui(IMPORT)], &[NODES_IMPORT]),
    template(
        "ImportSelectedOperator",
        "Import selected transport requests",
        &[ui(DISPLAY), ui(IMPORT_SELECTED)],
        &[NODES_IMPORT_SELECTED],
    ),
    template("ExportOperator", "Add content to nodes", &[ui(DISPLAY), ui(EXPORT)], &[NODES_EXPORT]),
    template("Viewer", "Read everything", &[ui(DISPLAY)], &[]),
];

pub(super) const COLLECTIONS: &[Collection] = &[
    Collection {
        name: "TMS_LandscapeOperator_RC",
        description: "Landscape operator of Cloud Transport Management",
        roles: &[(App::Tms, "LandscapeOperator")],
        read_only: true,
    },
    Collection {
        name: "TMS_Viewer_RC",
        description: "Viewer of Cloud Transport Management",
        roles: &[(App::Tms, "Viewer")],
        read_only: true,
    },
];
