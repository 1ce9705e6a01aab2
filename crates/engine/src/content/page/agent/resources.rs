//! What can be exported, and where to.

use super::can;
use crate::caller::{Caller, Can};
use crate::content::agent::resources::{Resource, configured, content_type, names, package, packages};
use crate::content::agent::source_node;
use crate::content::remote::{Failure, resolve_destination};
use crate::content::rights::ReadContent;
use crate::cx::Cx;
use crate::error::Result;
use model::SubaccountId;
use model::activity::ContentKind;
use model::destination::hint::{INTEGRATION, TRANSPORT};

/// What is looked for; an empty text looks for anything.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// In id and name, of a component as well, whatever its case.
    pub text: String,
    pub kind: Option<ContentKind>,
    /// Behind which one.
    pub after: String,
    pub limit: usize,
}

/// A page of what can be exported.
#[derive(Debug)]
pub struct Page {
    /// By type and id.
    pub items: Vec<Resource>,
    pub next: Option<String>,
    /// Why packages are missing.
    pub trouble: Option<String>,
    pub can: Can,
}

/// What can be exported. A tenant that cannot be asked does not hide what else there is.
///
/// # Errors
/// Of the store.
pub async fn resources(cx: &Cx, caller: &Caller<ReadContent>, wish: Search) -> Result<Page> {
    let subaccount = caller.subaccount()?;
    let wants = |kind| wish.kind.is_none_or(|wanted| wanted == kind);
    let (mut all, mut trouble) = (Vec::new(), None);
    if wants(ContentKind::Package) {
        match packages(cx, subaccount).await.map_err(told) {
            Ok(found) => all.extend(found.into_iter().map(package)),
            Err(failure) => trouble = Some(failure?),
        }
    }
    if wants(ContentKind::Destination) {
        all.extend(names(cx, subaccount).await?.into_iter().map(configured));
    }
    all.retain(|one| finds(&wish.text, one) && key(one) > wish.after);
    all.sort_by_cached_key(key);
    let is_more = all.len() > wish.limit;
    all.truncate(wish.limit);
    let next = all.last().map(key).filter(|_| is_more);
    Ok(Page { items: all, next, trouble, can: can(caller) })
}

fn key(resource: &Resource) -> String {
    format!("{}/{}", resource.content_type, resource.id)
}

fn finds(text: &str, resource: &Resource) -> bool {
    let text = text.trim().to_lowercase();
    let has = |said: &String| said.to_lowercase().contains(&text);
    text.is_empty()
        || has(&resource.id)
        || has(&resource.name)
        || resource.components.iter().any(|part| has(&part.id) || has(&part.name))
}

/// What to tell of a failure, unless it is our own trouble.
pub(super) fn told(failure: Failure) -> Result<String> {
    match failure {
        Failure::Final(text) | Failure::Passing { text, .. } => Ok(text),
        Failure::Ours(error) => Err(error),
    }
}

/// A type of content, and how it stands.
#[derive(Debug, Clone)]
pub struct State {
    /// `Cloud Integration`, `Destination`.
    pub content_type: &'static str,
    /// The destination that leads to the content, where one is needed.
    pub destination: Option<&'static str>,
    /// How many resources there are, or why none can be exported.
    pub found: std::result::Result<usize, String>,
}

/// Transport management, as the destination leads to it.
#[derive(Debug, Clone)]
pub struct Target {
    /// Name of the destination.
    pub destination: &'static str,
    /// The node that the destination names.
    pub node: Option<String>,
    /// Names of the nodes that take content, or why there is none.
    pub nodes: std::result::Result<Vec<String>, String>,
}

/// How the Content Agent of a subaccount stands.
#[derive(Debug)]
pub struct Overview {
    pub types: Vec<State>,
    pub target: Target,
    pub can: Can,
}

/// Whether there is something to export, and where to. Tenant and transport management are asked.
///
/// # Errors
/// Of the store.
pub async fn overview(cx: &Cx, caller: &Caller<ReadContent>) -> Result<Overview> {
    let subaccount = caller.subaccount()?;
    let packages = match packages(cx, subaccount).await.map_err(told) {
        Ok(found) => Ok(found.len()),
        Err(failure) => Err(failure?),
    };
    let destinations = names(cx, subaccount).await?.len();
    let state = |kind, destination, found| State { content_type: content_type(kind), destination, found };
    let types = vec![
        state(ContentKind::Package, Some(INTEGRATION), packages),
        state(ContentKind::Destination, None, Ok(destinations)),
    ];
    Ok(Overview { types, target: target(cx, subaccount).await?, can: can(caller) })
}

async fn target(cx: &Cx, subaccount: SubaccountId) -> Result<Target> {
    let mut node = None;
    let nodes = match nodes(cx, subaccount, &mut node).await.map_err(told) {
        Ok(names) => Ok(names),
        Err(failure) => Err(failure?),
    };
    Ok(Target { destination: TRANSPORT, node, nodes })
}

async fn nodes(cx: &Cx, subaccount: SubaccountId, node: &mut Option<String>) -> Result<Vec<String>, Failure> {
    let (destination, target) = resolve_destination(cx, subaccount, TRANSPORT).await?;
    *node = source_node(&destination).ok();
    let found = client::tms::nodes(&cx.http, &target).await?;
    Ok(found.into_iter().filter(|node| node.upload_allowed).map(|node| node.name).collect())
}
