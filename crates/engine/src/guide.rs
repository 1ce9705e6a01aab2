//! How far this installation is with the guide: facts of all areas, judged by [`model::guide`].

use crate::caller::Caller;
use crate::content;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::platform::destination;
use crate::platform::right::ViewGlobalAccount;
use model::action::ActionType;
use model::destination::Destination;
use model::destination::hint::{ASSEMBLY, INTEGRATION, SOURCE_SYSTEM, TRANSPORT};
use model::guide::{Alm, Change, Deploy, Facts, Finding, Instance, Line, Node, STEPS, Screen, Source, State, Step};
use model::guide::{Target, Whose, look, place};
use model::node::{self, ForwardMode};
use model::request::ContentType;
use model::route::Route;
use model::{ActionId, NodeId, RequestId, SubaccountId, instance};
use std::collections::BTreeSet;
use std::time::Duration;
use store::Tx;
use store::account::Subaccount;

const CLOUD_ALM: &str = "sapcloudalm";
const TENANT: &str = "integrationsuite";
const TRANSPORT_APP: &str = "alm-ts";
const ALM_API: &str = "SAPCloudALMAPIs";
const STANDARD: &str = "standard";
/// How long the configuration check may take: it calls what destinations lead to.
const PATIENCE: Duration = Duration::from_secs(10);

/// A step, and how it stands.
#[derive(Debug)]
pub struct Seen {
    pub step: &'static Step,
    pub finding: Finding,
    pub screen: Screen,
    /// The subdomain of the subaccount in which it is done; none in the global account, or while there is none.
    pub subaccount: Option<String>,
}

/// Looks at every step, in their order.
///
/// # Errors
/// Of the store. What is wrong with the installation is in the answer.
pub async fn steps(cx: &Cx, _caller: Caller<ViewGlobalAccount>) -> Result<Vec<Seen>> {
    let (mut facts, places) = cx.db.read(async move |tx| stored(tx).await).await?;
    if let Some((subaccount, _)) = places.alm {
        targets(cx, subaccount, &mut facts).await?;
    }
    if let (Some((subaccount, _)), Some(source)) = (&places.source, facts.source.as_mut()) {
        let subaccount = *subaccount;
        source.check = checked(cx, subaccount).await?;
        let found = destination::find(cx, subaccount, TRANSPORT).await?;
        source.source_system = found.and_then(|found| found.filled(SOURCE_SYSTEM).map(str::to_owned));
    }
    let seen = STEPS.iter().zip(look(&facts)).map(|(step, finding)| {
        let (whose, screen) = place(step.number);
        let subaccount = match whose {
            Whose::Global => &None,
            Whose::Alm => &places.alm,
            Whose::Source => &places.source,
        };
        let subaccount = subaccount.as_ref().map(|(_, subdomain)| subdomain.clone());
        Seen { step, finding, screen, subaccount }
    });
    Ok(seen.collect())
}

/// Where the services are.
#[derive(Debug, Clone)]
struct Places {
    alm: Option<(SubaccountId, String)>,
    source: Option<(SubaccountId, String)>,
}

async fn stored(tx: &mut Tx) -> Result<(Facts, Places)> {
    let all = store::account::all(tx).await?;
    let grants = store::entitlement::grants(tx).await?;
    let granted = grants.into_iter().filter(|(_, plan, _)| plan == STANDARD).map(|(service, ..)| service).collect();
    let alm_of = store::guide::with_app(tx, CLOUD_ALM, [""; 3]).await?;
    let source_of = store::guide::with_app(tx, TENANT, [ASSEMBLY, INTEGRATION, TRANSPORT]).await?;
    let known = |id: Option<SubaccountId>| all.iter().find(|one| Some(one.id) == id);
    let place = |one: Option<&Subaccount>| one.map(|one| (one.id, one.subdomain.clone()));
    let places = Places { alm: place(known(alm_of)), source: place(known(source_of)) };
    let mut facts =
        Facts { granted, subaccounts: all.iter().map(|one| one.name.clone()).collect(), ..Facts::default() };
    if let Some(one) = known(source_of) {
        facts.source = Some(source(tx, one.id, one.name.clone()).await?);
    }
    if let Some(one) = known(alm_of) {
        facts.alm = Some(alm(tx, one.id, one.name.clone()).await?);
        landscape(tx, one.id, &mut facts).await?;
        facts.change = change(tx, one.id).await?;
    }
    Ok((facts, places))
}

async fn alm(tx: &mut Tx, id: SubaccountId, name: String) -> Result<Alm> {
    let entitled = store::entitlement::of_subaccount(tx, id).await?;
    let api = store::guide::instance(tx, id, ALM_API, STANDARD).await?;
    let client = match &api {
        Some(api) => store::client::find(tx, &instance::client_id(&api.app_id)).await?,
        None => None,
    };
    let holders = store::role::holders(tx, id.into()).await?;
    let having = |collection: &str| holders.iter().find(|(name, _)| name == collection).map_or(0, |(_, count)| *count);
    let mut spaces = None;
    for org in store::org::of_subaccount(tx, id).await? {
        let names = store::space::of_org(tx, org.id).await?.into_iter().map(|space| space.name);
        spaces.get_or_insert_with(Vec::new).extend(names);
    }
    Ok(Alm {
        name,
        entitled: entitled.into_iter().filter(|(_, plan)| plan == STANDARD).map(|(service, _)| service).collect(),
        has_transport: store::subscription::find(tx, id, TRANSPORT_APP).await?.is_some(),
        viewers: having("TMS_Viewer_RC"),
        operators: having("TMS_LandscapeOperator_RC"),
        spaces,
        api: api.map(|api| Instance { name: api.name, keys: api.keys }),
        api_scopes: client.map(|client| client.authorities).unwrap_or_default(),
        targets: Vec::new(),
    })
}

async fn source(tx: &mut Tx, id: SubaccountId, name: String) -> Result<Source> {
    let mut of = async |service: &str, plan: &str| -> Result<Option<Instance>> {
        let found = store::guide::instance(tx, id, service, plan).await?;
        Ok(found.map(|found| Instance { name: found.name, keys: found.keys }))
    };
    let (agent, runtime) = (of("content-agent", STANDARD).await?, of("it-rt", "api").await?);
    let mode = store::tenant::find(tx, id).await?.and_then(|settings| settings.transport_mode);
    Ok(Source { name, agent, runtime, mode, source_system: None, check: None })
}

/// The way from the node that takes uploads, and what no way leads to.
async fn landscape(tx: &mut Tx, id: SubaccountId, facts: &mut Facts) -> Result<()> {
    let (nodes, routes) = (store::node::list(tx, id).await?, store::route::list(tx, id).await?);
    let is_target = |node: NodeId| routes.iter().any(|route| route.draft.target == node);
    let first = nodes.iter().find(|node| node.draft.upload_allowed && !is_target(node.id));
    let Some(first) = first.or_else(|| nodes.iter().find(|node| node.draft.upload_allowed)) else { return Ok(()) };
    let newest = store::guide::newest_request(tx, id).await?;
    facts.request = newest.map(|request| request.to_string());
    let tracks = match newest {
        Some(newest) => store::queue::tracks(tx, newest).await?,
        None => Vec::new(),
    };
    let (mut next, mut passed) = (Some(first), BTreeSet::new());
    while let Some(node) = next.filter(|node| passed.insert(node.id)) {
        let mut seen = on_the_way(node, &routes);
        seen.request = tracks.iter().find(|track| track.node == node.id).map(|track| track.status.to_string());
        // Of the others nobody asks.
        if let Some(newest) = newest.filter(|_| !routes.iter().any(|route| route.draft.source == node.id)) {
            seen.import = import(tx, node.id, newest).await?;
        }
        facts.nodes.push(seen);
        let route = routes.iter().find(|route| route.draft.source == node.id);
        next = route.and_then(|route| nodes.iter().find(|node| node.id == route.draft.target));
    }
    let apart = nodes.iter().filter(|node| node.id != first.id && !is_target(node.id));
    facts.apart = apart.map(|node| node.draft.name.0.clone()).collect();
    Ok(())
}

/// What the log says of the newest import of a request.
async fn import(tx: &mut Tx, node: NodeId, request: RequestId) -> Result<Option<String>> {
    let actions = store::action::of_request(tx, (node, request), ActionId(i64::MAX), 20).await?;
    let found = actions.into_iter().find(|(action, _)| action.kind == ActionType::Import);
    Ok(found.map(|(action, _)| {
        let at = action.started_at.rfc3339_seconds();
        format!("Import to Node, {}, {at} by {}", action.status, action.triggered_by)
    }))
}

fn on_the_way(node: &node::Node, routes: &[Route]) -> Node {
    let draft = &node.draft;
    Node {
        name: draft.name.0.clone(),
        uploads: draft.upload_allowed,
        forwards: draft.forward_mode == ForwardMode::Auto,
        takes_mta: draft.target.as_ref().is_some_and(|target| target.content_type == ContentType::Mta),
        destination: draft.target.as_ref().map(|target| target.destination.0.clone()),
        successors: routes.iter().filter(|route| route.draft.source == node.id).count(),
        request: None,
        import: None,
    }
}

async fn change(tx: &mut Tx, id: SubaccountId) -> Result<Option<Change>> {
    let Some(feature) = store::guide::feature(tx, id).await? else { return Ok(None) };
    let Some(feature) = store::feature::find(tx, id, feature).await? else { return Ok(None) };
    let history = store::feature::history(tx, feature.id).await?;
    Ok(Some(Change {
        title: format!("{} {}", model::feature::display_id(feature.number), feature.title),
        status: feature.status.label().to_owned(),
        history: history.into_iter().map(|entry| (entry.heading, entry.value)).collect(),
    }))
}

/// The destinations that nodes name.
async fn targets(cx: &Cx, subaccount: SubaccountId, facts: &mut Facts) -> Result<()> {
    let Some(alm) = facts.alm.as_mut() else { return Ok(()) };
    for node in &facts.nodes {
        let Some(name) = &node.destination else { continue };
        let found = destination::find(cx, subaccount, name).await?;
        let found = found.map(|found| deploy(cx, &found));
        alm.targets.push(Target { node: node.name.clone(), name: name.clone(), found });
    }
    Ok(())
}

fn deploy(cx: &Cx, found: &Destination) -> Deploy {
    let text = |name: &str| found.get(name).unwrap_or_default().to_owned();
    let token = found.filled("tokenServiceURL").is_some();
    Deploy {
        url: found.url().to_owned(),
        is_ours: found.url().starts_with(&cx.addresses().deploy_service()),
        user: if token { text("clientId") } else { text("User") },
        has_secret: found.filled(if token { "clientSecret" } else { "Password" }).is_some(),
    }
}

/// What the configuration check says; nothing, when those whom it asks keep silent.
async fn checked(cx: &Cx, subaccount: SubaccountId) -> Result<Option<Vec<Line>>> {
    let Ok(lines) = tokio::time::timeout(PATIENCE, content::check::lines(cx, subaccount)).await else {
        return Ok::<_, Error>(None);
    };
    Ok(Some(lines?.into_iter().map(line).collect()))
}

fn line(line: content::check::Line) -> Line {
    use content::check::State as Stands;
    let state = match line.state {
        Stands::Ok | Stands::Warning => State::Done,
        Stands::Missing => State::Missing,
        Stands::Misconfigured | Stands::Unreachable | Stands::Unauthorized | Stands::Invalid => State::Wrong,
    };
    Line { what: line.check, state, text: line.text, fix: line.fix }
}
