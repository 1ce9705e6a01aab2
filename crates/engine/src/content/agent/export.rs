//! Starting an export: what clients send is read generously, and refused before anything begins where it is wrong.

use super::activity::{Activity, seen};
use super::resources;
use crate::audit::{self, Event};
use crate::caller::Caller;
use crate::content::remote::Failure;
use crate::content::rights::ExportContent;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::work;
use model::activity::{
    ActivityState, ContentKind, Export, ExportDetail, ExportMode, ExportOptions, ExportStage, ExportedResource,
};
use model::destination::hint::TRANSPORT;
use model::package::LONGEST_COMMENT;
use model::{ActivityId, SubaccountId};
use serde_json::json;
use std::collections::HashSet;
use store::activity::Activity as Row;
use wire::content_agent::{ExportRequest, ExportResource};

/// Starts an export.
///
/// # Errors
/// `Invalid` for a request that cannot be done, also when a `resourceID` does not belong to its `id`: nothing is
/// started then.
pub async fn start(cx: &Cx, caller: Caller<ExportContent>, request: ExportRequest) -> Result<Activity> {
    let subaccount = caller.subaccount()?;
    let requestor = request.requestor.clone().unwrap_or_default();
    let wish = wish(request)?;
    check_identity(cx, subaccount, &wish.resources).await?;
    let now = cx.now();
    let row = row(cx, subaccount, &caller, requestor, wish);
    let saved = row.clone();
    cx.db
        .write(async move |tx| {
            store::activity::insert(tx, &saved).await?;
            let (activity, tenant) = (saved.id, subaccount.text());
            let export = Export { activity, tenant, stage: ExportStage::Begin, attempts: 0 };
            work::order(tx, &export, now).await?;
            let event = Event {
                actor: saved.started_by,
                subaccount: subaccount.text(),
                event: "content.export",
                object: format!("activity {}", saved.id),
                detail: json!({"requestor": saved.requestor}),
            };
            audit::record(tx, now, event).await
        })
        .await?;
    Ok(seen(row))
}

fn row(
    cx: &Cx,
    subaccount: SubaccountId,
    caller: &Caller<ExportContent>,
    requestor: String,
    wish: ExportOptions,
) -> Row {
    let detail = ExportDetail {
        v: 1,
        wish,
        node: None,
        archive: None,
        file: None,
        request: None,
        request_url: None,
        place: None,
        queues: Vec::new(),
    };
    Row {
        id: ActivityId(cx.random.uuid()),
        subaccount,
        requestor,
        state: ActivityState::Initial,
        detail,
        archive: None,
        started_by: caller.actor().to_owned(),
        started_at: cx.now(),
        ended_at: None,
    }
}

fn wish(request: ExportRequest) -> Result<ExportOptions> {
    if request.content_resources.is_empty() {
        return Err(Error::invalid("contentResources is empty: name what is to be exported"));
    }
    if request.export_media_type.as_deref().is_some_and(|kind| !kind.eq_ignore_ascii_case("MTAR")) {
        return Err(Error::invalid("exportMediaType: only MTAR is supported"));
    }
    if request.is_modifiable == Some(true) {
        return Err(Error::invalid(
            "isModifiable: nothing can be added to a transport request later; name everything now",
        ));
    }
    let description = request.description.unwrap_or_default();
    if description.chars().count() > LONGEST_COMMENT {
        return Err(Error::invalid(format!("description has more than {LONGEST_COMMENT} characters")));
    }
    let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let resources: Vec<ExportedResource> = request.content_resources.into_iter().map(wanted).collect::<Result<_>>()?;
    each_once(&resources)?;
    Ok(ExportOptions {
        client_id: request.id,
        mode: mode(request.export_mode.as_deref())?,
        description,
        node: filled(request.source_node),
        destination: filled(request.transport_destination).unwrap_or_else(|| TRANSPORT.to_owned()),
        owner: filled(request.transport_user),
        resources,
    })
}

/// An archive holds each resource once, so none is read twice.
fn each_once(resources: &[ExportedResource]) -> Result<()> {
    let mut seen = HashSet::new();
    match resources.iter().find(|wanted| !seen.insert((wanted.kind == ContentKind::Package, &wanted.id))) {
        Some(again) => Err(Error::invalid(format!(
            "contentResources: '{}' is named twice; name it once, with all its components",
            again.id
        ))),
        None => Ok(()),
    }
}

fn mode(text: Option<&str>) -> Result<ExportMode> {
    let Some(text) = text else { return Ok(ExportMode::TransportManagement) };
    let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    match plain.as_str() {
        "transportmanagementservice" => Ok(ExportMode::TransportManagement),
        "download" => Ok(ExportMode::Download),
        "cts" | "ctsplus" => Err(Error::invalid("exportMode: CTS+ is not supported; use TransportManagementService")),
        _ => {
            Err(Error::invalid(format!("exportMode '{text}' is not known; use TransportManagementService or download")))
        }
    }
}

fn wanted(resource: ExportResource) -> Result<ExportedResource> {
    let kind = resources::content_kind(&resource.r#type);
    let kind = kind
        .ok_or_else(|| Error::invalid(format!("type '{}' of '{}' is not supported", resource.r#type, resource.id)))?;
    if resource.id.trim().is_empty() {
        return Err(Error::invalid("a content resource has no id"));
    }
    if !resource.dependencies.is_empty() {
        let text = format!("dependencies of '{}': name what is to travel along among contentResources", resource.id);
        return Err(Error::invalid(text));
    }
    let sub_type = resource.sub_type.as_deref().filter(|_| kind == ContentKind::Package);
    if let Some(other) = sub_type.filter(|text| !text.is_empty() && !text.eq_ignore_ascii_case("package")) {
        return Err(Error::invalid(format!("subType '{other}' of '{}' is not supported; use package", resource.id)));
    }
    let chosen = resource.components.into_iter().filter(|part| part.selected != Some(false));
    Ok(ExportedResource {
        kind,
        reg_id: resource.resource_id.filter(|id| !id.trim().is_empty()),
        components: chosen.map(|part| (part.id, part.name)).collect(),
        after: resource.mta_descriptor_specific.unwrap_or_default().deployed_after,
        id: resource.id,
    })
}

/// A GUID that is not that of the package is a mistake of the caller. When the tenant cannot be asked now, the job
/// will say so.
async fn check_identity(cx: &Cx, subaccount: SubaccountId, wanted: &[ExportedResource]) -> Result<()> {
    let given: Vec<_> = wanted.iter().filter(|w| w.kind == ContentKind::Package && w.reg_id.is_some()).collect();
    if given.is_empty() {
        return Ok(());
    }
    let packages = match resources::packages(cx, subaccount).await {
        Ok(packages) => packages,
        Err(Failure::Ours(error)) => return Err(error),
        Err(_) => return Ok(()),
    };
    for wanted in given {
        let reg_id = wanted.reg_id.as_deref().unwrap_or_default();
        let fits = |p: &wire::cpi::TransportPackage| p.id == wanted.id && p.resource_id.eq_ignore_ascii_case(reg_id);
        if !packages.iter().any(fits) {
            return Err(Error::invalid(format!("resourceID {reg_id} does not belong to package '{}'", wanted.id)));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, from_value};

    fn read(value: Value) -> Result<ExportOptions> {
        wish(from_value(value).unwrap())
    }

    #[test]
    fn what_three_clients_send_is_understood() {
        let piper = read(json!({"id": 4711, "requestor": "MonitoringTeam", "version": "1.0.0",
            "exportMode": "TransportManagementService", "exportMediaType": "MTAR", "description": "This is for monitoring",
            "contentResources": [{"id": "P", "resourceID": "d9c3fe08ceeb47a2991e53049f2ed766",
                "contentType": "d9c3fe08ceeb47a2991e53049f2ed766", "type": "CloudIntegration", "subType": "package",
                "name": "P", "version": "1.0.0"}]}));
        let piper = piper.unwrap();
        assert_eq!((piper.client_id, piper.mode), (Some(json!(4711)), ExportMode::TransportManagement));
        assert_eq!(piper.resources[0].kind, ContentKind::Package);
        let minimal = read(json!({"id": "export_P", "exportMode": "download", "exportMediaType": "MTAR",
            "contentResources": [{"id": "P", "resourceID": "x", "type": "Cloud Integration", "subType": "package"}]}));
        assert_eq!(minimal.unwrap().mode, ExportMode::Download);
        let long = read(json!({"sourceNode": "DEV", "transportUser": "dora", "isModifiable": false,
            "contentResources": [{"id": "P", "type": "cloud integration", "components": [
                {"id": "a", "name": "A", "type": "IFlow", "selected": true},
                {"id": "b", "name": "B", "type": "Integration Flow", "selected": false}],
                "mtaDescriptorSpecific": {"deployed-after": ["Q"]}}]}));
        let long = long.unwrap();
        assert_eq!((long.node.as_deref(), long.owner.as_deref()), (Some("DEV"), Some("dora")));
        assert_eq!(long.resources[0].components, [("a".to_owned(), "A".to_owned())]);
        assert_eq!(long.resources[0].after, ["Q"]);
    }

    #[test]
    fn what_cannot_be_done_is_refused() {
        let one = json!([{"id": "P", "type": "CloudIntegration"}]);
        for wrong in [
            json!({}),
            json!({"contentResources": [{"id": "P", "type": "Workflow"}]}),
            json!({"contentResources": [{"id": "", "type": "CloudIntegration"}]}),
            json!({"contentResources": one, "exportMode": "CTS+"}),
            json!({"contentResources": one, "exportMode": "mail"}),
            json!({"contentResources": one, "exportMediaType": "ZIP"}),
            json!({"contentResources": one, "description": "x".repeat(513)}),
            json!({"contentResources": one, "isModifiable": true}),
            json!({"contentResources": [{"id": "P", "type": "CloudIntegration", "subType": "artifact"}]}),
            json!({"contentResources": [{"id": "P", "type": "CloudIntegration", "dependencies": [{"id": "Q"}]}]}),
        ] {
            assert!(read(wrong.clone()).is_err(), "{wrong}");
        }
    }
}
