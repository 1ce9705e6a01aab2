//! A change of a node: what is not said stays as it is, so that a small edit never takes anything away.

use super::{BadNode, Draft, DraftTarget, ForwardMode, Node, check};
use crate::request::ContentType;
use crate::{DestinationName, NodeId, NodeName, TargetId};

/// What a caller says about a node when creating or changing it. What is absent keeps its value; in a new node, its
/// default. Texts and lists are cleared by saying so: an empty text, an empty list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// Must be that of the node, if said at all.
    pub id: Option<NodeId>,
    /// Unique in the subaccount; case matters.
    pub name: Option<NodeName>,
    pub description: Option<String>,
    /// Whether requests may enter the landscape here.
    pub upload_allowed: Option<bool>,
    /// Deprecated at the original; nothing is sent here, so it cannot be switched on.
    pub notification_enabled: Option<bool>,
    /// When requests go on.
    pub forward_mode: Option<ForwardMode>,
    /// `CHARM`, or empty.
    pub controlled_by: Option<String>,
    /// Has no runtime.
    pub is_virtual: Option<bool>,
    pub tags: Option<Vec<String>>,
    /// None, or one.
    pub targets: Option<Vec<TargetChange>>,
    pub import_disabled: Option<bool>,
    pub import_disabled_reason: Option<String>,
}

/// What a caller says about the target of a node.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TargetChange {
    /// Must be that of the target, if said at all.
    pub id: Option<TargetId>,
    pub content_type: Option<ContentType>,
    pub destination: Option<DestinationName>,
    /// `default`.
    pub strategy: Option<String>,
}

impl Change {
    /// A new node. Its target gets an id later.
    ///
    /// # Errors
    /// The first rule that what was said breaks.
    pub fn create(self, id: NodeId) -> Result<Node, BadNode> {
        if self.id.is_some() {
            return Err(BadNode::Id);
        }
        self.apply(Node::bare(id))
    }

    /// The node as it is afterwards. A new target gets an id later.
    ///
    /// # Errors
    /// The first rule that what was said breaks.
    pub fn apply(self, before: Node) -> Result<Node, BadNode> {
        if self.id.is_some_and(|id| id != before.id) {
            return Err(BadNode::Id);
        }
        if self.notification_enabled == Some(true) && !before.draft.notification_enabled {
            return Err(BadNode::Notification);
        }
        let said = |text: Option<String>, kept: Option<String>| text.or(kept).filter(|text| !text.is_empty());
        let target_id = before.target_id;
        let old = before.draft;
        let target = match self.targets {
            None => old.target,
            Some(targets) => only_target(targets, target_id, old.target)?,
        };
        let draft = Draft {
            name: self.name.unwrap_or(old.name),
            description: said(self.description, old.description),
            upload_allowed: self.upload_allowed.unwrap_or(old.upload_allowed),
            notification_enabled: self.notification_enabled.unwrap_or(old.notification_enabled),
            forward_mode: self.forward_mode.unwrap_or(old.forward_mode),
            controlled_by: said(self.controlled_by, old.controlled_by),
            is_virtual: self.is_virtual.unwrap_or(old.is_virtual),
            tags: self.tags.map_or(old.tags, distinct),
            target,
        };
        let node = Node {
            id: before.id,
            target_id: target_id.filter(|_| draft.target.is_some()),
            draft,
            import_disabled: self.import_disabled.unwrap_or(before.import_disabled),
            import_disabled_reason: self.import_disabled_reason.unwrap_or(before.import_disabled_reason),
        };
        check(&node).map(|()| node)
    }
}

fn only_target(
    targets: Vec<TargetChange>,
    id: Option<TargetId>,
    before: Option<DraftTarget>,
) -> Result<Option<DraftTarget>, BadNode> {
    if targets.len() > 1 {
        return Err(BadNode::Targets(targets.len()));
    }
    let Some(change) = targets.into_iter().next() else { return Ok(None) };
    if change.id.is_some() && change.id != id {
        return Err(BadNode::TargetId);
    }
    let (content_type, destination, strategy) = match before {
        Some(before) => (Some(before.content_type), before.destination, before.strategy),
        None => (None, DestinationName(String::new()), "default".to_owned()),
    };
    Ok(Some(DraftTarget {
        content_type: change.content_type.or(content_type).ok_or(BadNode::NoContentType)?,
        destination: change.destination.unwrap_or(destination),
        strategy: change.strategy.unwrap_or(strategy),
    }))
}

/// Each tag once, in the order given.
fn distinct(tags: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(tags.len());
    for tag in tags {
        let tag = tag.trim();
        if !kept.iter().any(|known| known == tag) {
            kept.push(tag.to_owned());
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Node {
        Node {
            id: NodeId(7),
            draft: Draft {
                name: NodeName("QA".into()),
                description: Some("test space".into()),
                upload_allowed: true,
                notification_enabled: true,
                forward_mode: ForwardMode::OnSuccess,
                controlled_by: Some("CHARM".into()),
                is_virtual: false,
                tags: vec!["eu".into()],
                target: Some(DraftTarget {
                    content_type: ContentType::Mta,
                    destination: DestinationName("qa".into()),
                    strategy: "default".into(),
                }),
            },
            target_id: Some(TargetId(8)),
            import_disabled: true,
            import_disabled_reason: "freeze".into(),
        }
    }

    #[test]
    fn what_is_not_said_stays() {
        assert_eq!(Change::default().apply(full()), Ok(full()));
        let renamed = Change { name: Some(NodeName("QB".into())), ..Change::default() }.apply(full()).unwrap();
        let expected = Node { draft: Draft { name: NodeName("QB".into()), ..full().draft }, ..full() };
        assert_eq!(renamed, expected);
    }

    #[test]
    fn an_empty_text_or_list_clears() {
        let empty = Some(String::new());
        let change = Change {
            description: empty.clone(),
            controlled_by: empty.clone(),
            import_disabled_reason: empty,
            tags: Some(Vec::new()),
            targets: Some(Vec::new()),
            ..Change::default()
        };
        let node = change.apply(full()).unwrap();
        assert_eq!((node.draft.description, node.draft.controlled_by, node.draft.target), (None, None, None));
        assert!(node.draft.tags.is_empty() && node.import_disabled_reason.is_empty() && node.target_id.is_none());
    }

    #[test]
    fn a_part_of_a_target_keeps_the_rest() {
        let moved = TargetChange { destination: Some(DestinationName("qb".into())), ..TargetChange::default() };
        let change = Change { targets: Some(vec![moved.clone()]), ..Change::default() };
        let node = change.clone().apply(full()).unwrap();
        let target = node.target().unwrap();
        assert_eq!((target.id, target.content_type), (TargetId(8), ContentType::Mta));
        assert_eq!(target.destination.as_str(), "qb");
        assert_eq!(change.create(NodeId(9)), Err(BadNode::NoContentType));
        let foreign = TargetChange { id: Some(TargetId(9)), ..moved };
        let change = Change { targets: Some(vec![foreign]), ..Change::default() };
        assert_eq!(change.apply(full()), Err(BadNode::TargetId));
    }

    #[test]
    fn ids_are_not_chosen_and_notifications_not_switched_on() {
        let id = |id: i64| Change { id: Some(NodeId(id)), ..Change::default() };
        assert_eq!(id(7).apply(full()), Ok(full()));
        assert_eq!(id(8).apply(full()), Err(BadNode::Id));
        let named = Change { name: Some(NodeName("N".into())), ..id(7) };
        assert_eq!(named.create(NodeId(7)), Err(BadNode::Id));
        let loud = Change { notification_enabled: Some(true), ..Change::default() };
        assert_eq!(loud.clone().apply(full()), Ok(full()));
        assert_eq!(loud.create(NodeId(7)), Err(BadNode::Notification));
    }

    #[test]
    fn tags_are_trimmed_and_each_is_kept_once() {
        let tagged = |tags: &[&str]| {
            let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
            Change { tags: Some(tags), ..Change::default() }.apply(full()).map(|node| node.draft.tags)
        };
        assert_eq!(tagged(&[" a ", "B", "a", "b"]), Ok(vec!["a".into(), "B".into(), "b".into()]));
        assert!(matches!(tagged(&[" "]), Err(BadNode::Tag(_))));
        assert!(matches!(tagged(&[&"x".repeat(51)]), Err(BadNode::Tag(_))));
        let many: Vec<String> = (0..101).map(|n| n.to_string()).collect();
        assert_eq!(Change { tags: Some(many), ..Change::default() }.apply(full()).map(drop), Err(BadNode::Tags(101)));
    }
}
