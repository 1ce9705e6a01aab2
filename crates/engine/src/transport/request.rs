//! Transport requests: made by upload into a node's own queue, or by export into the queues that follow it.

use super::hold::{self, Held};
use super::record::{self, NewAction};
use super::right::{self, Export};
use super::{Actor, content};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::action::{ActionStatus, ActionType};
use model::node::Node;
use model::request::{
    ContentType, Entry, MtaIdentity, StorageType, check_description, check_entries, check_uri, file_of_uri,
};
use model::{ActionId, EntryId, NodeId, QueueId, RequestId, SubaccountId, Time};
use serde_json::json;
use store::Tx;
use store::request::Request;

/// What a caller wants to be transported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRequest {
    /// Where it enters the landscape: exactly the node's name.
    pub node: String,
    pub content_type: ContentType,
    pub storage_type: StorageType,
    pub description: String,
    /// On whose behalf; checked already.
    pub named_user: Option<String>,
    /// Its entries.
    pub uris: Vec<String>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Created {
    pub request: RequestId,
    pub description: String,
    /// The queues it is in: entry, node, node's name.
    pub queues: Vec<(QueueId, NodeId, String)>,
}

/// Into the node's own queue, or into those that follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Queueing {
    Upload,
    Export,
}

/// Puts a request into the queue of the node itself.
///
/// # Errors
/// Unknown node or file; upload not allowed; another content type than the node's; an archive that is none.
pub async fn upload(cx: &Cx, caller: Caller<Export>, new: NewRequest) -> Result<Created> {
    enter(cx, caller, new, Queueing::Upload).await
}

/// Puts a request into the queues of all nodes that follow.
///
/// # Errors
/// As [`upload`]; also when no node follows.
pub async fn export(cx: &Cx, caller: Caller<Export>, new: NewRequest) -> Result<Created> {
    enter(cx, caller, new, Queueing::Export).await
}

async fn enter(cx: &Cx, caller: Caller<Export>, new: NewRequest, way: Queueing) -> Result<Created> {
    check_description(&new.description)?;
    if new.uris.is_empty() {
        return Err(Error::invalid("a transport request needs at least one entry"));
    }
    check_entries(new.uris.len())?;
    new.uris.iter().try_for_each(|uri| check_uri(uri))?;
    let (now, actor) = (cx.now(), Actor::of(&caller)?);
    check_entry_node(cx, &caller, &new, &actor).await?;
    let mtas = identities(cx, actor.subaccount, &new).await?;
    let object = format!("node {}", new.node);
    let by = caller.clone();
    let outcome = cx.db.write(async move |tx| create(tx, &by, &actor, Checked { new, mtas, way }, now).await).await;
    right::audited(cx, &caller, object, outcome).await
}

/// Refuses early, before an archive is read; what counts is the same check inside the transaction.
async fn check_entry_node(cx: &Cx, caller: &Caller<Export>, new: &NewRequest, actor: &Actor) -> Result<()> {
    let (by, name, subaccount, content_type) = (caller.clone(), new.node.clone(), actor.subaccount, new.content_type);
    let found = cx.db.read(async move |tx| entry_node(tx, &by, subaccount, &name, content_type).await.map(drop)).await;
    right::audited(cx, caller, format!("node {}", new.node), found).await
}

async fn entry_node(
    tx: &mut Tx,
    caller: &Caller<Export>,
    subaccount: SubaccountId,
    name: &str,
    content_type: ContentType,
) -> Result<Node> {
    let node = store::node::find_by_name(tx, subaccount, name).await?;
    let node = node.ok_or_else(|| {
        Error::not_found(format!(
            "node '{name}' does not exist; names are compared exactly, upper and lower case differ"
        ))
    })?;
    right::check_node(caller, name)?;
    if !node.draft.upload_allowed {
        return Err(Error::unprocessable(format!(
            "node '{name}' does not allow uploads; allow them in the node first"
        )));
    }
    if !node.takes(content_type) {
        return Err(Error::unprocessable(format!("node '{name}' does not take content of type {content_type}")));
    }
    Ok(node)
}

/// Reads what each archive says about itself; `None` for content that is not ours to look into.
async fn identities(cx: &Cx, subaccount: SubaccountId, new: &NewRequest) -> Result<Vec<Option<MtaIdentity>>> {
    let mut found = Vec::with_capacity(new.uris.len());
    for uri in &new.uris {
        found.push(match (new.storage_type, new.content_type) {
            (StorageType::File, ContentType::Mta) => Some(identity(cx, subaccount, uri).await?),
            _ => None,
        });
    }
    Ok(found)
}

async fn identity(cx: &Cx, subaccount: SubaccountId, uri: &str) -> Result<MtaIdentity> {
    let id = file_of_uri(uri)?;
    let file = cx.db.read(async move |tx| store::file::find(tx, subaccount, id).await).await?;
    content::check_mta(cx, file.ok_or_else(|| no_file(uri))?).await
}

fn no_file(uri: &str) -> Error {
    Error::not_found(format!("file {uri} does not exist; upload it first"))
}

/// A request that was found to be good as far as that can be seen outside of a transaction.
struct Checked {
    new: NewRequest,
    mtas: Vec<Option<MtaIdentity>>,
    way: Queueing,
}

async fn create(
    tx: &mut Tx,
    caller: &Caller<Export>,
    actor: &Actor,
    Checked { new, mtas, way }: Checked,
    now: Time,
) -> Result<Created> {
    let node = entry_node(tx, caller, actor.subaccount, &new.node, new.content_type).await?;
    let entries = attach(tx, actor.subaccount, &new, mtas).await?;
    let queues = queues(tx, &node, way).await?;
    let id = RequestId(tx.next_id());
    let request = Request {
        id,
        description: new.description.clone(),
        origin: new.node.clone(),
        content_type: new.content_type,
        storage_type: new.storage_type,
        entries,
        created_at: now,
        created_by: actor.name.clone(),
        named_user: new.named_user.clone(),
    };
    let shown = super::queue::shown(request.content_type.word(), request.storage_type.word(), &request.entries);
    store::request::insert(tx, actor.subaccount, &request, &shown).await?;
    if way == Queueing::Export {
        store::carried::arrived(tx, node.id, &[id], now).await?;
    }
    let made = hold::enter(tx, &queues, id, now).await?;
    log(tx, actor, &node, &request, way, now).await?;
    let queues = made.into_iter().zip(queues).map(|(entry, held)| (entry, held.node, held.name)).collect();
    Ok(Created { request: id, description: new.description, queues })
}

async fn queues(tx: &mut Tx, node: &Node, way: Queueing) -> Result<Vec<Held>> {
    if way == Queueing::Upload {
        let tail = hold::one(tx, node.id, 1).await?;
        return Ok(vec![Held { node: node.id, name: node.name().to_string(), tail, places: 1 }]);
    }
    let following = hold::with_successors(tx, node.id, 1).await?;
    if following.is_empty() {
        let name = node.name();
        return Err(Error::unprocessable(format!("no node follows '{name}'; create a route from it first")));
    }
    Ok(following)
}

async fn attach(
    tx: &mut Tx,
    subaccount: SubaccountId,
    new: &NewRequest,
    mtas: Vec<Option<MtaIdentity>>,
) -> Result<Vec<Entry>> {
    let mut entries = Vec::with_capacity(new.uris.len());
    for (uri, mta) in new.uris.iter().zip(mtas) {
        let file_name = match new.storage_type {
            StorageType::Reference => uri.clone(),
            StorageType::File => {
                let name = store::file::attach(tx, subaccount, file_of_uri(uri)?).await?;
                name.ok_or_else(|| no_file(uri))?
            }
        };
        entries.push(Entry { id: EntryId(tx.next_id()), uri: uri.clone(), file_name, mta });
    }
    Ok(entries)
}

async fn log(tx: &mut Tx, actor: &Actor, node: &Node, request: &Request, way: Queueing, now: Time) -> Result<()> {
    let (kind, event) = match way {
        Queueing::Upload => (ActionType::NodeUpload, "request.upload"),
        Queueing::Export => (ActionType::NodeExport, "request.export"),
    };
    let new = NewAction {
        id: ActionId(tx.next_id()),
        kind,
        node: node.id,
        node_name: node.name().as_str(),
        named_user: request.named_user.as_deref(),
        requests: vec![record::action_request(request.id, &request.entries, ActionStatus::Succeeded)],
    };
    record::done(tx, actor, new, now).await?;
    let detail = json!({ "node": node.name(), "contentType": request.content_type.word() });
    record::audit(tx, actor, event, format!("request {}", request.id), detail, now).await
}
