//! `IntegrationDesigntimeArtifacts` and its three siblings.

use super::call::{Answer, Call, Outcome, is_list};
use super::error::Problem;
use super::schema::ArtifactKind;
use super::view;
use engine::content::artifact::{self, Edit, New, Of, Which};
use engine::content::rights::{EditPackages, ReadPackages};
use engine::memory::Loaded;
use http::{Method, StatusCode};
use odata::v2::{Entity, Segment};
use wire::cpi::ArtifactWish;

/// The artifact that a key names; none when the segment names the whole set.
pub(super) fn which(kind: &ArtifactKind, segment: &Segment) -> Result<Option<Which>, Problem> {
    let Some(key) = &segment.key else { return Ok(None) };
    let values: [String; 2] = kind.ty.key(key)?.try_into().map_err(|_| Problem::not_found())?;
    let [id, version] = values;
    Ok(Some(Which { kind: kind.kind, id, version }))
}

/// Whoever goes to an artifact through a package finds what is in it, and nothing else.
pub(super) async fn must_be_in(call: &Call, which: &Which, package: &str) -> Result<(), Problem> {
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let found = artifact::find(&call.cx, &caller, &tenant, which).await?;
    if found.package == package { Ok(()) } else { Err(Problem::not_found()) }
}

/// The artifacts of one kind in a package.
pub(super) async fn of_package(call: &Call, package: &str, kind: &'static ArtifactKind, rest: &[Segment]) -> Outcome {
    if !is_list(rest) {
        return Err(Problem::not_found());
    }
    if call.method != Method::GET {
        return Err(Problem::not_allowed());
    }
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let mut reading = call.read(kind.ty)?;
    reading.seek();
    while let Some((after, limit)) = reading.next() {
        let of = Of { package, kind: kind.kind, after: &after, limit };
        let rows = artifact::of_package(&call.cx, &caller, &tenant, of).await?;
        reading.take(rows.iter().map(|row| (row.id.clone(), vec![view::artifact(kind, row)])))?;
    }
    Ok(reading.end())
}

/// For `$expand`.
pub(super) async fn in_package(
    call: &Call,
    package: &str,
    kind: &'static ArtifactKind,
) -> Result<Vec<Entity>, Problem> {
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let of = Of { package, kind: kind.kind, after: "", limit: usize::MAX };
    let found = artifact::of_package(&call.cx, &caller, &tenant, of).await?;
    Ok(found.iter().map(|artifact| view::artifact(kind, artifact)).collect())
}

/// Creates an artifact. The set itself cannot be listed, as in the original.
pub(super) async fn create(call: &Call, kind: &'static ArtifactKind) -> Outcome {
    if call.method != Method::POST {
        return Err(Problem::not_implemented("This set is read package by package"));
    }
    let (caller, tenant) = call.as_caller::<EditPackages>().await?;
    let wish: ArtifactWish = call.json(kind.ty)?;
    let new = New {
        kind: kind.kind,
        id: wish.id.filter(|id| !id.is_empty()),
        name: wish.name.unwrap_or_default(),
        package: wish.package_id.unwrap_or_default(),
        description: wish.description,
        content: wish.artifact_content.map(|text| view::base64("ArtifactContent", &text)).transpose()?,
    };
    let created = artifact::create(&call.cx, &caller, &tenant, new).await?;
    Ok(Answer::Entity(StatusCode::CREATED, view::artifact(kind, &created)))
}

/// One artifact.
pub(super) async fn single(call: &Call, kind: &'static ArtifactKind, which: Which) -> Outcome {
    match call.method {
        Method::GET => {
            let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
            let found = artifact::find(&call.cx, &caller, &tenant, &which).await?;
            Ok(Answer::Entity(StatusCode::OK, view::artifact(kind, &found)))
        }
        Method::PUT => update(call, kind, which).await,
        Method::DELETE => {
            let (caller, tenant) = call.as_caller::<EditPackages>().await?;
            artifact::delete(&call.cx, &caller, &tenant, which).await?;
            Ok(Answer::Status(StatusCode::OK))
        }
        _ => Err(Problem::not_allowed()),
    }
}

async fn update(call: &Call, kind: &'static ArtifactKind, which: Which) -> Outcome {
    let (caller, tenant) = call.as_caller::<EditPackages>().await?;
    if kind.kind == "ValueMapping" {
        return Err(Problem::not_implemented("Not Implemented: delete the value mapping and create it again"));
    }
    let wish: ArtifactWish = call.json(kind.ty)?;
    if kind.kind == "MessageMapping" && (wish.id.is_some() || wish.package_id.is_some()) {
        return Err(Problem::bad_request("Id and PackageId cannot be updated"));
    }
    if wish.id.is_some_and(|id| id != which.id) {
        return Err(Problem::bad_request("Id cannot be changed"));
    }
    let content = wish.artifact_content.map(|text| view::base64("ArtifactContent", &text)).transpose()?;
    let edit = Edit { name: wish.name, package: wish.package_id, description: wish.description, content };
    match artifact::update(&call.cx, &caller, &tenant, which, edit).await {
        Ok(saved) => Ok(Answer::Entity(StatusCode::OK, view::artifact(kind, &saved))),
        Err(error) if error.code() == Some("symbolic_name") && kind.kind == "MessageMapping" => {
            let problem = Problem::new(StatusCode::INTERNAL_SERVER_ERROR, error.message());
            Err(problem.coded("BUNDLE_SYMBOLIC_NAME_CANNOT_BE_UPDATED"))
        }
        Err(error) => Err(error.into()),
    }
}

/// The zip of an artifact.
pub(super) async fn content(call: &Call, which: Which) -> Outcome {
    if call.method != Method::GET {
        return Err(Problem::not_allowed());
    }
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let Loaded { bytes, room } = artifact::content(&call.cx, &caller, &tenant, &which).await?;
    let name = format!("{}.zip", which.id);
    Ok(Answer::File { kind: "application/zip", name, bytes: bytes.into(), room: Some(room) })
}

/// Saves the newest state as a version.
pub(super) async fn save_as_version(call: &Call, kind: &'static ArtifactKind) -> Outcome {
    if call.method != Method::POST {
        return Err(Problem::not_allowed());
    }
    let (caller, tenant) = call.as_caller::<EditPackages>().await?;
    let which = Which { kind: kind.kind, id: call.parameter("Id")?, version: "active".to_owned() };
    let version = call.parameter("SaveAsVersion")?;
    let saved = artifact::save_as_version(&call.cx, &caller, &tenant, which, version).await;
    let saved = saved.map_err(|error| {
        let locked = error.code() == Some("locked");
        let problem = Problem::from(error);
        if locked { problem.when(StatusCode::BAD_REQUEST, StatusCode::INTERNAL_SERVER_ERROR) } else { problem }
    })?;
    Ok(Answer::Entity(StatusCode::OK, view::artifact(kind, &saved)))
}
