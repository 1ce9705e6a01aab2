//! The platform itself: accounts, service manager, destinations, authorization; and what every zone starts with.

use super::{App, Collection, Holder, Right, Scope, Template};

/// Manage the global account: its subaccounts and entitlements.
pub const GLOBAL_ADMIN: &str = "GlobalAccount_Admin";
/// See the global account.
pub const GLOBAL_VIEW: &str = "GlobalAccount_Viewer";
/// Manage one subaccount: environments, subscriptions.
pub const SUBACCOUNT_ADMIN: &str = "Subaccount_Admin";
/// See one subaccount.
pub const SUBACCOUNT_VIEW: &str = "Subaccount_Viewer";
/// Create service instances and bindings.
pub const SERVICE_ADMIN: &str = "Subaccount_Service_Administrator";
/// See service instances.
pub const SERVICE_AUDIT: &str = "Subaccount_Service_Auditor";
/// Write destinations of the subaccount.
pub const DESTINATION_ADMIN: &str = "Destination_Administrator";
/// Read destinations of the subaccount.
pub const DESTINATION_VIEW: &str = "Destination_Viewer";
/// Write destinations of an instance.
pub const DESTINATION_ADMIN_INSTANCE: &str = "Destination_Administrator_Instance";
/// Read destinations of an instance.
pub const DESTINATION_VIEW_INSTANCE: &str = "Destination_Viewer_Instance";
/// Read roles and role collections; no prefix.
pub const AUTHORIZATION_READ: &str = "xs_authorization.read";
/// Write roles and role collections; no prefix.
pub const AUTHORIZATION_WRITE: &str = "xs_authorization.write";
/// Read users; no prefix.
pub const USER_READ: &str = "xs_user.read";
/// Write users and their role collections; no prefix.
pub const USER_WRITE: &str = "xs_user.write";
/// See all people.
pub const PEOPLE_READ: &str = "scim.read";
/// Make people, with passwords.
pub const PEOPLE_WRITE: &str = "scim.write";
/// Everything in Cloud Foundry.
pub const CF_ADMIN: &str = "cloud_controller.admin";
/// Ask Cloud Foundry.
pub const CF_READ: &str = "cloud_controller.read";
/// Change something in Cloud Foundry.
pub const CF_WRITE: &str = "cloud_controller.write";
/// The refusal of Cloud Foundry for every right that is missing.
pub const CF_REFUSAL: &str = "You are not authorized to perform the requested action";

/// A right of the account services or of service manager.
#[must_use]
pub const fn account(apps: &'static [App], scopes: &'static [&'static str]) -> Right {
    Right::new(apps, scopes, "the scope {app}.{last} is missing in the token")
}

/// A right of the Destination service.
#[must_use]
pub const fn destination(scopes: &'static [&'static str]) -> Right {
    Right::new(&[App::Destination], scopes, "the scope {app}.{last} is missing")
}

/// A right at the token service, whose scopes have no prefix.
#[must_use]
pub const fn token_service(scopes: &'static [&'static str]) -> Right {
    let text = "Insufficient scope for this resource: {last} is needed";
    Right { code: Some("insufficient_scope"), ..Right::new(&[], scopes, text) }
}

/// A right of Cloud Foundry. What somebody may do in an organization or space is said by roles there.
#[must_use]
pub const fn cloud_foundry(scopes: &'static [&'static str]) -> Right {
    Right::new(&[], scopes, CF_REFUSAL).of(Holder::OfCloudFoundry("Invalid Auth Token"))
}

/// The collection whose holder runs the installation.
pub const GLOBAL_ADMINISTRATOR_RC: &str = "Global Account Administrator";
/// The collection whose holder runs a subaccount.
pub const SUBACCOUNT_ADMINISTRATOR_RC: &str = "Subaccount Administrator";

const fn scope(app: App, local: &'static str) -> Scope {
    Scope { app, local }
}

const fn template(app: App, name: &'static str, description: &'static str, scopes: &'static [Scope]) -> Template {
    Template { app, name, description, scopes, attributes: &[] }
}

const GLOBAL: &[Scope] = &[scope(App::CisCentral, GLOBAL_ADMIN), scope(App::CisCentral, GLOBAL_VIEW)];
const LOCAL: &[Scope] = &[scope(App::CisLocal, SUBACCOUNT_ADMIN), scope(App::CisLocal, SUBACCOUNT_VIEW)];
const SERVICES: &[Scope] = &[scope(App::ServiceManager, SERVICE_ADMIN), scope(App::ServiceManager, SERVICE_AUDIT)];
const DESTINATIONS: &[Scope] = &[
    scope(App::Destination, DESTINATION_ADMIN),
    scope(App::Destination, DESTINATION_VIEW),
    scope(App::Destination, DESTINATION_ADMIN_INSTANCE),
    scope(App::Destination, DESTINATION_VIEW_INSTANCE),
];
const TRUST: &[Scope] = &[
    scope(App::Xsuaa, AUTHORIZATION_READ),
    scope(App::Xsuaa, AUTHORIZATION_WRITE),
    scope(App::Xsuaa, USER_READ),
    scope(App::Xsuaa, USER_WRITE),
];

pub(super) const CIS_CENTRAL: &[Template] = &[
    template(App::CisCentral, GLOBAL_ADMIN, "Manage the global account", GLOBAL),
    template(App::CisCentral, GLOBAL_VIEW, "View the global account", &[scope(App::CisCentral, GLOBAL_VIEW)]),
];

pub(super) const CIS_LOCAL: &[Template] = &[
    template(App::CisLocal, SUBACCOUNT_ADMIN, "Manage the subaccount", LOCAL),
    template(App::CisLocal, SUBACCOUNT_VIEW, "View the subaccount", &[scope(App::CisLocal, SUBACCOUNT_VIEW)]),
];

pub(super) const SERVICE_MANAGER: &[Template] = &[
    template(App::ServiceManager, SERVICE_ADMIN, "Manage service instances and bindings", SERVICES),
    template(
        App::ServiceManager,
        SERVICE_AUDIT,
        "View service instances and bindings",
        &[scope(App::ServiceManager, SERVICE_AUDIT)],
    ),
];

pub(super) const DESTINATION: &[Template] = &[
    template(
        App::Destination,
        DESTINATION_ADMIN,
        "Manage destinations of the subaccount",
        &[scope(App::Destination, DESTINATION_ADMIN), scope(App::Destination, DESTINATION_VIEW)],
    ),
    template(
        App::Destination,
        DESTINATION_VIEW,
        "View destinations of the subaccount",
        &[scope(App::Destination, DESTINATION_VIEW)],
    ),
    template(
        App::Destination,
        DESTINATION_ADMIN_INSTANCE,
        "Manage destinations of service instances",
        &[scope(App::Destination, DESTINATION_ADMIN_INSTANCE), scope(App::Destination, DESTINATION_VIEW_INSTANCE)],
    ),
    template(
        App::Destination,
        DESTINATION_VIEW_INSTANCE,
        "View destinations of service instances",
        &[scope(App::Destination, DESTINATION_VIEW_INSTANCE)],
    ),
];

pub(super) const CONNECTIVITY: &[Template] = &[template(
    App::Connectivity,
    "Cloud_Connector_Administrator",
    "Operate the Cloud Connector",
    &[scope(App::Connectivity, "Cloud_Connector_Administrator")],
)];

pub(super) const XSUAA: &[Template] = &[
    template(App::Xsuaa, "xsuaa_admin", "Manage authorizations, trusted identity providers, and users", TRUST),
    template(
        App::Xsuaa,
        "xsuaa_auditor",
        "Read-only access for authorizations, trusted identity providers, and users",
        &[scope(App::Xsuaa, AUTHORIZATION_READ), scope(App::Xsuaa, USER_READ)],
    ),
];

/// What a plan of the platform's own services allows.
pub(super) fn of_plan(service: &str, plan: &str) -> &'static [Scope] {
    match (service, plan) {
        ("destination", "lite") => DESTINATIONS,
        ("cis", "central") => GLOBAL,
        ("cis", "central-viewer") => const { &[scope(App::CisCentral, GLOBAL_VIEW)] },
        ("cis", "local") => LOCAL,
        ("cis", "local-viewer") => const { &[scope(App::CisLocal, SUBACCOUNT_VIEW)] },
        ("service-manager", "subaccount-admin") => SERVICES,
        ("service-manager", "subaccount-audit") => const { &[scope(App::ServiceManager, SERVICE_AUDIT)] },
        ("xsuaa", "apiaccess") => TRUST,
        _ => &[],
    }
}

/// The applications whose roles every subaccount offers.
pub const SUBACCOUNT_APPS: &[App] =
    &[App::CisLocal, App::ServiceManager, App::Destination, App::Connectivity, App::Xsuaa];

/// The applications whose roles the global account offers.
pub const GLOBAL_ACCOUNT_APPS: &[App] = &[App::CisCentral, App::Xsuaa];

const DESTINATION_ROLES: &[(App, &str)] =
    &[(App::Destination, DESTINATION_ADMIN), (App::Destination, DESTINATION_ADMIN_INSTANCE)];

/// The role collections every subaccount starts with.
pub const SUBACCOUNT_COLLECTIONS: &[Collection] = &[
    Collection {
        name: SUBACCOUNT_ADMINISTRATOR_RC,
        description: "Administrative access to the subaccount",
        roles: &[
            (App::CisLocal, SUBACCOUNT_ADMIN),
            (App::ServiceManager, SERVICE_ADMIN),
            (App::Destination, DESTINATION_ADMIN),
            (App::Destination, DESTINATION_ADMIN_INSTANCE),
            (App::Connectivity, "Cloud_Connector_Administrator"),
            (App::Xsuaa, "xsuaa_admin"),
        ],
        read_only: true,
    },
    Collection {
        name: "Subaccount Viewer",
        description: "Read-only access to the subaccount",
        roles: &[
            (App::CisLocal, SUBACCOUNT_VIEW),
            (App::ServiceManager, SERVICE_AUDIT),
            (App::Destination, DESTINATION_VIEW),
            (App::Destination, DESTINATION_VIEW_INSTANCE),
            (App::Xsuaa, "xsuaa_auditor"),
        ],
        read_only: true,
    },
    Collection {
        name: "Subaccount Service Administrator",
        description: "Administrative access to service brokers and environments on a subaccount level.",
        roles: &[(App::ServiceManager, SERVICE_ADMIN)],
        read_only: true,
    },
    Collection {
        name: "Destination Administrator",
        description: "Operate destinations.",
        roles: DESTINATION_ROLES,
        read_only: true,
    },
    Collection {
        name: "Cloud Connector Administrator",
        description: "Operate the data transmission tunnels used by the Cloud connector.",
        roles: &[(App::Connectivity, "Cloud_Connector_Administrator")],
        read_only: true,
    },
    Collection {
        name: "Connectivity and Destination Administrator",
        description: "Operate the data transmission tunnels used by the Cloud connector, and destinations.",
        roles: &[
            (App::Connectivity, "Cloud_Connector_Administrator"),
            (App::Destination, DESTINATION_ADMIN),
            (App::Destination, DESTINATION_ADMIN_INSTANCE),
        ],
        read_only: true,
    },
];

/// The role collections the global account starts with.
pub const GLOBAL_ACCOUNT_COLLECTIONS: &[Collection] = &[
    Collection {
        name: GLOBAL_ADMINISTRATOR_RC,
        description: "Administrative access to the global account",
        roles: &[(App::CisCentral, GLOBAL_ADMIN), (App::Xsuaa, "xsuaa_admin")],
        read_only: true,
    },
    Collection {
        name: "Global Account Viewer",
        description: "Read-only access to the global account",
        roles: &[(App::CisCentral, GLOBAL_VIEW), (App::Xsuaa, "xsuaa_auditor")],
        read_only: true,
    },
];
