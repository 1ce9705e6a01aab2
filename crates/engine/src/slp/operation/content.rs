//! One module: its service instance and key are found or made, and its content is sent to the tenant behind the key.
//!
//! Everything here can be done twice: instance and key are looked for by name first, and the tenant merges what is
//! sent.

use super::plan::{CONFIGURATION, CONFIGURE_ROLE, Failure, Planned, Setting, Stop, Target as Place};
use super::services::Deployed;
use super::{destinations, services};
use crate::cf::space::Space;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::platform::binding::{self, Binding};
use client::call::Source;
use client::{Auth, Body, Target};
use futures_util::{FutureExt, StreamExt};
use model::OperationId;
use std::sync::Arc;
use store::blob::BlobId;
use tokio_util::io::ReaderStream;
use wire::cpi::TransportImported;
use wire::keys::Integration;

/// Where the transport module is below the tenant's address.
const TRANSPORT: &str = "/api/1.0/transportmodule/Transport";
/// How much of a package is in memory while it is sent.
const CHUNK: usize = 64 << 10;

/// An operation's place: the space it deploys into, and who started it.
#[derive(Debug, Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) operation: OperationId,
    pub(super) space: &'a Space,
    pub(super) actor: &'a str,
}

/// Brings a module to its target.
pub(super) async fn deploy(cx: &Cx, at: At<'_>, module: &Planned) -> Result<Deployed, Stop> {
    let mut deployed = Deployed::default();
    let At { operation, space, actor } = at;
    for service in &module.services {
        services::provide(cx, space, actor, service, &mut deployed).await?;
    }
    let wanted = &module.target;
    let instance = services::found_or_made_instance(cx, space, actor, wanted, &mut deployed).await?;
    let values = module.values(cx, operation)?;
    if wanted.service == destinations::SERVICE {
        let (infos, warnings) = destinations::deploy(cx, &instance, actor, values.destinations).await?;
        deployed.infos.extend(infos);
        deployed.warnings.extend(warnings);
        return Ok(deployed);
    }
    let key = services::found_or_made_key(cx, &instance, actor, wanted, &mut deployed).await?;
    let target = tenant(cx, &key, wanted).await?;
    if deployed.rights_changed {
        cx.http.forget_token(&target).await.map_err(|error| of_call(&module.name, &error))?;
    }
    let body = Body::stream("application/zip", Some(module.payload.size), source(cx, &module.payload.blob)?);
    let sent = client::cpi::import(&cx.http, &target, &module.payload.package, body).await;
    let imported = sent.map_err(|error| of_call(&module.name, &error))?;
    deployed.infos.push(summary(&module.name, &imported));
    deployed.warnings.extend(imported.warnings);
    deployed.infos.extend(configure(cx, target, &module.name, &values.configuration).await?);
    if wanted.delete_key {
        services::delete_key(cx, &key, actor).await?;
        deployed.infos.push(format!("Deleted service key \"{}\"", key.name));
    }
    Ok(deployed)
}

/// Sets the values that archive and extensions carry. What is not named in them keeps the value it has in the tenant.
/// Values can be secrets: they are not repeated anywhere.
async fn configure(cx: &Cx, module_target: Target, module: &str, settings: &[Setting]) -> Result<Option<String>, Stop> {
    if settings.is_empty() {
        return Ok(None);
    }
    let url = module_target.url.strip_suffix(TRANSPORT).unwrap_or(&module_target.url).to_owned();
    let tenant = Target { url, ..module_target };
    for Setting { flow, key, value } in settings {
        let set = client::cpi::configure(&cx.http, &tenant, flow, key, value).await;
        set.map_err(|error| of_configuration(module, &format!("\"{key}\" of flow \"{flow}\""), &error))?;
    }
    let count = settings.len();
    Ok(Some(format!(
        "Configured {count} parameter values of module \"{module}\"; they count from the next deployment of their flows on"
    )))
}

fn of_configuration(module: &str, what: &str, error: &client::Error) -> Failure {
    let text = format!("the parameter {what} in {CONFIGURATION} of module \"{module}\" could not be set: {error}");
    match error.status() {
        Some(400 | 404 | 422) => Failure::content(text),
        Some(403) => Failure::infrastructure(format!("{text}; give the service instance the role {CONFIGURE_ROLE}")),
        _ => Failure::infrastructure(text),
    }
}

/// The tenant's transport module, as the key opens it.
async fn tenant(cx: &Cx, key: &Binding, wanted: &Place) -> Result<Target, Stop> {
    let credentials = binding::credentials(cx, key.id).await?;
    let read = serde_json::from_value::<Integration>(credentials);
    let oauth = read.map_err(|error| Error::internal("a key of it-rt cannot be read").because(error))?.oauth;
    let auth = Auth::ClientCredentials {
        token_url: oauth.tokenurl,
        client_id: oauth.clientid,
        client_secret: oauth.clientsecret,
        in_body: false,
        scope: None,
    };
    let url = format!("{}{TRANSPORT}", oauth.url.trim_end_matches('/'));
    Ok(Target::new(format!("service instance \"{}\"", wanted.instance), url, auth))
}

fn source(cx: &Cx, blob: &str) -> Result<Source> {
    let id: BlobId = blob
        .parse()
        .map_err(|bad: model::blob::BadBlobId| Error::internal("the payload's blob has no proper name").because(bad))?;
    let blobs = cx.blobs.clone();
    Ok(Arc::new(move || {
        let (blobs, id) = (blobs.clone(), id.clone());
        async move {
            let reader = blobs.reader(&id).await.map_err(std::io::Error::other)?;
            Ok(ReaderStream::with_capacity(reader.file, CHUNK).boxed())
        }
        .boxed()
    }))
}

/// Whether the content is at fault or something around it. A tenant that is locked, not there or does not let us in
/// can be set right without another archive.
fn of_call(module: &str, error: &client::Error) -> Failure {
    let text = format!("the content of module \"{module}\" could not be deployed: {error}");
    match error.status() {
        Some(400 | 409 | 413 | 415 | 422 | 423) => Failure::content(text),
        _ => Failure::infrastructure(text),
    }
}

fn summary(module: &str, imported: &TransportImported) -> String {
    let (created, overwritten, unchanged) =
        (imported.created.len(), imported.overwritten.len(), imported.unchanged.len());
    format!(
        "Content of module \"{module}\" deployed as package \"{}\": {created} artifacts created, {overwritten} \
         overwritten, {unchanged} unchanged",
        imported.package
    )
}
