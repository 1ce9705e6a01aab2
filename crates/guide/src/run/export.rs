//! The package: imported into the development tenant (step 0), exported for transport (step 45).

use crate::failure::{Failure, Result};
use crate::landscape::Role;
use crate::session::{DEV, Session};
use crate::web::{self, Login, Sent};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use client::Method;
use mta::{Limits, Package};
use serde_json::{Value, json};
use std::io::Cursor;

/// Reads a package export, as the proof needs it.
pub(crate) fn read(bytes: &[u8]) -> Result<Package> {
    Ok(Package::read(Cursor::new(bytes), Limits::default())?)
}

pub(super) async fn import_package(s: &mut Session) -> Result<String> {
    let content = STANDARD.encode(&s.options.package);
    let token = s.token(Role::Developer, DEV).await?;
    let base = s.addresses.cpi(&s.subaccount(DEV)?.subdomain);
    let url = format!("{base}/api/v1/IntegrationPackages?Overwrite=true");
    let answer = s.web.post(&url, &token, json!({ "PackageContent": content }), &[201]).await?.json()?;
    let id = web::text(&answer, "/d/Id")?.to_owned();
    s.notes.insert("package", Value::from(id.clone()));
    Ok(format!("package {id}"))
}

/// The package export of a tenant, over OData.
pub(crate) async fn download(s: &mut Session, subaccount: &str, role: Role) -> Result<Vec<u8>> {
    let id = s.note("package")?.as_str().unwrap_or_default().replace('\'', "''");
    let token = s.token(role, subaccount).await?;
    let base = s.addresses.cpi(&s.subaccount(subaccount)?.subdomain);
    let url = format!("{base}/api/v1/IntegrationPackages('{id}')/$value");
    Ok(s.web.call(Method::GET, &url, Login::Bearer(&token), Sent::Nothing).await?.demand(&[200])?.body)
}

pub(super) async fn export_package(s: &mut Session) -> Result<String> {
    let before = download(s, DEV, Role::Developer).await?;
    s.notes.insert("exported", Value::from(STANDARD.encode(before)));
    let id = s.note("package")?.as_str().unwrap_or_default().to_owned();
    let token = s.token(Role::Developer, DEV).await?;
    let tenant = s.subaccount(DEV)?.subdomain.clone();
    let base = format!("{}/api/v1/tenants/{tenant}", s.addresses.public());
    let body = json!({ "comment": "first delivery", "propagateOwner": true });
    let started = s.web.post(&format!("{base}/packages/{id}/transports"), &token, body, &[202]).await?.json()?;
    let url = format!("{base}/activities/{}", web::text(&started, "/activityId")?);
    let request = super::waiting::until(s, (&url, &token), "the export", finished).await?;
    s.notes.insert("request", Value::from(request));
    Ok(format!("transport request {request}"))
}

/// The number of the transport request, once the activity is finished.
fn finished(seen: &Value) -> Result<Option<i64>> {
    match seen["state"].as_str() {
        Some("FINISHED") => {
            let id = &seen["transportRequestId"];
            let number = id.as_i64().or_else(|| id.as_str().and_then(|text| text.parse().ok()));
            number.map(Some).ok_or_else(|| Failure::new(format!("the activity names no transport request: {seen}")))
        }
        Some("ERROR" | "ABORTED") => Err(Failure::new(format!("the export failed: {}", seen["messages"]))),
        _ => Ok(None),
    }
}
