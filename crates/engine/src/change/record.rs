//! Notes transports that went through, so that they can be assigned.

use super::ctms::Ctms;
use crate::caller::Identity;
use crate::cx::Cx;
use crate::error::Result;
use model::feature::way::TransportPath;
use model::{RequestId, SubaccountId, Time};
use serde::Deserialize;
use store::Tx;
use store::alm_transport::Transport;
use wire::tms::NodeUploadAnswer;

/// What a producer sent, as far as it is noted. Whether its other fields are known is the business of the one that
/// took it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Sent {
    node_name: String,
    content_type: String,
    #[serde(default)]
    named_user: Option<String>,
}

/// A transport that was heard of.
#[derive(Debug, Clone)]
pub(super) struct ObservedTransport {
    pub(super) id: RequestId,
    pub(super) title: String,
    pub(super) owner: String,
    pub(super) content_type: String,
    pub(super) released_at: Option<Time>,
    pub(super) way: TransportPath,
}

/// How a request entered the landscape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// From its source node into the queues after it.
    Export,
    /// Into the queue of a node.
    Upload,
}

/// After the call: notes the transport. What the landscape looks like is asked for; if it cannot be told, the transport
/// is noted anyway.
pub(super) async fn after(
    cx: &Cx,
    identity: &Identity,
    entry: Entry,
    sent: Sent,
    answer: NodeUploadAnswer,
) -> Result<()> {
    let (subaccount, now) = (identity.subaccount()?, cx.now());
    let owner = sent.named_user.filter(|user| !user.is_empty()).unwrap_or_else(|| identity.actor().to_owned());
    let heard = ObservedTransport {
        id: RequestId(answer.transport_request_id),
        title: answer.transport_request_description,
        owner,
        content_type: sent.content_type,
        released_at: Some(now),
        way: way(cx, subaccount, entry, &sent.node_name).await,
    };
    cx.db.write(async move |tx| note(tx, subaccount, heard, now).await).await
}

async fn way(cx: &Cx, subaccount: SubaccountId, entry: Entry, node: &str) -> TransportPath {
    let landscape = async { Ok::<_, crate::Error>(Ctms::open(cx, subaccount).await?.landscape().await?) };
    match (landscape.await, entry) {
        (Ok(landscape), Entry::Upload) => TransportPath::into_node(&landscape, node),
        (Ok(landscape), Entry::Export) => match landscape.named(node) {
            Some(source) => TransportPath::from_source(&landscape, source.id),
            None => TransportPath::unknown(node),
        },
        (Err(error), entry) => {
            tracing::warn!(error = %error.chain(), "the landscape could not be read; the next sync will do it");
            if entry == Entry::Upload { TransportPath::unknown_into(node) } else { TransportPath::unknown(node) }
        }
    }
}

/// Writes the row, unless there is one.
pub(super) async fn note(tx: &mut Tx, subaccount: SubaccountId, heard: ObservedTransport, now: Time) -> Result<()> {
    let ObservedTransport { id, title, owner, content_type, released_at, way } = heard;
    let transport = Transport {
        subaccount,
        id,
        title,
        owner,
        content_type,
        complete: way.is_complete(),
        way,
        deleted: false,
        feature: None,
        deployment: None,
        problem: None,
        released_at: released_at.unwrap_or(now),
        changed_at: now,
    };
    store::alm_transport::insert(tx, &transport).await?;
    Ok(())
}
