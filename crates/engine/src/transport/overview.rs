//! What the page shows of transports: the landscape at a glance, lists of requests and actions, what a request carries.

use super::right::{Display, Export, ImportAll, ImportSelected, ManageLandscape, Operate, has_on};
use super::{content, queue};
use crate::caller::{Caller, Can};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::import::check_starter;
use model::node::Node;
use model::queue::Status;
use model::request::file_of_uri;
use model::route::Route;
use model::{ActionId, NodeId, RequestId, Time};
use mta::{Archive, Checked, Limits};
use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use store::Tx;
pub use store::action::{Action, Filter};
use store::file::File;
pub use store::request::Request;

/// A node with its queue in numbers.
#[derive(Debug, Clone)]
pub struct NodeSeen {
    pub node: Node,
    pub counters: BTreeMap<Status, i64>,
    pub can: Can,
}

/// All nodes and routes.
#[derive(Debug, Clone)]
pub struct Landscape {
    pub nodes: Vec<NodeSeen>,
    pub routes: Vec<Route>,
    pub can: Can,
}

/// The landscape, with the numbers of every queue.
///
/// # Errors
/// Of the store.
pub async fn landscape(cx: &Cx, caller: Caller<Display>) -> Result<Landscape> {
    let subaccount = caller.subaccount()?;
    let (nodes, routes, counts) = cx
        .db
        .report(async move |tx| {
            let nodes = store::node::list(tx, subaccount).await?;
            let routes = store::route::list(tx, subaccount).await?;
            Ok::<_, Error>((nodes, routes, store::queue::counters(tx, subaccount).await?))
        })
        .await?;
    let mut counters: HashMap<NodeId, BTreeMap<Status, i64>> = HashMap::new();
    for (node, status, count) in counts {
        counters.entry(node).or_default().insert(status, count);
    }
    let seen = |node: Node| NodeSeen {
        counters: counters.remove(&node.id).unwrap_or_default(),
        can: can(&caller, &node),
        node,
    };
    let nodes = nodes.into_iter().map(seen).collect();
    Ok(Landscape { nodes, routes, can: vec![("create", caller.may::<ManageLandscape>())] })
}

/// One node, with its queue in numbers.
///
/// # Errors
/// Not found.
pub async fn node(cx: &Cx, caller: Caller<Display>, id: NodeId) -> Result<NodeSeen> {
    let subaccount = caller.subaccount()?;
    let (node, counters) = cx
        .db
        .report(async move |tx| {
            let node = super::node_of(tx, subaccount, id).await?;
            Ok::<_, Error>((node, store::queue::counters_of(tx, id).await?))
        })
        .await?;
    Ok(NodeSeen { can: can(&caller, &node), counters: counters.into_iter().collect(), node })
}

fn can(caller: &Caller<Display>, node: &Node) -> Can {
    let by_person = caller.identity().person.is_some();
    let importable = match node.import_disabled {
        true => Err(format!("imports are disabled: {}", node.import_disabled_reason)),
        false => check_starter(node, by_person).map_err(|why| why.to_string()),
    };
    let uploadable = match node.draft.upload_allowed {
        true => Ok(()),
        false => Err("the node does not allow uploads; edit it to allow them".to_owned()),
    };
    vec![
        ("import", has_on::<ImportAll>(caller, node).and(importable.clone())),
        ("importSelected", has_on::<ImportSelected>(caller, node).and(importable)),
        ("operate", has_on::<Operate>(caller, node)),
        ("upload", has_on::<Export>(caller, node).and(uploadable)),
        ("edit", caller.may::<ManageLandscape>()),
    ]
}

/// Requests before this one, the newest first; with a text those that have it in description, entry node or owner, or
/// whose whole number it is.
///
/// # Errors
/// Of the store.
pub async fn requests(
    cx: &Cx,
    caller: Caller<Display>,
    before: RequestId,
    text: String,
    limit: i64,
) -> Result<Vec<Request>> {
    let subaccount = caller.subaccount()?;
    cx.db.report(async move |tx| Ok(store::request::page(tx, subaccount, before, &text, limit).await?)).await
}

/// Actions before this one, the newest first.
///
/// # Errors
/// Of the store.
pub async fn actions(
    cx: &Cx,
    caller: Caller<Display>,
    filter: Filter,
    before: ActionId,
    limit: i64,
) -> Result<Vec<Action>> {
    let subaccount = caller.subaccount()?;
    cx.db.report(async move |tx| Ok(store::action::page(tx, subaccount, &filter, before, limit).await?)).await
}

/// How many imports since then have which status.
///
/// # Errors
/// Of the store.
pub async fn imports_since(
    cx: &Cx,
    caller: Caller<Display>,
    since: Time,
) -> Result<Vec<(model::action::ActionStatus, i64)>> {
    let subaccount = caller.subaccount()?;
    cx.db.report(async move |tx| Ok(store::action::imports_since(tx, subaccount, since).await?)).await
}

/// How many bytes uploaded files have, and how many there are.
///
/// # Errors
/// Of the store.
pub async fn storage(cx: &Cx, caller: Caller<Display>) -> Result<(i64, i64)> {
    let subaccount = caller.subaccount()?;
    cx.db.report(async move |tx| Ok(store::file::usage(tx, subaccount).await?)).await
}

/// What an entry of a request carries.
#[derive(Debug)]
pub struct Carried {
    pub entry: model::request::Entry,
    /// Of a file that is here.
    pub size: Option<u64>,
    /// What the archive says, or why it cannot be read.
    pub archive: Option<Result<ArchiveSeen, String>>,
}

/// An archive as people look into it.
#[derive(Debug)]
pub struct ArchiveSeen {
    pub id: String,
    pub version: String,
    pub modules: Vec<ModuleSeen>,
}

/// A module of an archive.
#[derive(Debug)]
pub struct ModuleSeen {
    pub name: String,
    pub kind: String,
    pub sha256: Option<String>,
    pub size: Option<u64>,
    /// Of an integration package.
    pub artifacts: Vec<ArtifactSeen>,
}

/// An artifact of a package in an archive.
#[derive(Debug)]
pub struct ArtifactSeen {
    pub id: String,
    pub name: String,
    pub version: String,
    pub kind: String,
}

/// A request with what it carries and where it is.
///
/// # Errors
/// Not found.
pub async fn request(cx: &Cx, caller: Caller<Display>, id: RequestId) -> Result<(queue::Tracked, Vec<Carried>)> {
    let subaccount = caller.subaccount()?;
    let tracked = queue::track(cx, caller, id).await?;
    let mut carried = Vec::new();
    for entry in tracked.request.entries.clone() {
        let file = match file_of_uri(&entry.uri) {
            Ok(file) => cx.db.read(async move |tx: &mut Tx| store::file::find(tx, subaccount, file).await).await?,
            Err(_) => None,
        };
        let size = file.as_ref().map(|file| file.size);
        let archive = match file.filter(|_| entry.mta.is_some()) {
            Some(file) => Some(look_into(cx, file).await?),
            None => None,
        };
        carried.push(Carried { entry, size, archive });
    }
    Ok((tracked, carried))
}

async fn look_into(cx: &Cx, file: File) -> Result<Result<ArchiveSeen, String>> {
    let cx = cx.clone();
    let seen = tokio::task::spawn_blocking(move || {
        let limits = Limits::mtar(cx.settings.max_archive);
        let bytes = content::open(&cx, &file)?;
        Ok(seen(bytes, limits).map_err(|why| why.to_string()))
    });
    seen.await.unwrap_or_else(|gone| Err(Error::internal("looking into an archive panicked").because(gone)))
}

fn seen(bytes: Box<dyn content::Bytes>, limits: Limits) -> mta::Result<ArchiveSeen> {
    let mut archive = Archive::open(bytes, limits)?;
    let checked = mta::check(&mut archive)?;
    let names = checked.modules.iter().map(|module| (module.name.as_str(), module.kind.as_str()));
    let modules = names.map(|names| module_seen(&checked, &mut archive, names)).collect();
    Ok(ArchiveSeen { id: checked.descriptor.id.clone(), version: checked.descriptor.version.clone(), modules })
}

fn module_seen(
    checked: &Checked,
    archive: &mut Archive<Box<dyn content::Bytes>>,
    (name, kind): (&str, &str),
) -> ModuleSeen {
    let artifact = |artifact: &mta::Artifact| ArtifactSeen {
        id: artifact.unique_id.clone(),
        name: artifact.name.clone(),
        version: artifact.version.clone(),
        kind: artifact.resource_type.as_str().to_owned(),
    };
    // What is no package has no artifacts.
    let package = checked.package(archive, name).ok();
    let artifacts = package.iter().flat_map(|package| &package.artifacts).map(artifact).collect();
    let files = checked.files(archive, name);
    let size = files.iter().filter_map(|name| archive.entry(name)).map(|entry| entry.size).sum();
    let sha256 = match files.as_slice() {
        [only] => digest(archive, only),
        _ => None,
    };
    let size = (!files.is_empty()).then_some(size);
    ModuleSeen { name: name.to_owned(), kind: kind.to_owned(), sha256, size, artifacts }
}

fn digest(archive: &mut Archive<Box<dyn content::Bytes>>, name: &str) -> Option<String> {
    let mut context = aws_lc_rs::digest::Context::new(&aws_lc_rs::digest::SHA256);
    let (mut reader, mut piece) = (archive.open_entry(name).ok()?, vec![0; 64 * 1024]);
    loop {
        match reader.read(&mut piece).ok()? {
            0 => break,
            read => context.update(piece.get(..read)?),
        }
    }
    Some(context.finish().as_ref().iter().map(|byte| format!("{byte:02x}")).collect())
}
