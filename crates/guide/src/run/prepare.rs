//! Step 0: what the guide takes for granted, over the public APIs: subaccounts, orgs and spaces, entitlements,
//! tenants, destination keys, people with their roles, a project, and the package in the development tenant.

use super::accounts::{self, Share};
use super::{cloud_foundry, export, subscribe};
use crate::failure::{Failure, Result};
use crate::landscape::{Named, Person, Role, Subaccount};
use crate::session::{ALM, DEV, SPACE, Session};
use crate::web::{self, Login, Sent};
use client::Method;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

/// All four, in the order in which they are shown.
const SUBACCOUNTS: [(&str, &str); 4] =
    [(ALM, "Cloud ALM"), (DEV, "Integration DEV"), ("cpi-test", "Integration TEST"), ("cpi-prod", "Integration PROD")];
/// The three with a Cloud Integration tenant.
pub(super) const INTEGRATION: [&str; 3] = [DEV, "cpi-test", "cpi-prod"];
const ALL: [&str; 4] = [ALM, DEV, "cpi-test", "cpi-prod"];

pub(super) async fn landscape(s: &mut Session) -> Result<String> {
    for (name, title) in SUBACCOUNTS {
        subaccount(s, name, title).await?;
    }
    entitlements(s).await?;
    for name in ALL {
        org(s, name).await?;
    }
    tenants(s).await?;
    people(s).await?;
    spaces(s).await?;
    destination_key(s, ALM, "destination-alm").await?;
    for name in INTEGRATION {
        let key = if name == DEV { "destination-dev".to_owned() } else { format!("destination-{name}") };
        destination_key(s, name, &key).await?;
    }
    roles(s).await?;
    project(s).await?;
    let package = export::import_package(s).await?;
    Ok(format!("4 subaccounts, 4 orgs, {} people, {package} in DEV", Role::CREATED.len()))
}

async fn subaccount(s: &mut Session, name: &str, title: &str) -> Result<()> {
    let token = accounts::cis_token(s).await?;
    let base = format!("{}/accounts/v1/subaccounts", accounts::cis_url(s, "accounts")?);
    let subdomain = format!("{}{name}", s.options.prefix);
    let admin = s.person(Role::Administrator)?.user_name.clone();
    let body = json!({
        "displayName": format!("{}{title}", s.options.prefix), "subdomain": subdomain, "region": "eu10", "subaccountAdmins": [admin],
    });
    let made = s.web.post(&base, &token, body, &[200, 201, 202]).await?.json()?;
    let guid = web::text(&made, "/guid")?.to_owned();
    super::waiting::until(s, (&format!("{base}/{guid}"), &token), "the subaccount", |seen| {
        match seen["state"].as_str() {
            Some("OK") => Ok(Some(())),
            Some(state) if state.ends_with("FAILED") => Err(Failure::new(format!("the subaccount is {state}"))),
            _ => Ok(None),
        }
    })
    .await?;
    s.landscape.subaccounts.push(Subaccount { name: name.to_owned(), guid, subdomain, ..Subaccount::default() });
    Ok(())
}

async fn entitlements(s: &mut Session) -> Result<()> {
    let on = Share::On;
    let rows: [(&str, &str, Share, &[&str]); 11] = [
        ("cloudfoundry", "standard", on, &ALL),
        ("APPLICATION_RUNTIME", "MEMORY", Share::Amount(1), &ALL),
        ("destination", "lite", on, &ALL),
        ("sapcloudalm", "standard", on, &[ALM]),
        ("transport", "standard", on, &[ALM]),
        ("transport", "export", on, &[ALM]),
        ("transport", "transport_operator", on, &[ALM]),
        ("integrationsuite", "enterprise_agreement", on, &INTEGRATION),
        ("content-agent", "standard", on, &INTEGRATION),
        ("content-agent", "application", on, &INTEGRATION),
        ("it-rt", "api", Share::Amount(2), &INTEGRATION),
    ];
    accounts::entitle(s, &rows).await.map(|_| ())
}

/// Cloud Foundry in a subaccount: one environment instance, whose org is named as the subdomain.
async fn org(s: &mut Session, name: &str) -> Result<()> {
    let token = s.token(Role::Administrator, name).await?;
    let base = format!("{}/provisioning/v1/environments", s.addresses.accounts());
    let org = s.subaccount(name)?.subdomain.clone();
    let admin = s.person(Role::Administrator)?.user_name.clone();
    let body = json!({
        "environmentType": "cloudfoundry", "serviceName": "cloudfoundry", "planName": "standard", "name": org,
        "parameters": { "instance_name": org }, "user": admin,
    });
    let made = s.web.post(&base, &token, body, &[200, 201, 202]).await?.json()?;
    let url = format!("{base}/{}", web::text(&made, "/id")?);
    let labels = super::waiting::until(s, (&url, &token), "the environment", |seen| match seen["state"].as_str() {
        Some("OK") => Ok(Some(seen["labels"].as_str().unwrap_or_default().to_owned())),
        Some(state) if state.ends_with("FAILED") => Err(Failure::new(format!("the environment is {state}"))),
        _ => Ok(None),
    })
    .await?;
    let labels: Value =
        serde_json::from_str(&labels).map_err(|e| Failure::new(format!("the labels are no JSON: {e}")))?;
    s.landscape.cf.api = web::text(&labels, "/API Endpoint")?.to_owned();
    let guid = web::text(&labels, "/Org ID")?.to_owned();
    s.subaccount_mut(name)?.org = Named { name: org, guid };
    Ok(())
}

async fn tenants(s: &mut Session) -> Result<()> {
    subscribe::start_subscription(s, ALM, "sapcloudalm", "standard").await?;
    for name in INTEGRATION {
        subscribe::start_subscription(s, name, "integrationsuite", "enterprise_agreement").await?;
    }
    subscribe::subscribed(s, ALM, "sapcloudalm").await?;
    for name in INTEGRATION {
        subscribe::subscribed(s, name, "integrationsuite").await?;
    }
    s.forget_tokens();
    Ok(())
}

async fn spaces(s: &mut Session) -> Result<()> {
    for name in INTEGRATION {
        cloud_foundry::space_with_roles(s, name, SPACE).await?;
    }
    let user = s.person(Role::DeployUser)?.user_name.clone();
    for name in ["cpi-test", "cpi-prod"] {
        cloud_foundry::space_developer(s, name, SPACE, &user).await?;
    }
    Ok(())
}

/// Destinations of a subaccount are written with the key of a destination instance; Cloud ALM has no space yet, so it
/// is made through Service Manager.
async fn destination_key(s: &mut Session, name: &str, key: &str) -> Result<()> {
    let token = s.token(Role::Administrator, name).await?;
    let base = format!("{}/v1", s.addresses.service_manager());
    let body = json!({ "name": "destinations", "service_offering_name": "destination", "service_plan_name": "lite" });
    let made = s.web.post(&format!("{base}/service_instances?async=false"), &token, body, &[201]).await?.json()?;
    let body = json!({ "name": "guide", "service_instance_id": web::text(&made, "/id")? });
    let bound = s.web.post(&format!("{base}/service_bindings?async=false"), &token, body, &[201]).await?.json()?;
    let seen = s.web.get(&format!("{base}/service_bindings/{}", web::text(&bound, "/id")?), &token).await?;
    let credentials = seen.get("credentials").cloned().ok_or_else(|| Failure::new("the binding has no credentials"))?;
    s.keys.insert(key.to_owned(), credentials);
    Ok(())
}

/// People are created with passwords by the administrator, in the one place where passwords are set.
async fn people(s: &mut Session) -> Result<()> {
    let token = s.cf_token(Role::Administrator).await?;
    let url = format!("{}/Users", s.addresses.cf_uaa());
    for role in Role::CREATED {
        let user_name = format!("{}{}@ropeway.example", s.options.prefix, role.account());
        let password = s.options.passwords.pop().ok_or_else(|| Failure::new("there are not enough passwords"))?;
        let (given, family) = role.account().split_once('.').unwrap_or((role.account(), "user"));
        let body = json!({
            "userName": user_name, "password": password, "origin": "uaa", "emails": [{ "value": user_name, "primary": true }],
            "name": { "givenName": given, "familyName": family },
        });
        s.web.post(&url, &token, body, &[201]).await?;
        s.landscape.people.push(Person { role, user_name, password });
    }
    Ok(())
}

/// Who gets which role templates, as one role collection per person and subaccount.
const ROLES: [(&str, &str, Role, &[&str]); 13] = [
    (ALM, "sapcloudalm", Role::Administrator, &["imp_pjm_ProjectAdministrator"]),
    (ALM, "sapcloudalm", Role::ProjectLead, &["imp_pjm_ProjectLead"]),
    (
        ALM,
        "sapcloudalm",
        Role::Developer,
        &["imp_cdm_DeveloperCore", "imp_cdm_StartImplementation", "imp_cdm_HandoverToTest", "imp_pjm_ProjectViewer"],
    ),
    (ALM, "sapcloudalm", Role::Tester, &["imp_cdm_Tester", "imp_pjm_ProjectViewer"]),
    (ALM, "sapcloudalm", Role::ChangeManager, &["imp_cdm_ChangeManager", "imp_pjm_ProjectMember"]),
    (
        ALM,
        "sapcloudalm",
        Role::DeploymentManager,
        &["imp_cdm_DeploymentManagerTest", "imp_cdm_DeploymentManagerProd", "imp_pjm_ProjectMember"],
    ),
    (
        DEV,
        "it",
        Role::Administrator,
        &[
            "WorkspacePackagesRead",
            "WorkspacePackagesTransport",
            "WebToolingSettingsProductProfiles.savetenantconfiguration",
        ],
    ),
    (
        DEV,
        "it",
        Role::Developer,
        &[
            "WorkspacePackagesRead",
            "WorkspacePackagesEdit",
            "WorkspacePackagesConfigure",
            "WorkspacePackagesTransport",
            "MonitoringDataRead",
            "WorkspaceArtifactsDeploy",
        ],
    ),
    (
        "cpi-test",
        "it",
        Role::Developer,
        &["WorkspacePackagesRead", "WorkspacePackagesConfigure", "WorkspaceArtifactsDeploy", "MonitoringDataRead"],
    ),
    ("cpi-prod", "it", Role::Developer, &["WorkspacePackagesRead", "MonitoringDataRead"]),
    ("cpi-test", "it", Role::Tester, &["WorkspacePackagesRead", "MonitoringDataRead"]),
    ("cpi-test", "it", Role::Administrator, &["WorkspacePackagesRead", "WorkspacePackagesEdit"]),
    ("cpi-prod", "it", Role::Administrator, &["WorkspacePackagesRead", "WorkspacePackagesEdit"]),
];

async fn roles(s: &mut Session) -> Result<()> {
    for (subaccount, app, role, templates) in ROLES {
        let collection = format!("Guide {}", role.account());
        role_collection(s, subaccount, &collection, app, templates).await?;
        assign(s, subaccount, &collection, role).await?;
    }
    s.forget_tokens();
    Ok(())
}

async fn role_collection(s: &mut Session, subaccount: &str, name: &str, app: &str, templates: &[&str]) -> Result<()> {
    let token = s.token(Role::Administrator, subaccount).await?;
    let base = format!("{}/sap/rest/authorization/v2", s.uaa(subaccount)?);
    let apps = s.web.get(&format!("{base}/apps"), &token).await?;
    let wanted = format!("{app}!");
    let app_id =
        apps.as_array().into_iter().flatten().find_map(|a| a["appid"].as_str().filter(|id| id.starts_with(&wanted)));
    let app_id = app_id.ok_or_else(|| Failure::new(format!("the subaccount {subaccount} has no application {app}")))?;
    let references: Vec<Value> = templates
        .iter()
        .map(|t| json!({ "roleTemplateAppId": app_id, "roleTemplateName": t, "name": t, "description": "" }))
        .collect();
    let body = json!({ "name": name, "description": "made by the guide", "roleReferences": references });
    s.web.post(&format!("{base}/rolecollections"), &token, body, &[200, 201]).await.map(|_| ())
}

/// Assigns a role collection to a person.
pub(super) async fn assign(s: &mut Session, subaccount: &str, collection: &str, role: Role) -> Result<()> {
    let token = s.token(Role::Administrator, subaccount).await?;
    let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let user = encode(&s.person(role)?.user_name);
    let url = format!(
        "{}/sap/rest/user/origin/sap.default/name/{user}/rolecollections/{}?createUserIfMissing=true",
        s.uaa(subaccount)?,
        encode(collection)
    );
    s.web.call(Method::PUT, &url, Login::Bearer(&token), Sent::Nothing).await?.demand(&[200, 201, 204]).map(|_| ())
}

/// Gives the administrator what the others have, so that one person can look at everything. The guide itself is done by
/// people who have no more than they need.
pub(super) async fn show(s: &mut Session) -> Result<()> {
    role_collection(s, ALM, "Guide demonstration", "alm-ts", &["Administrator"]).await?;
    assign(s, ALM, "Guide demonstration", Role::Administrator).await?;
    let others = ROLES.iter().filter(|(_, _, role, _)| *role != Role::Administrator);
    for (subaccount, _, role, _) in others {
        assign(s, subaccount, &format!("Guide {}", role.account()), Role::Administrator).await?;
    }
    Ok(())
}

/// The Cloud ALM project and who works in it.
async fn project(s: &mut Session) -> Result<()> {
    let token = s.token(Role::Administrator, ALM).await?;
    let url = format!("{}/api/v1/alm/{}/projects", s.addresses.public(), s.subaccount(ALM)?.subdomain);
    let members = [
        (Role::ProjectLead, "lead"),
        (Role::ChangeManager, "member"),
        (Role::DeploymentManager, "member"),
        (Role::Developer, "viewer"),
        (Role::Tester, "viewer"),
    ];
    let members = members.map(|(role, part)| Ok(json!({ "user": s.person(role)?.user_name, "role": part })));
    let members = members.into_iter().collect::<Result<Vec<Value>>>()?;
    let body = json!({ "name": format!("{}Integration", s.options.prefix), "members": members });
    let made = s.web.post(&url, &token, body, &[200, 201]).await?.json()?;
    s.notes.insert("project", Value::from(web::text(&made, "/id")?));
    Ok(())
}
