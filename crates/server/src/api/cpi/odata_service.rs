//! The OData service: every call comes in here, is read once, and goes to the file of its resource.

use super::call::{Answer, Call, Form, Outcome, PAGE, accepts, one_key};
use super::error::Problem;
use super::schema::{ARTIFACTS, ArtifactKind, PACKAGE, SCHEMA, kind_of_set};
use super::{
    artifacts, configurations, endpoints, expand, locks, messages, packages, resources, runtime, session, tags,
};
use crate::{memory, paging};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use engine::Cx;
use engine::content::artifact::Which;
use http::Method;
use odata::Query;
use odata::v2::{Segment, path};

/// The largest body: a package of 64 MiB in base64, and some.
const LARGEST: usize = 96 << 20;

pub(super) async fn handle(State(cx): State<Cx>, request: Request) -> Response {
    let xml = accepts(request.headers(), "xml");
    match answer(cx, request).await {
        Ok(response) => response,
        Err(problem) => problem.xml(xml).into_response(),
    }
}

async fn answer(cx: Cx, request: Request) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let (tenant, raw) = split(parts.uri.path()).ok_or_else(Problem::not_found)?;
    let who = session::identity(&cx, &tenant, &parts.method, &parts.headers).await?;
    let query = Query::v2(parts.uri.query().unwrap_or_default())?;
    let form = Form::of(&parts.headers, &query)?;
    let page = paging::size(&parts.headers, PAGE);
    let (path, session) = (path::parse(raw)?, session::fresh(&cx, &parts.headers, &who));
    let body = memory::read(&cx, body, LARGEST).await;
    let body = body.map_err(|e| e.or_too_large("The body is larger than 96 MiB"))?;
    let method = if parts.method == Method::HEAD { Method::GET } else { parts.method };
    let raw_path = raw.to_owned();
    let call = Call { cx, who, tenant, method, path, raw_path, query, page, body, form, session };
    check_options(&call)?;
    let answer = dispatch(&call).await?;
    let answer = expand::into(&call, answer).await?;
    Ok(call.render(answer))
}

/// The tenant and what stands behind `/api/v1`, still encoded: a key may hold an encoded slash.
fn split(path: &str) -> Option<(String, &str)> {
    let (tenant, rest) = path.strip_prefix("/cpi/")?.split_once("/api/v1")?;
    let tenant = percent_encoding::percent_decode_str(tenant).decode_utf8().ok()?.into_owned();
    Some((tenant, rest))
}

/// Refuses what would have no effect, before there is any.
fn check_options(call: &Call) -> Result<(), Problem> {
    let first = call.path.first().map_or("", |first| first.name.as_str());
    let changes = call.method != Method::GET;
    if changes {
        call.query.only("a change", &[])?;
    }
    if call.path.last().is_some_and(|last| last.is("$value")) {
        call.query.only("content", &[])?;
    }
    let operation = SCHEMA.operations.iter().find(|operation| operation.name == first);
    let known = |name: &str| match (first, changes) {
        ("IntegrationPackages", true) => name == "Overwrite" && call.method == Method::POST,
        ("CustomTagConfigurations", true) => name == "Overwrite",
        ("IntegrationPackages", false) => call.path.first().is_some_and(|first| first.key.is_none()),
        ("MessageProcessingLogs", false) => name == "filterCustomHeaderProperties",
        _ => operation.is_some_and(|operation| operation.parameters.iter().any(|one| one.name == name)),
    };
    Ok(call.query.custom_only("this call", known)?)
}

/// Every part of the path leads somewhere, or it leads nowhere.
async fn dispatch(call: &Call) -> Outcome {
    let Some((first, rest)) = call.path.split_first() else { return root(call) };
    if let Some(kind) = kind_of_set(&first.name) {
        return artifact_set(call, kind, first, rest).await;
    }
    match first.name.as_str() {
        "$metadata" if rest.is_empty() && first.key.is_none() => read_only(call, Answer::Metadata),
        "IntegrationPackages" => package(call, first, rest).await,
        "IntegrationRuntimeArtifacts" => runtime::artifacts(call, first, rest).await,
        "ServiceEndpoints" => endpoints::handle(call, first, rest).await,
        "MessageProcessingLogs" => messages::handle(call, first, rest).await,
        "BuildAndDeployStatus" => runtime::status(call, first, rest).await,
        "IntegrationDesigntimeLocks" => locks::handle(call, first, rest).await,
        "CustomTagConfigurations" => tags::configurations(call, first, rest).await,
        name if rest.is_empty() && first.key.is_none() => operation(call, name).await,
        _ => Err(Problem::not_found()),
    }
}

/// Anybody known may read it: clients fetch their CSRF token here, whatever they may do further.
fn root(call: &Call) -> Outcome {
    read_only(call, Answer::ServiceDocument)
}

fn read_only(call: &Call, answer: Answer) -> Outcome {
    if call.method == Method::GET { Ok(answer) } else { Err(Problem::not_allowed()) }
}

async fn package(call: &Call, package: &Segment, rest: &[Segment]) -> Outcome {
    let Some(id) = one_key(PACKAGE, package)? else { return packages::collection(call, rest).await };
    match rest {
        [] => packages::single(call, &id).await,
        [value] if value.is("$value") => packages::content(call, &id).await,
        [links, tag] if links.is("$links") && tag.name == "CustomTags" => tags::set(call, &id, tag).await,
        [nav, rest @ ..] if nav.name == "CustomTags" => tags::of_package(call, &id, nav, rest).await,
        [nav, rest @ ..] => {
            let kind = kind_of_set(&nav.name).ok_or_else(Problem::not_found)?;
            match artifacts::which(kind, nav)? {
                Some(which) => {
                    artifacts::must_be_in(call, &which, &id).await?;
                    artifact(call, kind, which, rest).await
                }
                None => artifacts::of_package(call, &id, kind, rest).await,
            }
        }
    }
}

async fn artifact_set(call: &Call, kind: &'static ArtifactKind, first: &Segment, rest: &[Segment]) -> Outcome {
    match artifacts::which(kind, first)? {
        Some(which) => artifact(call, kind, which, rest).await,
        None if rest.is_empty() => artifacts::create(call, kind).await,
        None => Err(Problem::not_found()),
    }
}

async fn artifact(call: &Call, kind: &'static ArtifactKind, which: Which, rest: &[Segment]) -> Outcome {
    let configurable = kind.ty.link("Configurations").is_some();
    let has_resources = kind.ty.link("Resources").is_some();
    match rest {
        [] => artifacts::single(call, kind, which).await,
        [value] if value.is("$value") => artifacts::content(call, which).await,
        [links, key] if links.is("$links") && key.name == "Configurations" && configurable => {
            configurations::set(call, which, key).await
        }
        [links, key] if links.is("$links") && key.name == "Resources" && has_resources => {
            resources::change(call, which, key).await
        }
        [nav, more @ ..] if nav.name == "Configurations" && configurable => {
            configurations::handle(call, which, nav, more).await
        }
        [nav, more @ ..] if nav.name == "Resources" && has_resources => resources::handle(call, which, nav, more).await,
        _ => Err(Problem::not_found()),
    }
}

async fn operation(call: &Call, name: &str) -> Outcome {
    for kind in &ARTIFACTS {
        let artifact = format!("{}DesigntimeArtifact", kind.stem);
        if name == format!("Deploy{artifact}") {
            return runtime::deploy(call, kind).await;
        }
        if name == format!("{artifact}SaveAsVersion") {
            return artifacts::save_as_version(call, kind).await;
        }
    }
    Err(Problem::not_found())
}
