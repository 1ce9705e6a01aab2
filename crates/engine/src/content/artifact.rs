//! Artifacts of a tenant: seen, created, changed, saved as a version, deleted.

use super::bundle::{self, Content};
use super::rights::{EditPackages, ReadPackages};
use super::rows;
use super::tenant::Tenant;
use crate::audit;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::memory::Loaded;
use bytes::Bytes;
use model::artifact::{ACTIVE, check_id, check_name, is_active};
use model::{BlobId, SubaccountId, Time};
use serde_json::json;
use store::Tx;
use store::artifact::{Artifact as Row, Version};

/// Its attribute in an export.
const DESCRIPTION: &str = "Description";

/// An artifact as callers see it.
#[derive(Debug, Clone)]
pub struct Artifact {
    /// Technical id.
    pub id: String,
    /// The version, or `Active` for a draft.
    pub version: String,
    /// Hidden identity.
    pub reg_id: String,
    /// Technical id of its package.
    pub package: String,
    /// `IFlow`, `ValueMapping`, …
    pub kind: String,
    /// Display name.
    pub name: String,
    /// `Description`, `source`, `target`, … by their key in an export.
    pub attributes: super::package::Tags,
    /// What was said when the version was saved.
    pub comment: String,
    pub created_by: String,
    pub created_at: Time,
    pub modified_by: String,
    pub modified_at: Time,
    pub(super) digest: Option<BlobId>,
}

impl Artifact {
    /// The first value of an attribute.
    #[must_use]
    pub fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes
            .get(key)
            .and_then(|values| values.first())
            .map(|text| text.trim())
            .filter(|text| !text.is_empty())
    }
}

/// Which artifact: its kind, id and version.
#[derive(Debug, Clone)]
pub struct Which {
    /// `IFlow`, `ValueMapping`, …
    pub kind: &'static str,
    /// Technical id.
    pub id: String,
    /// A version, or `active` in any case.
    pub version: String,
}

fn missing(which: &Which) -> Error {
    Error::not_found(format!(
        "Integration design time artifact not found: no {} with id '{}' and version '{}'",
        which.kind, which.id, which.version
    ))
}

fn seen(row: Row) -> Result<Artifact> {
    let (artifact, _) = rows::artifact(&row)?;
    Ok(Artifact {
        version: if row.draft { ACTIVE.to_owned() } else { row.version },
        comment: artifact.text("versionComment").unwrap_or_default().to_owned(),
        attributes: artifact.attributes,
        id: row.id,
        reg_id: row.reg_id,
        package: row.package,
        kind: row.kind,
        name: row.name,
        created_by: row.created_by,
        created_at: row.created_at,
        modified_by: row.modified_by,
        modified_at: row.modified_at,
        digest: row.digest,
    })
}

/// Some of the artifacts of a package.
#[derive(Debug, Clone, Copy)]
pub struct Of<'a> {
    /// Technical id of the package.
    pub package: &'a str,
    /// `IFlow`, `ValueMapping`, …
    pub kind: &'static str,
    /// Those behind this id.
    pub after: &'a str,
    /// How many at most.
    pub limit: usize,
}

/// Artifacts of one kind in a package, by id.
///
/// # Errors
/// `NotFound` without the package.
pub async fn of_package(cx: &Cx, _caller: &Caller<ReadPackages>, tenant: &Tenant, of: Of<'_>) -> Result<Vec<Artifact>> {
    let (subaccount, package, after) = (tenant.subaccount, of.package.to_owned(), of.after.to_owned());
    let (kind, limit) = (of.kind, rows::limit(of.limit));
    let found = cx
        .db
        .read(async move |tx| {
            super::package::must_find(tx, subaccount, &package).await?;
            Ok::<_, Error>(store::artifact::of_kind(tx, subaccount, (&package, kind), &after, limit).await?)
        })
        .await?;
    found.into_iter().map(seen).collect()
}

/// One artifact.
///
/// # Errors
/// `NotFound`.
pub async fn find(cx: &Cx, _caller: &Caller<ReadPackages>, tenant: &Tenant, which: &Which) -> Result<Artifact> {
    let (subaccount, which) = (tenant.subaccount, which.clone());
    cx.db.read(async move |tx| version_of(tx, subaccount, &which).await).await
}

/// The newest state, or a version that was kept.
pub(super) async fn version_of(tx: &mut Tx, subaccount: SubaccountId, which: &Which) -> Result<Artifact> {
    let row = must_find(tx, subaccount, which).await?;
    if is_active(&which.version) || (!row.draft && row.version == which.version) {
        return seen(row);
    }
    let kept = store::artifact::version(tx, subaccount, &row.reg_id, &which.version).await?;
    let kept = kept.ok_or_else(|| missing(which))?;
    let Version { version, name, digest, comment, created_by, created_at } = kept;
    Ok(Artifact { version, name, digest, comment, modified_by: created_by, modified_at: created_at, ..seen(row)? })
}

pub(super) async fn must_find(tx: &mut Tx, subaccount: SubaccountId, which: &Which) -> Result<Row> {
    store::artifact::find(tx, subaccount, &which.id, which.kind).await?.ok_or_else(|| missing(which))
}

/// The artifact as it is now: what is changed and deleted. A version that was kept cannot be.
pub(super) async fn newest(tx: &mut Tx, subaccount: SubaccountId, which: &Which) -> Result<Row> {
    let row = must_find(tx, subaccount, which).await?;
    if is_active(&which.version) || (!row.draft && row.version == which.version) {
        return Ok(row);
    }
    match store::artifact::version(tx, subaccount, &row.reg_id, &which.version).await? {
        Some(kept) => Err(Error::unprocessable(format!(
            "{} {} has a newer state than version {}; only Version='active' can be changed",
            row.kind, row.id, kept.version
        ))),
        None => Err(missing(which)),
    }
}

/// The zip of an artifact, byte for byte as it was stored, for whoever may take it out.
///
/// # Errors
/// `NotFound`; `Unprocessable` when the package is read-only.
pub async fn content(cx: &Cx, _caller: &Caller<ReadPackages>, tenant: &Tenant, which: &Which) -> Result<Loaded> {
    let (subaccount, wanted) = (tenant.subaccount, which.clone());
    let artifact = cx
        .db
        .read(async move |tx| {
            let artifact = version_of(tx, subaccount, &wanted).await?;
            super::package::must_be_open(tx, subaccount, &artifact.package).await?;
            Ok::<_, Error>(artifact)
        })
        .await?;
    bytes(cx, &artifact, which).await
}

/// The zip of an artifact, to look into it: nothing of it goes out. What is unpacked of it is as much again.
pub(super) async fn bytes(cx: &Cx, artifact: &Artifact, which: &Which) -> Result<Loaded> {
    let digest = artifact.digest.as_ref().ok_or_else(|| missing(which))?;
    super::delivery::load(cx, digest, 2).await
}

/// A new artifact.
#[derive(Debug, Clone)]
pub struct New {
    /// `IFlow`, `ValueMapping`, …
    pub kind: &'static str,
    /// Technical id; made from the name when absent.
    pub id: Option<String>,
    /// Display name.
    pub name: String,
    /// Technical id of the package.
    pub package: String,
    /// For people.
    pub description: Option<String>,
    /// The zip; an empty artifact when absent.
    pub content: Option<Bytes>,
}

/// Creates an artifact.
///
/// # Errors
/// `Invalid` for a bad name or zip, `NotFound` without the package, `Conflict` when the id is taken.
pub async fn create(cx: &Cx, _caller: &Caller<EditPackages>, tenant: &Tenant, new: New) -> Result<Artifact> {
    check_name("Name", &new.name).map_err(|e| Error::invalid(e.to_string()))?;
    let id = new.id.clone().unwrap_or_else(|| new.name.replace(' ', "_"));
    check_id(&id).map_err(|e| Error::invalid(e.to_string()))?;
    let content = bundle::create(cx, new.kind, &id, &new.name, new.content.clone()).await?;
    let reg_id = cx.random.uuid().simple().to_string();
    let now = cx.now();
    let row = new_row(tenant, &new, &reg_id, id, content, now);
    let tenant = tenant.clone();
    let saved = cx.db.write(async move |tx| insert(tx, &tenant, row, now).await).await?;
    seen(saved)
}

fn new_row(tenant: &Tenant, new: &New, reg_id: &str, id: String, content: Content, now: Time) -> Row {
    let kind = mta::ResourceType::parse(new.kind);
    let version = content.version.clone().unwrap_or_else(|| model::artifact::FIRST_VERSION.to_owned());
    let mut artifact = mta::Artifact::new(reg_id, &id, &new.name, &version, kind);
    if let Some(text) = &new.description {
        describe(&mut artifact, text);
    }
    Row {
        reg_id: reg_id.to_owned(),
        package: new.package.clone(),
        kind: new.kind.to_owned(),
        runnable: true,
        name: new.name.clone(),
        version,
        draft: false,
        digest: Some(content.digest),
        size: content.size,
        resource: artifact.to_resource(),
        relations: Vec::new(),
        parameters: content.parameters,
        pos: 0,
        created_by: tenant.actor.clone(),
        created_at: now,
        modified_by: tenant.actor.clone(),
        modified_at: now,
        id,
    }
}

async fn insert(tx: &mut Tx, tenant: &Tenant, mut row: Row, now: Time) -> Result<Row> {
    let subaccount = tenant.subaccount;
    store::package::lock(tx, subaccount, &row.package).await?;
    let package = super::package::must_be_open(tx, subaccount, &row.package).await?;
    let twins = store::artifact::twins(tx, subaccount, &row.id, &row.reg_id).await?;
    if let Some(twin) = twins.iter().find(|twin| twin.runnable) {
        return Err(taken(&row, &twin.package));
    }
    let relation = mta::package::Relation::new(&package.reg_id, &row.reg_id, "Default");
    row.relations = vec![relation.raw];
    row.pos = store::artifact::next_pos(tx, subaccount, &row.package).await?;
    store::artifact::put(tx, subaccount, &row).await?;
    store::artifact::put_version(tx, subaccount, &row.reg_id, &version_row(&row, "", &tenant.actor, now)).await?;
    store::package::touch(tx, subaccount, &row.package, &tenant.actor, now).await?;
    audit::record(tx, now, tenant.event("artifact.create", object(&row), json!({"package": row.package}))).await?;
    Ok(row)
}

/// The original's sentence.
fn taken(row: &Row, package: &str) -> Error {
    let text = format!(
        "{} with the Id {} already exists in the {package} package. Please rename the artifact ID.",
        row.kind, row.id
    );
    Error::conflict(text).with_code("artifact_exists")
}

fn object(row: &Row) -> String {
    format!("{} {}", row.kind, row.id)
}

fn version_row(row: &Row, comment: &str, actor: &str, now: Time) -> Version {
    Version {
        version: row.version.clone(),
        name: row.name.clone(),
        digest: row.digest.clone(),
        comment: comment.to_owned(),
        created_by: actor.to_owned(),
        created_at: now,
    }
}

fn describe(artifact: &mut mta::Artifact, text: &str) {
    artifact.attributes.insert(DESCRIPTION.to_owned(), vec![text.to_owned()]);
}

/// What changes of an artifact.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// Display name.
    pub name: Option<String>,
    /// The package that it is in; it stays there.
    pub package: Option<String>,
    /// For people; an empty one clears it.
    pub description: Option<String>,
    /// The zip.
    pub content: Option<Bytes>,
}

/// Changes an artifact. Content comes with the version of its manifest; a new name or description alone leaves a draft.
///
/// # Errors
/// `Invalid` for a bad zip or another symbolic name, `Conflict` when somebody else has it open.
pub async fn update(
    cx: &Cx,
    _caller: &Caller<EditPackages>,
    tenant: &Tenant,
    which: Which,
    edit: Edit,
) -> Result<Artifact> {
    if let Some(name) = &edit.name {
        check_name("Name", name).map_err(|e| Error::invalid(e.to_string()))?;
    }
    let content = match edit.content {
        Some(bytes) => Some(bundle::replace(cx, &which.id, bytes).await?),
        None => None,
    };
    let (now, tenant) = (cx.now(), tenant.clone());
    let saved = cx
        .db
        .write(async move |tx| {
            let mut row = for_change(tx, &tenant, &which).await?;
            if edit.package.is_some_and(|package| package != row.package) {
                return Err(Error::invalid("PackageId cannot be changed"));
            }
            if let Some(text) = &edit.description {
                let (mut artifact, _) = rows::artifact(&row)?;
                describe(&mut artifact, text);
                row.resource = artifact.to_resource();
                row.draft = true;
            }
            apply(&mut row, edit.name, content);
            save(tx, &tenant, row, now, "artifact.update").await
        })
        .await?;
    seen(saved)
}

/// The artifact with its package taken, unless somebody else has it open.
pub(super) async fn for_change(tx: &mut Tx, tenant: &Tenant, which: &Which) -> Result<Row> {
    let subaccount = tenant.subaccount;
    let row = must_find(tx, subaccount, which).await?;
    store::package::lock(tx, subaccount, &row.package).await?;
    super::package::must_be_open(tx, subaccount, &row.package).await?;
    let row = newest(tx, subaccount, which).await?;
    match store::artifact::lock_holder(tx, subaccount, &row.reg_id).await? {
        Some(holder) if holder != tenant.actor => {
            Err(Error::conflict(format!("{} {} is locked by {holder}", row.kind, row.id)).with_code("locked"))
        }
        _ => Ok(row),
    }
}

fn apply(row: &mut Row, name: Option<String>, content: Option<Content>) {
    let named = name.is_some();
    row.name = name.or_else(|| content.as_ref().and_then(|c| c.name.clone())).unwrap_or_else(|| row.name.clone());
    match content {
        Some(content) => {
            row.version = content.version.unwrap_or_else(|| row.version.clone());
            row.digest = Some(content.digest);
            row.size = content.size;
            row.parameters = content.parameters;
            row.draft = false;
        }
        None => row.draft |= named,
    }
}

/// Saves a changed artifact; a saved version is kept too.
pub(super) async fn save(tx: &mut Tx, tenant: &Tenant, mut row: Row, now: Time, event: &'static str) -> Result<Row> {
    let subaccount = tenant.subaccount;
    row.modified_by.clone_from(&tenant.actor);
    row.modified_at = now;
    store::artifact::put(tx, subaccount, &row).await?;
    if !row.draft {
        store::artifact::put_version(tx, subaccount, &row.reg_id, &version_row(&row, "", &tenant.actor, now)).await?;
    }
    store::package::touch(tx, subaccount, &row.package, &tenant.actor, now).await?;
    let detail = json!({"version": row.version, "draft": row.draft});
    audit::record(tx, now, tenant.event(event, object(&row), detail)).await?;
    Ok(row)
}

/// Saves the newest state as a version. The content says it too, so it is written anew.
///
/// # Errors
/// `NotFound`, or `Conflict` when somebody else has it open.
pub async fn save_as_version(
    cx: &Cx,
    caller: &Caller<EditPackages>,
    tenant: &Tenant,
    which: Which,
    version: String,
) -> Result<Artifact> {
    if version.trim().is_empty() || is_active(&version) {
        return Err(Error::invalid(format!("'{version}' cannot be a version")));
    }
    let before = cx
        .db
        .read({
            let (subaccount, which) = (tenant.subaccount, which.clone());
            async move |tx| must_find(tx, subaccount, &which).await
        })
        .await?;
    let (now, tenant, _) = (cx.now(), tenant.clone(), caller);
    let content = bundle::with_version(cx, &before, &version).await?;
    let saved = cx
        .db
        .write(async move |tx| {
            let mut row = for_change(tx, &tenant, &which).await?;
            if row.digest != before.digest {
                return Err(Error::conflict("the artifact was changed meanwhile; try again"));
            }
            row.version = version;
            row.draft = false;
            row.digest = Some(content.digest);
            row.size = content.size;
            save(tx, &tenant, row, now, "artifact.save_as_version").await
        })
        .await?;
    seen(saved)
}

/// Deletes an artifact.
///
/// # Errors
/// `NotFound`, or `Conflict` when somebody else has it open.
pub async fn delete(cx: &Cx, _caller: &Caller<EditPackages>, tenant: &Tenant, which: Which) -> Result<()> {
    let (now, tenant) = (cx.now(), tenant.clone());
    cx.db
        .write(async move |tx| {
            let row = for_change(tx, &tenant, &which).await?;
            let subaccount = tenant.subaccount;
            store::artifact::delete(tx, subaccount, &row.reg_id).await?;
            store::package::touch(tx, subaccount, &row.package, &tenant.actor, now).await?;
            audit::record(tx, now, tenant.event("artifact.delete", object(&row), json!({}))).await
        })
        .await
}
