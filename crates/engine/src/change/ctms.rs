//! Transport management as Cloud ALM calls it: over HTTP, with the client of the tenant's own subscription.
//!
//! Read generously: only what is needed, and ids in either form.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::platform::subscription;
use client::{Auth, Body, Call, Method, Target};
use model::feature::way::Seen;
use model::landscape::{Landscape, Node, Route};
use model::{ActionId, NodeId, RequestId, SubaccountId, Time};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use wire::tms::{ImportAnswer, Number, Selection};

/// How long an answer to a call of ours may take; shorter than the pause after which an import is looked for.
const PATIENCE: Duration = Duration::from_secs(20);
/// Every status that a queue entry can have.
const ALL: &str = "in,ru,re,su,sk,wa,er,fa,de";

/// Transport management of one tenant.
pub(super) struct Ctms<'a> {
    cx: &'a Cx,
    target: Target,
}

/// A request in a queue.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Queued {
    pub(super) id: RequestId,
    status: String,
    #[serde(default)]
    pub(super) created_at: String,
    #[serde(default)]
    pub(super) created_by: String,
    #[serde(default)]
    pub(super) created_by_named_user: Option<String>,
    #[serde(default)]
    pub(super) description: Option<String>,
    #[serde(default)]
    pub(super) origin: Option<String>,
    #[serde(default)]
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    content_type: Option<String>,
}

impl Queued {
    pub(super) fn seen(&self) -> Option<Seen> {
        Seen::of_status(&self.status)
    }

    pub(super) fn content_type(&self) -> String {
        self.entries.first().and_then(|entry| entry.content_type.clone()).unwrap_or_else(|| "MTA".to_owned())
    }

    pub(super) fn owner(&self) -> String {
        let named = self.created_by_named_user.as_deref().filter(|name| !name.is_empty());
        named.unwrap_or(&self.created_by).to_owned()
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NodeSeen {
    id: NodeId,
    name: String,
    #[serde(default)]
    forward_mode: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ControlSeen {
    #[serde(default)]
    controlled_by: Option<String>,
}

#[derive(Deserialize)]
struct NodesSeen {
    nodes: Vec<NodeSeen>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RouteSeen {
    source_node_id: NodeId,
    target_node_id: NodeId,
}

#[derive(Deserialize)]
struct RoutesSeen {
    routes: Vec<RouteSeen>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct QueueSeen {
    transport_requests: Vec<Queued>,
}

#[derive(Deserialize)]
struct ActionSeen {
    status: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LogSeen {
    action_id: ActionId,
    action_type: String,
    action_started_at: String,
}

#[derive(Deserialize)]
struct LogsSeen {
    logs: Vec<LogSeen>,
}

/// The target that ALM's own calls go to.
pub(super) async fn target(cx: &Cx, subaccount: SubaccountId) -> Result<Target> {
    let client = subscription::transport_client(cx, subaccount).await?.ok_or_else(|| {
        Error::upstream("this subaccount is not subscribed to Cloud Transport Management: subscribe to it first")
    })?;
    let auth = Auth::ClientCredentials {
        token_url: client.token_url,
        client_id: client.client_id,
        client_secret: client.client_secret,
        in_body: false,
        scope: None,
    };
    Ok(Target::new("Cloud Transport Management", cx.addresses().tms(), auth))
}

impl<'a> Ctms<'a> {
    /// Ready to be called.
    pub(super) async fn open(cx: &'a Cx, subaccount: SubaccountId) -> Result<Self> {
        Ok(Self { cx, target: target(cx, subaccount).await? })
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> client::Result<T> {
        let call = Call::get(path).within(PATIENCE);
        self.cx.http.call(&self.target, call).await?.good().await?.json().await
    }

    async fn post(&self, path: &str, body: &impl Serialize) -> client::Result<client::Response> {
        let call = Call::new(Method::POST, path).body(Body::json(body)?).within(PATIENCE);
        self.cx.http.call(&self.target, call).await?.good().await
    }

    /// Nodes and routes.
    pub(super) async fn landscape(&self) -> client::Result<Landscape> {
        let nodes: NodesSeen = self.get("/v2/nodes").await?;
        let routes: RoutesSeen = self.get("/v2/routes").await?;
        let node = |seen: NodeSeen| Node {
            id: seen.id,
            name: seen.name,
            manual: seen.forward_mode.eq_ignore_ascii_case("MANUAL"),
        };
        let route = |seen: RouteSeen| Route { source: seen.source_node_id, target: seen.target_node_id };
        Ok(Landscape {
            nodes: nodes.nodes.into_iter().map(node).collect(),
            routes: routes.routes.into_iter().map(route).collect(),
        })
    }

    /// Everything in the queue of a node; nothing, when the node is gone.
    pub(super) async fn queue(&self, node: NodeId) -> client::Result<Vec<Queued>> {
        let path = format!("/v2/nodes/{node}/transportRequests?status={ALL}");
        match self.get::<QueueSeen>(&path).await {
            Ok(queue) => Ok(queue.transport_requests),
            Err(error) if error.status() == Some(404) => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }

    /// Whether SAP Solution Manager starts the imports of a node.
    pub(super) async fn is_controlled(&self, node: NodeId) -> client::Result<bool> {
        match self.get::<ControlSeen>(&format!("/v2/nodes/{node}")).await {
            Ok(seen) => Ok(seen.controlled_by.is_some_and(|by| !by.is_empty())),
            Err(error) if error.status() == Some(404) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Starts the import of chosen requests; answers the action.
    pub(super) async fn import(&self, node: NodeId, ids: &[RequestId], user: &str) -> client::Result<ActionId> {
        let path = format!("/v2/nodes/{node}/transportRequests/import");
        let answer: ImportAnswer = self.post(&path, &selection(ids, user)).await?.json().await?;
        Ok(ActionId(answer.action_id))
    }

    /// Makes requests in error importable again.
    pub(super) async fn reset(&self, node: NodeId, ids: &[RequestId], user: &str) -> client::Result<()> {
        let path = format!("/v2/nodes/{node}/transportRequests/reset");
        self.post(&path, &selection(ids, user)).await.map(drop)
    }

    /// Whether an action still runs. One that is not known any more does not.
    pub(super) async fn runs(&self, action: ActionId) -> client::Result<bool> {
        match self.get::<ActionSeen>(&format!("/v2/actions/{action}")).await {
            Ok(seen) => Ok(matches!(seen.status.as_str(), "running" | "initial")),
            Err(error) if error.status() == Some(404) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The imports of a request into a node that began at `since` or later, newest first.
    pub(super) async fn imports_since(
        &self,
        node: NodeId,
        request: RequestId,
        since: Time,
    ) -> client::Result<Vec<ActionId>> {
        let path = format!("/v2/nodes/{node}/transportRequests/{request}/logs");
        let logs = match self.get::<LogsSeen>(&path).await {
            Ok(seen) => seen.logs,
            Err(error) if error.status() == Some(404) => Vec::new(),
            Err(error) => return Err(error),
        };
        let later = |log: &LogSeen| Time::parse_rfc3339(&log.action_started_at).is_some_and(|at| at >= since);
        let imports = logs.iter().filter(|log| log.action_type == "I" && later(log));
        let mut actions: Vec<ActionId> = imports.map(|log| log.action_id).collect();
        actions.sort_unstable_by(|a, b| b.cmp(a));
        Ok(actions)
    }
}

/// The longest name of a user that transport management takes.
const LONGEST_USER: usize = 60;

fn selection(ids: &[RequestId], user: &str) -> Selection {
    let named_user = Some(user.chars().take(LONGEST_USER).collect());
    Selection { transport_requests: ids.iter().map(|id| Number(id.get())).collect(), named_user }
}
