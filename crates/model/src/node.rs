//! A transport node: an end point of a deployment, with exactly one import queue.

mod change;

pub use change::{Change, TargetChange};

use crate::destination::deploy_hint;
use crate::destination::hint::Hint;
use crate::request::ContentType;
use crate::word::words;
use crate::{DestinationName, NodeId, NodeName, TargetId};
use serde::{Deserialize, Serialize};

/// Longest name, in characters.
pub const NAME_MAX: usize = 30;
/// Longest description, in characters.
pub const DESCRIPTION_MAX: usize = 500;
/// Longest tag, in characters.
pub const TAG_MAX: usize = 50;
/// Most tags of one node.
pub const TAGS_MAX: usize = 100;

/// SAP Solution Manager, as it is named in `controlledBy`.
const CHARM: &str = "CHARM";

words! {
    /// When an import hands a request on to the following nodes.
    #[derive(Default)]
    ForwardMode, "forward mode", "AUTO, POST_IMPORT, ON_SUCCESS, MANUAL", {
        /// As the first step of the import (Pre-Import).
        #[default]
        Auto = "AUTO",
        /// After the import ended, however it ended.
        PostImport = "POST_IMPORT",
        /// After the import ended well.
        OnSuccess = "ON_SUCCESS",
        /// Only when somebody asks for it.
        Manual = "MANUAL",
    }
}

/// Where a node deploys to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    pub id: TargetId,
    pub content_type: ContentType,
    pub destination: DestinationName,
    /// `default`, the only strategy known publicly.
    pub strategy: String,
}

/// A node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    pub id: NodeId,
    /// What was said about it.
    pub draft: Draft,
    pub target_id: Option<TargetId>,
    pub import_disabled: bool,
    pub import_disabled_reason: String,
}

/// What was said about a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Unique in the subaccount; case matters.
    pub name: NodeName,
    pub description: Option<String>,
    /// Whether requests may enter the landscape here.
    pub upload_allowed: bool,
    /// Deprecated at the original; nothing is sent here. On only where an older version let it be switched on.
    pub notification_enabled: bool,
    /// When requests go on.
    pub forward_mode: ForwardMode,
    /// `CHARM`: imports are started by SAP Solution Manager, through the API; never by people, nor by Cloud ALM.
    pub controlled_by: Option<String>,
    /// Has no runtime: an import only hands on.
    pub is_virtual: bool,
    /// Labels, by which people group nodes; each once.
    pub tags: Vec<String>,
    /// What it takes and how it is reached; at most one.
    pub target: Option<DraftTarget>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            name: NodeName(String::new()),
            description: None,
            upload_allowed: false,
            notification_enabled: false,
            forward_mode: ForwardMode::default(),
            controlled_by: None,
            is_virtual: false,
            tags: Vec::new(),
            target: None,
        }
    }
}

/// A target without its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftTarget {
    pub content_type: ContentType,
    pub destination: DestinationName,
    /// `default`.
    pub strategy: String,
}

/// Why a node is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadNode {
    /// No name, too long, or a character that is not allowed.
    #[error("the node name '{0}' is not valid: 1 to {NAME_MAX} letters, digits, and _ - . or inner spaces are allowed")]
    Name(String),
    /// Too much text.
    #[error("the description of a node has at most {DESCRIPTION_MAX} characters")]
    Description,
    /// A virtual node has no runtime.
    #[error("a virtual node can have neither a content type nor a destination")]
    VirtualWithTarget,
    /// A target takes one type of content.
    #[error("a target needs a contentType: MTA, XSCDU, APP or BTP_ABAP")]
    NoContentType,
    /// A target is reached through a destination.
    #[error("a target needs the name of a destination")]
    NoDestination,
    /// Ids are given by the server.
    #[error("the id of a node is given by the server and never changes; leave it out")]
    Id,
    /// Ids are given by the server.
    #[error("the id of a target is given by the server and never changes; leave it out")]
    TargetId,
    /// Nothing would be sent.
    #[error("notificationEnabled cannot be switched on: this server sends no notifications; leave it out")]
    Notification,
    /// No text, or too much of it.
    #[error("'{0}' is no tag: 1 to {TAG_MAX} characters are needed")]
    Tag(String),
    /// Too many.
    #[error("a node has at most {TAGS_MAX} tags, {0} were given")]
    Tags(usize),
    /// Too much text.
    #[error("the reason for disabling imports has at most {DESCRIPTION_MAX} characters")]
    Reason,
    /// More targets than one.
    #[error("a node has at most one target, {0} were given")]
    Targets(usize),
    /// An import strategy nobody published.
    #[error("the deployment strategy '{0}' is not known; known is default")]
    Strategy(String),
    /// The destination's URL would send credentials in the clear.
    #[error("the destination '{0}' must have an https URL")]
    NotHttps(DestinationName),
    /// The destination's URL leads to no target of the deploy service.
    #[error("the URL of destination '{name}' is not that of a deployment target: {text}; {fix}")]
    DeployUrl {
        name: DestinationName,
        /// What is wrong.
        text: String,
        fix: String,
    },
    /// Who else would control it?
    #[error("'{0}' cannot control a node; known is CHARM")]
    ControlledBy(String),
}

fn is_name(name: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "_-. ".contains(c);
    !name.is_empty() && name.chars().count() <= NAME_MAX && name.chars().all(allowed) && name.trim() == name
}

/// Checks a node.
pub fn check(node: &Node) -> Result<(), BadNode> {
    let draft = &node.draft;
    let name = draft.name.as_str();
    if !is_name(name) {
        return Err(BadNode::Name(name.to_owned()));
    }
    if draft.description.as_ref().is_some_and(|text| text.chars().count() > DESCRIPTION_MAX) {
        return Err(BadNode::Description);
    }
    if node.import_disabled_reason.chars().count() > DESCRIPTION_MAX {
        return Err(BadNode::Reason);
    }
    if let Some(other) = draft.controlled_by.as_ref().filter(|by| *by != CHARM) {
        return Err(BadNode::ControlledBy(other.clone()));
    }
    check_tags(&draft.tags)?;
    match &draft.target {
        Some(_) if draft.is_virtual => Err(BadNode::VirtualWithTarget),
        Some(target) => check_target(target),
        None => Ok(()),
    }
}

fn check_tags(tags: &[String]) -> Result<(), BadNode> {
    if tags.len() > TAGS_MAX {
        return Err(BadNode::Tags(tags.len()));
    }
    match tags.iter().find(|tag| tag.is_empty() || tag.chars().count() > TAG_MAX) {
        Some(bad) => Err(BadNode::Tag(bad.clone())),
        None => Ok(()),
    }
}

fn check_target(target: &DraftTarget) -> Result<(), BadNode> {
    if target.destination.as_str().trim().is_empty() {
        return Err(BadNode::NoDestination);
    }
    if target.strategy != "default" {
        return Err(BadNode::Strategy(target.strategy.clone()));
    }
    Ok(())
}

/// Checks the URL of a node's destination: https, or http where this server itself is on http; and, where archives go
/// to the deploy service, that it can be one of its.
///
/// # Errors
/// When it is plain http and must not be, or no address of a deployment target.
pub fn check_destination(
    name: &DestinationName,
    content_type: Option<ContentType>,
    url: &str,
    http_allowed: bool,
) -> Result<(), BadNode> {
    let lower = url.trim().to_ascii_lowercase();
    let fits = lower.starts_with("https://") || (http_allowed && lower.starts_with("http://"));
    if !fits {
        return Err(BadNode::NotHttps(name.clone()));
    }
    let mta = content_type == Some(ContentType::Mta);
    match deploy_hint::refusal(url, http_allowed).filter(|_| mta) {
        Some(Hint { text, fix, .. }) => Err(BadNode::DeployUrl { name: name.clone(), text, fix }),
        None => Ok(()),
    }
}

impl Node {
    /// A node about which nothing was said yet.
    #[must_use]
    pub fn bare(id: NodeId) -> Self {
        let (target_id, import_disabled_reason) = (None, String::new());
        Self { id, draft: Draft::default(), target_id, import_disabled: false, import_disabled_reason }
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &NodeName {
        &self.draft.name
    }

    /// Its target, with the id.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        let (draft, id) = (self.draft.target.as_ref()?, self.target_id?);
        Some(Target {
            id,
            content_type: draft.content_type,
            destination: draft.destination.clone(),
            strategy: draft.strategy.clone(),
        })
    }

    /// Whether this content may be put into its queue directly.
    #[must_use]
    pub fn takes(&self, content_type: ContentType) -> bool {
        self.draft.target.as_ref().is_none_or(|target| target.content_type == content_type)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(name: &str) -> Draft {
        Draft { name: NodeName(name.to_owned()), upload_allowed: true, ..Draft::default() }
    }

    fn check(draft: &Draft) -> Result<(), BadNode> {
        super::check(&Node { draft: draft.clone(), ..Node::bare(NodeId(1)) })
    }

    fn target(destination: &str) -> DraftTarget {
        DraftTarget {
            content_type: ContentType::Mta,
            destination: DestinationName(destination.to_owned()),
            strategy: "default".to_owned(),
        }
    }

    #[test]
    fn names_have_one_to_thirty_plain_characters() {
        for good in ["DEV", "__dummy", "QA_EU-1.2", "two words", &"x".repeat(30)] {
            assert_eq!(check(&draft(good)), Ok(()), "{good}");
        }
        for bad in ["", " DEV", "DEV ", "a/b", "é", &"x".repeat(31)] {
            assert!(matches!(check(&draft(bad)), Err(BadNode::Name(_))), "{bad}");
        }
    }

    #[test]
    fn a_virtual_node_has_no_target() {
        let node = Draft { is_virtual: true, target: Some(target("d")), ..draft("V") };
        assert_eq!(check(&node), Err(BadNode::VirtualWithTarget));
        assert_eq!(check(&Draft { target: None, ..node }), Ok(()));
    }

    #[test]
    fn a_target_needs_a_destination_and_a_known_strategy() {
        assert_eq!(check(&Draft { target: Some(target(" ")), ..draft("T") }), Err(BadNode::NoDestination));
        let odd = DraftTarget { strategy: "blue-green".into(), ..target("d") };
        assert_eq!(check(&Draft { target: Some(odd), ..draft("T") }), Err(BadNode::Strategy("blue-green".into())));
    }

    #[test]
    fn only_charm_controls_a_node() {
        assert_eq!(check(&Draft { controlled_by: Some("CHARM".into()), ..draft("T") }), Ok(()));
        assert!(check(&Draft { controlled_by: Some("ME".into()), ..draft("T") }).is_err());
    }

    fn checked(url: &str, http_allowed: bool) -> Result<(), BadNode> {
        check_destination(&target("d").destination, Some(ContentType::Mta), url, http_allowed)
    }

    #[test]
    fn plain_http_is_for_landscapes_on_http() {
        assert!(checked("https://x", false).is_ok());
        assert!(checked("HTTP://127.0.0.1:1/slp", true).is_ok());
        assert!(checked("http://x", false).is_err());
        assert!(checked("ftp://x", true).is_err());
    }

    #[test]
    fn a_deploy_address_that_cannot_work_is_refused_with_what_to_write() {
        let wrong = checked("https://deploy-service.cf.x.example/slprot/o/s", false);
        let told = wrong.unwrap_err().to_string();
        assert!(told.contains("destination 'd'") && told.contains("/slprot/<org>/<space>/slp"), "{told}");
        let api = checked("https://api.cf.x.example", false).unwrap_err().to_string();
        assert!(api.contains("https://deploy-service.cf.x.example/slprot/"), "{api}");
    }

    #[test]
    fn a_node_with_a_target_takes_only_its_content() {
        let mut node = Node { draft: draft("T"), ..Node::bare(NodeId(1)) };
        assert!(node.takes(ContentType::App));
        node.draft.target = Some(target("d"));
        assert!(node.takes(ContentType::Mta) && !node.takes(ContentType::App));
    }
}
