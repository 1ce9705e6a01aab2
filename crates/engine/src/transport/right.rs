//! The rights of transport management, and the nodes to which roles restrict them.

use crate::audit::{self, Event};
use crate::caller::{Caller, Permission, rights};
use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use model::node::Node;
use model::role::tms;
use serde_json::json;

rights! {
    /// See everything.
    Display => tms::right(&[tms::DISPLAY]),
    /// Create, change and delete nodes and routes.
    ManageLandscape => tms::right(&[tms::LANDSCAPE_MANAGE]),
    /// Upload files, and put them into queues.
    Export => tms::right(&[tms::EXPORT]),
    /// Import everything in a queue.
    ImportAll => tms::right(&[tms::IMPORT]),
    /// Import chosen requests.
    ImportSelected => tms::right(&[tms::IMPORT_SELECTED]),
    /// Forward, reset, remove; extension descriptors.
    Operate => tms::right(&[tms::TRANSPORT_MANAGE]),
}

/// A right that roles may restrict to some nodes.
pub trait OnNode: Permission {
    /// The attribute whose values are node names.
    const ATTRIBUTE: &'static str;
}

impl OnNode for Export {
    const ATTRIBUTE: &'static str = tms::NODES_EXPORT;
}

impl OnNode for ImportAll {
    const ATTRIBUTE: &'static str = tms::NODES_IMPORT;
}

impl OnNode for ImportSelected {
    const ATTRIBUTE: &'static str = tms::NODES_IMPORT_SELECTED;
}

impl OnNode for Operate {
    const ATTRIBUTE: &'static str = tms::NODES_TRANSPORT;
}

/// Whether the caller's roles reach this node. Without values they reach all; an administrator is never restricted.
pub(super) fn check_node<P: OnNode>(caller: &Caller<P>, node: &str) -> Result<()> {
    let identity = caller.identity();
    let named = identity.attributes.get(P::ATTRIBUTE).filter(|values| !values.is_empty());
    let reaches = named.is_none_or(|values| values.iter().any(|value| value == node));
    if reaches || identity.has_scope(tms::APPS, tms::ADMIN) {
        return Ok(());
    }
    Err(Error::forbidden(format!("your role is restricted by {} to other nodes than '{node}'", P::ATTRIBUTE)))
}

/// Whether the caller has a right on a node, or why not.
pub(super) fn has_on<P: OnNode>(caller: &Caller<Display>, node: &Node) -> Result<(), String> {
    caller.may::<P>()?;
    let with = Caller::<P>::new(caller.shared()).map_err(|error| error.message().to_owned())?;
    check_node(&with, node.name().as_str()).map_err(|error| error.message().to_owned())
}

/// Records a refusal that only the use case could find, because the node had to be looked up.
pub(super) async fn audited<P, T>(cx: &Cx, caller: &Caller<P>, object: String, outcome: Result<T>) -> Result<T> {
    if let Err(error) = outcome.as_ref()
        && error.kind() == Kind::Forbidden
    {
        let subaccount = caller.subaccount().map(|id| id.to_string()).unwrap_or_default();
        let (actor, detail) = (caller.actor().to_owned(), json!({ "why": error.message() }));
        audit::refused(cx, Event { actor, subaccount, event: "transport.refused", object, detail }).await;
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::caller::{Identity, Zone};
    use model::SubaccountId;
    use std::sync::Arc;
    use uuid::Uuid;

    fn identity(scopes: &[&str], attributes: &[(&str, &str)]) -> Arc<Identity> {
        let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()]));
        Arc::new(Identity {
            zone: Zone::Subaccount(SubaccountId(Uuid::nil())),
            zone_name: "acme".into(),
            client_id: "c".into(),
            person: None,
            scopes: scopes.iter().map(|scope| format!("alm-ts!t5.{scope}")).collect(),
            attributes: attributes.collect(),
            instance: None,
        })
    }

    #[test]
    fn both_applications_grant_the_right() {
        assert!(Caller::<Display>::new(identity(&["Display"], &[])).is_ok());
        let mut of_key = (*identity(&[], &[])).clone();
        of_key.scopes = vec!["alm-ts-backend!b7.Display".into()];
        assert!(Caller::<Display>::new(Arc::new(of_key.clone())).is_ok());
        of_key.scopes = vec!["other!b7.Display".into()];
        assert!(Caller::<Display>::new(Arc::new(of_key)).is_err());
    }

    #[test]
    fn an_attribute_restricts_its_own_right_only() {
        let who = identity(&["Import", "ImportSelected", "TransportManage"], &[(tms::NODES_TRANSPORT, "T1")]);
        let operate = Caller::<Operate>::new(Arc::clone(&who)).unwrap();
        assert!(check_node(&operate, "T1").is_ok());
        assert_eq!(check_node(&operate, "T2").unwrap_err().kind(), Kind::Forbidden);
        assert!(check_node(&Caller::<ImportAll>::new(who).unwrap(), "T2").is_ok());
    }

    #[test]
    fn an_administrator_is_not_restricted() {
        let who = identity(&["Import", "Admin"], &[(tms::NODES_IMPORT, "T1")]);
        assert!(check_node(&Caller::<ImportAll>::new(who).unwrap(), "T2").is_ok());
    }
}
