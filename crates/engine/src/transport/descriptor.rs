//! MTA extension descriptors of nodes: what an import adds to an archive, by version.

use super::right::{self, Display, Operate};
use super::{Actor, hold, node_of, record};
use crate::caller::{Caller, Can};
use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use crate::sealed_blob;
use crate::version;
use bytes::Bytes;
use model::ext_descriptor::{SIZE_MAX, binding};
use model::node::Node;
use model::request::{ContentType, base_name};
use model::{BlobId, ExtDescriptorId, NodeId, Time};
use serde_json::json;
use store::Tx;
use store::ext_descriptor::Described;

/// What a caller sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDescriptor {
    pub file_name: String,
    pub content: Bytes,
    /// The version it is for; `*`: all. Absent: as before, or all.
    pub mta_version: Option<String>,
    /// What it is for. Absent: as before, or the file's name.
    pub description: Option<String>,
}

/// A descriptor whose content was read and is safe on the disk.
struct Read {
    mta_id: String,
    ext_id: String,
    mta_version: Option<String>,
    blob: BlobId,
    file_name: String,
    description: Option<String>,
}

/// Which descriptors are asked for: those that say literally so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub mta_id: Option<String>,
    /// Bound to this version; `*` finds only `*`.
    pub mta_version: Option<String>,
}

/// The descriptors of a node behind an id.
///
/// # Errors
/// Not found, when there is no such node.
pub async fn page(
    cx: &Cx,
    caller: Caller<Display>,
    node: NodeId,
    filter: Filter,
    after: ExtDescriptorId,
    limit: i64,
) -> Result<Vec<Described>> {
    let subaccount = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            node_of(tx, subaccount, node).await?;
            let (mta_id, version) = (filter.mta_id.unwrap_or_default(), filter.mta_version.unwrap_or_default());
            Ok(store::ext_descriptor::page(tx, node, (&mta_id, &version), after, limit).await?)
        })
        .await
}

/// What may be done with the descriptors of a node.
///
/// # Errors
/// Not found.
pub async fn can(cx: &Cx, caller: Caller<Display>, node: NodeId) -> Result<Can> {
    let subaccount = caller.subaccount()?;
    let node = cx.db.read(async move |tx| node_of(tx, subaccount, node).await).await?;
    let change = right::has_on::<Operate>(&caller, &node);
    Ok(vec![("change", change.and_then(|()| takes(&node).map_err(|error| error.message().to_owned())))])
}

/// Adds a descriptor to a node.
///
/// # Errors
/// Not found; unprocessable when its binding is taken, it is no descriptor, or the node takes no MTAs.
pub async fn create(cx: &Cx, caller: Caller<Operate>, node: NodeId, new: NewDescriptor) -> Result<Described> {
    put(cx, caller, node, None, new).await
}

/// Replaces the file of a descriptor; its binding and description stay when they are not said. With a version only
/// that one.
///
/// # Errors
/// As [`create`]; with [`crate::error::CHANGED`], when it is another version.
pub async fn update(
    cx: &Cx,
    caller: Caller<Operate>,
    node: NodeId,
    Replaced { id, version }: Replaced,
    new: NewDescriptor,
) -> Result<Described> {
    put(cx, caller, node, Some(Replaced { id, version }), new).await
}

/// Which descriptor is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    pub id: ExtDescriptorId,
    /// Only this one, if it is said.
    pub version: Option<String>,
}

/// The version of a descriptor.
#[must_use]
pub fn version(row: &Described) -> String {
    version::of(&json!([row.mta_id, row.ext_id, row.mta_version, row.description, row.file_name, row.blob.to_string()]))
}

/// One descriptor of a node.
///
/// # Errors
/// Not found.
pub async fn get(cx: &Cx, caller: Caller<Display>, node: NodeId, id: ExtDescriptorId) -> Result<Described> {
    let subaccount = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            node_of(tx, subaccount, node).await?;
            store::ext_descriptor::find(tx, node, id).await?.ok_or_else(|| unknown(id))
        })
        .await
}

/// Removes a descriptor.
///
/// # Errors
/// Not found.
pub async fn delete(cx: &Cx, caller: Caller<Operate>, node: NodeId, id: ExtDescriptorId) -> Result<()> {
    let (now, actor, by) = (cx.now(), Actor::of(&caller)?, caller.clone());
    let work = async move |tx: &mut Tx| {
        let node = operable(tx, &actor, &by, node).await?;
        if !store::ext_descriptor::delete(tx, node.id, id).await? {
            return Err(unknown(id));
        }
        let (object, detail) = (format!("extension descriptor {id}"), json!({ "node": node.name() }));
        record::audit(tx, &actor, "descriptor.delete", object, detail, now).await
    };
    let outcome = cx.db.write(work).await;
    right::audited(cx, &caller, format!("node {node}"), outcome).await
}

async fn put(
    cx: &Cx,
    caller: Caller<Operate>,
    node: NodeId,
    replaced: Option<Replaced>,
    new: NewDescriptor,
) -> Result<Described> {
    let (now, actor, by) = (cx.now(), Actor::of(&caller)?, caller.clone());
    let who = (actor.clone(), caller.clone());
    let look = async move |tx: &mut Tx| operable(tx, &who.0, &who.1, node).await.map(drop);
    right::audited(cx, &caller, format!("node {node}"), cx.db.read(look).await).await?;
    let read = read(cx, new).await?;
    let work = async move |tx: &mut Tx| {
        let node = operable(tx, &actor, &by, node).await?;
        save(tx, &actor, &node, (replaced, read), now).await
    };
    cx.db.write(work).await
}

async fn operable(tx: &mut Tx, actor: &Actor, caller: &Caller<Operate>, node: NodeId) -> Result<Node> {
    let node = node_of(tx, actor.subaccount, node).await?;
    right::check_node(caller, node.name().as_str())?;
    takes(&node)?;
    Ok(node)
}

fn takes(node: &Node) -> Result<()> {
    let target = node.draft.target.as_ref();
    if target.is_some_and(|target| target.content_type == ContentType::Mta) {
        return Ok(());
    }
    let name = node.name();
    Err(Error::unprocessable(format!("node '{name}' deploys no MTAs, so it takes no extension descriptors")))
}

async fn read(cx: &Cx, new: NewDescriptor) -> Result<Read> {
    let mta_version = new.mta_version.map(|version| binding(Some(&version))).transpose()?;
    let size = new.content.len() as u64;
    if size > SIZE_MAX {
        return Err(Error::new(Kind::TooLarge, format!("an extension descriptor has at most {SIZE_MAX} bytes")));
    }
    let file_name = base_name(&new.file_name).to_owned();
    let (extension, _) = mta::Extension::read(&new.content)
        .map_err(|why| Error::unprocessable(format!("'{file_name}' is not an MTA extension descriptor: {why}")))?;
    let blob = sealed_blob::write(cx, sealed_blob::DESCRIPTOR, &new.content).await?;
    let description = new.description.filter(|text| !text.is_empty());
    Ok(Read { mta_id: extension.extends, ext_id: extension.id, mta_version, blob, file_name, description })
}

async fn save(
    tx: &mut Tx,
    actor: &Actor,
    node: &Node,
    (replaced, read): (Option<Replaced>, Read),
    now: Time,
) -> Result<Described> {
    let Read { mta_id, ext_id, mta_version, blob, file_name, description } = read;
    let before = match &replaced {
        Some(Replaced { id, version }) => Some(replaceable(tx, node, *id, version.as_deref()).await?),
        None => None,
    };
    let id = replaced.map(|replaced| replaced.id);
    let known = id.unwrap_or_else(|| ExtDescriptorId(tx.next_id()));
    let (old_version, old_description) = before.map(|row| (row.mta_version, row.description)).unzip();
    let mta_version = mta_version.or(old_version).map_or_else(|| binding(None), Ok)?;
    let description = description.or(old_description).unwrap_or_else(|| file_name.clone());
    let row = Described { id: known, mta_id, ext_id, mta_version, description, file_name, blob, changed_at: now };
    let outcome = match id {
        None => store::ext_descriptor::insert(tx, node.id, &row).await.map(|()| true),
        Some(_) => store::ext_descriptor::update(tx, node.id, &row).await,
    };
    if !outcome.map_err(|error| taken(error, &row))? {
        return Err(unknown(known));
    }
    let event = if id.is_none() { "descriptor.create" } else { "descriptor.update" };
    let detail = json!({
        "node": node.name(),
        "mtaId": row.mta_id,
        "mtaVersion": row.mta_version,
        "file": row.file_name,
    });
    record::audit(tx, actor, event, format!("extension descriptor {known}"), detail, now).await?;
    Ok(row)
}

/// The node is held, so that of two who replace it at once the second one sees what the first one did.
async fn replaceable(tx: &mut Tx, node: &Node, id: ExtDescriptorId, named: Option<&str>) -> Result<Described> {
    hold::one(tx, node.id, 0).await?;
    let there = store::ext_descriptor::find(tx, node.id, id).await?.ok_or_else(|| unknown(id))?;
    version::check(named, || version(&there), &format!("Extension descriptor '{}'", there.ext_id))?;
    Ok(there)
}

fn taken(error: store::Error, row: &Described) -> Error {
    if !error.is_unique("ext_descriptor_node_mta_id_mta_version_key") {
        return error.into();
    }
    let Described { mta_id, mta_version, .. } = row;
    Error::unprocessable(format!(
        "the node has an extension descriptor for '{mta_id}', version {mta_version} already; change that one"
    ))
}

fn unknown(id: ExtDescriptorId) -> Error {
    Error::not_found(format!("extension descriptor {id} does not exist in this node"))
}
