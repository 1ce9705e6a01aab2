//! Transport management: how content gets from node to node.
//!
//! The way of one archive, in the order of the files: [`upload`] takes its bytes; [`request`] makes a transport request
//! of it and puts that into the queues along the routes ([`node`], [`route`]); [`import`] accepts an import and writes
//! its plan; [`run`] executes the plan step by step, `deploy` does the step that talks to a deploy service; [`log`]
//! tells afterwards what happened. [`queue`] shows queues and does what people do in them; [`descriptor`] keeps the
//! extension descriptors of nodes; [`right`] says who may do what.
//!
//! Not here: which transition a status allows, what a plan contains, how a log line reads (`model`).

pub mod clean_up;
mod conclude;
mod content;
mod deploy;
pub mod descriptor;
mod forget;
mod hold;
pub mod import;
mod importing;
pub mod landscape;
pub mod log;
pub mod matrix;
pub mod node;
pub mod overview;
pub mod place;
pub mod queue;
mod record;
mod refusal;
pub mod request;
pub mod right;
pub mod route;
pub mod run;
pub mod upload;

/// What the store keeps, as far as views show it.
pub mod stored {
    pub use store::action::{Action, ActionRequest, Message};
    pub use store::carried::{Installed, Pending};
    pub use store::ext_descriptor::Described;
    pub use store::queue::Track;
    pub use store::request::Request;
}

pub use forget::forget_subaccount;

use crate::caller::Caller;
use crate::error::{Error, Result};
use model::node::Node;
use model::{NodeId, SubaccountId};
use store::Tx;

/// Who does something, as it is recorded.
#[derive(Debug, Clone)]
struct Actor {
    subaccount: SubaccountId,
    name: String,
}

impl Actor {
    fn of<P>(caller: &Caller<P>) -> Result<Self> {
        Ok(Self { subaccount: caller.subaccount()?, name: caller.actor().to_owned() })
    }
}

async fn node_of(tx: &mut Tx, subaccount: SubaccountId, id: NodeId) -> Result<Node> {
    let found = store::node::find(tx, subaccount, id).await?;
    found.ok_or_else(|| Error::not_found(format!("node {id} does not exist")))
}
