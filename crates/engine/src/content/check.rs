//! The configuration check: whether a transport would get through, one line per thing that can be wrong.
//!
//! Nothing is changed. Each destination is looked up, its properties read, its credentials tried; then the landscape
//! is read through `TransportManagementService` and compared with what the destination says.

use super::agent::source_node;
use super::remote::{Failure, sentence};
use super::rights::ChangeSettings;
use super::tenant::{self, Tenant};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::Result;
use crate::platform::destination;
use client::{Auth, Target};
use model::SubaccountId;
use model::destination::Destination;
use model::destination::hint::{ASSEMBLY, Hint, INTEGRATION, Severity, TRANSPORT, hints, source_node as hint_at_node};
use wire::tms::{Node, Route};

/// How a thing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// As it should be.
    Ok,
    /// It works, but have a look.
    Warning,
    /// Not there.
    Missing,
    /// There, but wrong.
    Misconfigured,
    /// Nobody answers.
    Unreachable,
    /// The credentials do not work, or not for this.
    Unauthorized,
    /// It answers something else than it should.
    Invalid,
}

impl State {
    /// As sent.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Missing => "missing",
            Self::Misconfigured => "misconfigured",
            Self::Unreachable => "unreachable",
            Self::Unauthorized => "unauthorized",
            Self::Invalid => "invalid",
        }
    }
}

/// One line of the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub check: String,
    /// How it stands.
    pub state: State,
    /// A stable word.
    pub code: &'static str,
    /// What was found.
    pub text: String,
    pub fix: String,
}

fn line(check: &str, state: State, code: &'static str, text: impl Into<String>, fix: impl Into<String>) -> Line {
    Line { check: check.to_owned(), state, code, text: text.into(), fix: fix.into() }
}

fn ok(check: &str, text: impl Into<String>) -> Line {
    line(check, State::Ok, "ok", text, "")
}

/// Checks.
///
/// # Errors
/// Of the store. What is wrong with the configuration is in the answer.
pub async fn check(cx: &Cx, _caller: &Caller<ChangeSettings>, tenant: &Tenant) -> Result<Vec<Line>> {
    lines(cx, tenant.subaccount).await
}

/// The same for those who look at the whole installation.
pub(crate) async fn lines(cx: &Cx, subaccount: SubaccountId) -> Result<Vec<Line>> {
    let mut lines = vec![mode(cx, subaccount).await?];
    for name in [ASSEMBLY, INTEGRATION, TRANSPORT] {
        let found = destination::find(cx, subaccount, name).await?;
        let (found_lines, target) = look(cx, subaccount, name, found.as_ref()).await;
        let fine = found_lines.iter().all(|line| matches!(line.state, State::Ok | State::Warning));
        lines.extend(found_lines);
        if let (true, TRANSPORT, Some(destination), Some(target)) = (fine, name, &found, &target) {
            lines.extend(landscape(cx, destination, target).await);
        }
    }
    Ok(lines)
}

async fn mode(cx: &Cx, subaccount: SubaccountId) -> Result<Line> {
    let mode = cx.db.read(async move |tx| tenant::transport_mode(tx, subaccount).await).await?;
    Ok(match mode {
        Some(mode) => ok("Transport mode", mode),
        None => {
            let fix = "set it to TransportManagementService in the transport settings of the tenant";
            line("Transport mode", State::Missing, "mode-missing", "no transport mode is set", fix)
        }
    })
}

/// A destination: there, well spelled, reachable, with credentials that work and may do what is needed.
async fn look(
    cx: &Cx,
    subaccount: SubaccountId,
    name: &str,
    found: Option<&Destination>,
) -> (Vec<Line>, Option<Target>) {
    let Some(found) = found else {
        let fix = format!("create it in this subaccount with exactly the name '{name}'");
        return (vec![line(name, State::Missing, "not-found", "the destination does not exist", fix)], None);
    };
    let hints = hints(found, cx.addresses().is_http());
    let told = |hint: Hint| {
        let state = if hint.severity == Severity::Error { State::Misconfigured } else { State::Warning };
        line(name, state, hint.code, hint.text, hint.fix)
    };
    let lines: Vec<Line> = hints.into_iter().map(told).collect();
    if lines.iter().any(|line| line.state == State::Misconfigured) {
        return (lines, None);
    }
    let target = match destination::callable(cx, subaccount, found) {
        Ok(target) => target,
        Err(error) => {
            let fix = "use Authentication OAuth2ClientCredentials with the values of the service key";
            return (with(lines, line(name, State::Misconfigured, "not-callable", error.message(), fix)), None);
        }
    };
    let answer = answers(cx, name, &target).await;
    (with(lines, answer), Some(target))
}

fn with(mut lines: Vec<Line>, last: Line) -> Vec<Line> {
    lines.push(last);
    lines
}

/// Calls what the transport will call first.
async fn answers(cx: &Cx, name: &str, target: &Target) -> Line {
    if matches!(target.auth, Auth::Token(_) | Auth::ClientCredentials { .. })
        && let Err(error) = cx.http.fresh_token(target).await
    {
        return credentials(name, &error);
    }
    let called = match name {
        ASSEMBLY => client::content_agent::activities_of(&cx.http, target, "configuration-check").await.map(|_| ()),
        INTEGRATION => client::cpi::list(&cx.http, target).await.map(|_| ()),
        _ => client::tms::nodes(&cx.http, target).await.map(|_| ()),
    };
    match called {
        Ok(()) => ok(name, "the destination is there, reachable, and its credentials work"),
        Err(error) => refused(name, &error),
    }
}

fn credentials(name: &str, error: &client::Error) -> Line {
    let (state, code) = match error.kind() {
        client::Kind::Refused => (State::Unreachable, "token-address-refused"),
        _ => (State::Unauthorized, "no-token"),
    };
    let fix = "compare token service URL, client id and client secret with the service key";
    line(name, state, code, error.to_string(), fix)
}

fn refused(name: &str, error: &client::Error) -> Line {
    let text = sentence(error);
    match (error.kind(), error.status()) {
        (_, Some(401 | 403)) => {
            let fix = "give the service instance behind the key the roles that transports need, and create a new key";
            line(name, State::Unauthorized, "not-allowed", text, fix)
        }
        (client::Kind::Connect | client::Kind::Timeout | client::Kind::Refused, _) => {
            line(name, State::Unreachable, "not-reachable", text, "check the URL of the destination")
        }
        _ => {
            line(name, State::Invalid, "wrong-answer", text, "compare the URL of the destination with the service key")
        }
    }
}

/// Source node, what is behind it, and how it goes on from there.
async fn landscape(cx: &Cx, destination: &Destination, target: &Target) -> Vec<Line> {
    let (nodes, routes) =
        match (client::tms::nodes(&cx.http, target).await, client::tms::routes(&cx.http, target).await) {
            (Ok(nodes), Ok(routes)) => (nodes, routes),
            (Err(error), _) | (_, Err(error)) => return vec![refused("Transport landscape", &error)],
        };
    let name = match source_node(destination) {
        Ok(name) => name,
        Err(Failure::Final(text)) => {
            return vec![line("Source node", State::Misconfigured, "source-system-missing", text, "")];
        }
        Err(_) => return Vec::new(),
    };
    judge(destination, &name, &nodes, &routes)
}

fn judge(destination: &Destination, name: &str, nodes: &[Node], routes: &[Route]) -> Vec<Line> {
    let Some(node) = nodes.iter().find(|node| node.name == name) else {
        let names: Vec<String> =
            nodes.iter().filter(|node| node.upload_allowed).map(|node| node.name.clone()).collect();
        let fix = hint_at_node(destination, &names).map(|hint| hint.fix).unwrap_or_default();
        let there: Vec<&str> = nodes.iter().map(|node| node.name.as_str()).collect();
        let text = format!("transport node '{name}' was not found; nodes that exist: {}", there.join(", "));
        return vec![line("Source node", State::Missing, "source-node", text, fix)];
    };
    if !node.upload_allowed {
        let text = format!("transport node '{name}' does not allow uploads");
        return vec![line(
            "Source node",
            State::Misconfigured,
            "upload-not-allowed",
            text,
            "switch on 'Allow Upload to Node'",
        )];
    }
    let way = way(node, nodes, routes);
    let mut lines = vec![ok("Source node", format!("transport node '{name}' exists and allows uploads"))];
    lines.push(linear(name, &way));
    lines.extend(forward(&way));
    lines
}

/// The nodes from the source on, and where the way splits.
struct Chain<'a> {
    nodes: Vec<&'a Node>,
    split: Option<(&'a Node, usize)>,
    circle: bool,
}

fn way<'a>(source: &'a Node, nodes: &'a [Node], routes: &[Route]) -> Chain<'a> {
    let mut way = Chain { nodes: vec![source], split: None, circle: false };
    while let Some(last) = way.nodes.last().copied() {
        let next: Vec<i64> =
            routes.iter().filter(|r| Some(r.source_node_id) == last.id).map(|r| r.target_node_id).collect();
        if next.len() > 1 {
            way.split = way.split.or(Some((last, next.len())));
        }
        let Some(node) = next.first().and_then(|id| nodes.iter().find(|node| node.id == Some(*id))) else { break };
        if way.nodes.iter().any(|seen| seen.id == node.id) {
            way.circle = true;
            break;
        }
        way.nodes.push(node);
    }
    way
}

fn linear(source: &str, way: &Chain<'_>) -> Line {
    let check = "Transport landscape";
    if way.nodes.len() == 1 {
        let text = format!("transport node '{source}' has no node behind it");
        return line(
            check,
            State::Misconfigured,
            "no-successor",
            text,
            "create a route from it to the first target node",
        );
    }
    if let Some((node, number)) = way.split {
        let text = format!(
            "{number} routes start at '{}'; Cloud ALM expects one way from development to production",
            node.name
        );
        return line(
            check,
            State::Warning,
            "not-linear",
            text,
            "leave one route, or expect Cloud ALM to follow only one",
        );
    }
    if way.circle {
        return line(
            check,
            State::Misconfigured,
            "circle",
            "the routes lead in a circle",
            "delete the route that leads back",
        );
    }
    let names: Vec<&str> = way.nodes.iter().map(|node| node.name.as_str()).collect();
    ok(check, format!("the way is {}", names.join(" -> ")))
}

/// Without automatic forwarding a deployment to the next node finds nothing there.
fn forward(way: &Chain<'_>) -> Option<Line> {
    let last = way.nodes.len().saturating_sub(1);
    let middle = way.nodes.get(1..last).unwrap_or_default();
    let manual: Vec<&str> =
        middle.iter().filter(|node| node.forward_mode == "MANUAL").map(|node| node.name.as_str()).collect();
    (!manual.is_empty()).then(|| {
        let text = format!(
            "forward mode of {} is Manual: requests stay there until somebody forwards them",
            manual.join(", ")
        );
        line("Forward mode", State::Warning, "forward-manual", text, "set the forward mode to Auto")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, from_value, json};

    fn destination(value: &str) -> Destination {
        let pairs = json!({"Name": "TransportManagementService", "sourceSystemId": value});
        Destination::stored(pairs.as_object().unwrap().clone())
    }

    fn judged(source: &str, nodes: Value, routes: &[(i64, i64)]) -> Vec<(State, &'static str)> {
        let nodes: Vec<Node> = from_value(nodes).unwrap();
        let routes: Vec<Route> = routes
            .iter()
            .map(|(from, to)| from_value(json!({"name": "r", "sourceNodeId": from, "targetNodeId": to})).unwrap())
            .collect();
        let lines = judge(&destination(source), source, &nodes, &routes);
        lines.into_iter().map(|line| (line.state, line.code)).collect()
    }

    fn three(forward: &str) -> Value {
        json!([
            {"id": 1, "name": "DEV", "uploadAllowed": true, "forwardMode": "AUTO"},
            {"id": 2, "name": "TEST", "forwardMode": forward},
            {"id": 3, "name": "PROD", "forwardMode": "MANUAL"},
        ])
    }

    #[test]
    fn a_linear_landscape_is_fine() {
        assert_eq!(judged("DEV", three("AUTO"), &[(1, 2), (2, 3)]), [(State::Ok, "ok"), (State::Ok, "ok")]);
    }

    #[test]
    fn each_mistake_has_its_line() {
        assert_eq!(judged("dev", three("AUTO"), &[(1, 2)]), [(State::Missing, "source-node")]);
        assert_eq!(judged("TEST", three("AUTO"), &[(2, 3)]), [(State::Misconfigured, "upload-not-allowed")]);
        assert_eq!(judged("DEV", three("AUTO"), &[])[1], (State::Misconfigured, "no-successor"));
        assert_eq!(judged("DEV", three("AUTO"), &[(1, 2), (1, 3)])[1], (State::Warning, "not-linear"));
        assert_eq!(judged("DEV", three("AUTO"), &[(1, 2), (2, 1)])[1], (State::Misconfigured, "circle"));
        assert_eq!(judged("DEV", three("MANUAL"), &[(1, 2), (2, 3)])[2], (State::Warning, "forward-manual"));
    }

    #[test]
    fn a_node_in_another_case_is_suggested() {
        let nodes: Vec<Node> = from_value(three("AUTO")).unwrap();
        let lines = judge(&destination("dev"), "dev", &nodes, &[]);
        assert!(lines[0].fix.contains("'DEV'"), "{}", lines[0].fix);
        assert!(lines[0].text.contains("DEV, TEST, PROD"), "{}", lines[0].text);
    }
}
