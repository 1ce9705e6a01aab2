//! The OData service: every call comes in here, is read once, and goes to the file of its resource.

use super::call::{Answer, Call, Form, Outcome, accepts};
use super::error::Problem;
use super::schema::{ARTIFACTS, kind_of_set};
use super::{
    artifacts, configurations, endpoints, expand, locks, messages, packages, resources, runtime, session, tags,
};
use crate::memory;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use engine::Cx;
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
    let query = Query::parse(parts.uri.query().unwrap_or_default())?;
    let form = Form::of(&parts.headers, &query);
    let (path, session) = (path::parse(raw)?, session::fresh(&cx, &parts.headers, &who));
    let body = memory::read(&cx, body, LARGEST).await;
    let body = body.map_err(|e| e.or_too_large("The body is larger than 96 MiB"))?;
    let method = if parts.method == Method::HEAD { Method::GET } else { parts.method };
    let call = Call { cx, who, tenant, method, path, query, body, form, session };
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

async fn dispatch(call: &Call) -> Outcome {
    let Some((first, rest)) = call.path.split_first() else { return root(call) };
    if let Some(kind) = kind_of_set(&first.name) {
        return artifact(call, kind, first, rest).await;
    }
    match first.name.as_str() {
        "$metadata" if rest.is_empty() => Ok(Answer::Metadata),
        "IntegrationPackages" => package(call, first, rest).await,
        "IntegrationRuntimeArtifacts" => runtime::artifacts(call, first, rest).await,
        "ServiceEndpoints" => endpoints::handle(call, first, rest).await,
        "MessageProcessingLogs" => messages::handle(call, first, rest).await,
        "BuildAndDeployStatus" => runtime::status(call, first).await,
        "IntegrationDesigntimeLocks" => locks::handle(call, first).await,
        "CustomTagConfigurations" => tags::configurations(call, first, rest).await,
        name => operation(call, name).await,
    }
}

/// Anybody known may read it: clients fetch their CSRF token here, whatever they may do further.
fn root(call: &Call) -> Outcome {
    if call.method == Method::GET { Ok(Answer::ServiceDocument) } else { Err(not_allowed()) }
}

async fn package(call: &Call, package: &Segment, rest: &[Segment]) -> Outcome {
    let Some(id) = package.key.as_ref().and_then(|key| key.get("Id")) else {
        return packages::collection(call, rest).await;
    };
    match rest {
        [] => packages::single(call, id).await,
        [value] if value.name == "$value" => packages::content(call, id).await,
        [links, tag] if links.name == "$links" && tag.name == "CustomTags" => tags::set(call, id, tag).await,
        [nav, ..] if nav.name == "CustomTags" => tags::of_package(call, id).await,
        [nav, ..] => match kind_of_set(&nav.name) {
            Some(kind) => artifacts::of_package(call, id, kind).await,
            None => Err(Problem::not_found()),
        },
    }
}

async fn artifact(
    call: &Call,
    kind: &'static super::schema::ArtifactKind,
    first: &Segment,
    rest: &[Segment],
) -> Outcome {
    let Some(which) = artifacts::which(kind, first) else { return artifacts::create(call, kind, rest).await };
    match rest {
        [] => artifacts::single(call, kind, which).await,
        [value] if value.name == "$value" => artifacts::content(call, which).await,
        [links, key] if links.name == "$links" && key.name == "Configurations" => {
            configurations::set(call, which, key).await
        }
        [links, key] if links.name == "$links" && key.name == "Resources" => resources::change(call, which, key).await,
        [nav, ..] if nav.name == "Configurations" => configurations::list(call, which).await,
        [nav, more @ ..] if nav.name == "Resources" => resources::handle(call, which, nav, more).await,
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

/// A method that the resource does not have.
pub(super) fn not_allowed() -> Problem {
    Problem::new(http::StatusCode::METHOD_NOT_ALLOWED, "This method is not allowed here")
}
