//! A transport management that does what a test says: nodes DEV → TEST → PROD, with queues that the test moves.

use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use http::StatusCode;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use tokio::task::JoinHandle;

#[derive(Debug, Default)]
pub(super) struct Behaviour {
    pub(super) names: BTreeMap<i64, String>,
    pub(super) manual: Vec<i64>,
    /// Nodes that SAP Solution Manager controls.
    pub(super) controlled: Vec<i64>,
    /// Node → request → status.
    pub(super) queues: BTreeMap<i64, BTreeMap<i64, String>>,
    /// Action → node, requests, whether it runs.
    pub(super) actions: BTreeMap<i64, (i64, Vec<i64>, bool)>,
    /// Every call, as `POST /v2/…`.
    pub(super) calls: Vec<String>,
    /// Answered to everything but tokens.
    pub(super) answer: Option<(u16, String)>,
    /// Imports are begun, but the answer is 500.
    pub(super) loses_answers: bool,
    /// Bodies as they came, with their media types.
    pub(super) bodies: Vec<(String, Vec<u8>)>,
    next: i64,
}

#[derive(Clone)]
pub(super) struct Fake {
    pub(super) url: String,
    pub(super) state: Arc<Mutex<Behaviour>>,
    _listener: Arc<Listener>,
}

struct Listener(JoinHandle<()>);

impl Drop for Listener {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Fake {
    pub(super) async fn start() -> Self {
        let names = [(1, "DEV"), (2, "TEST"), (3, "PROD")].map(|(id, name)| (id, name.to_owned()));
        let behaviour = Behaviour { names: names.into(), next: 5000, ..Behaviour::default() };
        let state = Arc::new(Mutex::new(behaviour));
        let router = Router::new().fallback(answer).with_state(Arc::clone(&state));
        let socket = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", socket.local_addr().expect("an address"));
        let listener = tokio::spawn(async move { axum::serve(socket, router).await.expect("the listener") });
        Self { url, state, _listener: Arc::new(Listener(listener)) }
    }

    pub(super) fn set(&self, node: i64, request: i64, status: &str) {
        self.state.lock().unwrap().queues.entry(node).or_default().insert(request, status.to_owned());
    }

    /// Requests that wait for TEST, as after an export from DEV.
    pub(super) fn exported(&self, requests: &[i64]) {
        requests.iter().for_each(|request| self.set(2, *request, "initial"));
    }

    /// Ends the running import: each request gets its status.
    pub(super) fn finish(&self, results: &[(i64, &str)]) {
        let mut state = self.state.lock().unwrap();
        let running: Vec<i64> = state.actions.iter().filter(|(_, action)| action.2).map(|(id, _)| *id).collect();
        for id in running {
            let node = state.actions[&id].0;
            for (request, status) in results {
                state.queues.entry(node).or_default().insert(*request, (*status).to_owned());
            }
            state.actions.get_mut(&id).unwrap().2 = false;
        }
    }

    /// How often something was called whose method and path end so.
    pub(super) fn called(&self, end: &str) -> usize {
        self.state.lock().unwrap().calls.iter().filter(|call| call.ends_with(end)).count()
    }
}

async fn answer(State(state): State<Arc<Mutex<Behaviour>>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let kind = parts.headers.get("content-type").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    if parts.uri.path().ends_with("/oauth/token") {
        return Json(json!({ "access_token": "fake", "token_type": "bearer", "expires_in": 600 })).into_response();
    }
    let path = parts.uri.path().strip_prefix("/tms").unwrap_or_default().to_owned();
    let mut state = state.lock().unwrap();
    state.calls.push(format!("{} {path}", parts.method));
    state.bodies.push((kind, bytes.to_vec()));
    if let Some((status, body)) = state.answer.clone() {
        return (StatusCode::from_u16(status).unwrap(), body).into_response();
    }
    served(&mut state, parts.method.as_str(), &path, &bytes)
}

fn served(state: &mut Behaviour, method: &str, path: &str, body: &Bytes) -> Response {
    let segments: Vec<&str> = path.split('/').filter(|s| !s.is_empty()).collect();
    let number = |at: usize| segments[at].parse::<i64>().unwrap();
    match (method, segments.as_slice()) {
        ("GET", ["v2", "nodes"]) => {
            let mode = |id: &i64| if state.manual.contains(id) { "MANUAL" } else { "AUTO" };
            let nodes: Vec<Value> = state
                .names
                .iter()
                .map(|(id, name)| json!({ "id": id, "name": name, "forwardMode": mode(id) }))
                .collect();
            Json(json!({ "nodes": nodes })).into_response()
        }
        ("GET", ["v2", "nodes", _]) => {
            let by = state.controlled.contains(&number(2)).then_some("CHARM");
            Json(json!({ "id": number(2), "controlledBy": by })).into_response()
        }
        ("GET", ["v2", "routes"]) => {
            let route = |from: i64| json!({ "id": from, "name": "r", "sourceNodeId": from, "targetNodeId": from + 1 });
            Json(json!({ "routes": [route(1), route(2)] })).into_response()
        }
        ("GET", ["v2", "nodes", _, "transportRequests"]) => {
            let queue = state.queues.get(&number(2)).cloned().unwrap_or_default();
            let row = |(id, status)| json!({ "id": id, "status": status, "description": "d", "origin": "DEV" });
            let rows: Vec<Value> = queue.into_iter().map(row).collect();
            Json(json!({ "transportRequests": rows })).into_response()
        }
        ("GET", ["v2", "nodes", _, "transportRequests", _, "logs"]) => {
            let (node, request) = (number(2), number(4));
            let ours = state.actions.iter().filter(|(_, (at, ids, _))| *at == node && ids.contains(&request));
            let log =
                |id: &i64| json!({ "actionId": id, "actionType": "I", "actionStartedAt": "2026-05-04T08:00:00.000Z" });
            let logs: Vec<Value> = ours.map(|(id, _)| log(id)).collect();
            Json(json!({ "logs": logs })).into_response()
        }
        ("GET", ["v2", "actions", _]) => match state.actions.get(&number(2)) {
            Some((.., runs)) => Json(json!({ "status": if *runs { "running" } else { "succeeded" } })).into_response(),
            None => StatusCode::NOT_FOUND.into_response(),
        },
        ("POST", ["v2", "nodes", _, "transportRequests", what @ ("import" | "reset")]) => {
            operate(state, number(2), what, body)
        }
        ("POST", ["v2", "nodes", "export"]) => {
            state.next += 1;
            let id = state.next;
            state.queues.entry(2).or_default().insert(id, "initial".to_owned());
            let entry = json!({ "queueId": 1, "nodeId": 2, "nodeName": "TEST" });
            let answer =
                json!({ "transportRequestId": id, "transportRequestDescription": "d", "queueEntries": [entry] });
            Json(answer).into_response()
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

fn operate(state: &mut Behaviour, node: i64, what: &str, body: &Bytes) -> Response {
    let body: Value = serde_json::from_slice(body).unwrap();
    let ids: Vec<i64> = body["transportRequests"].as_array().unwrap().iter().map(|id| id.as_i64().unwrap()).collect();
    let queue = state.queues.entry(node).or_default();
    let fits = |status: &str| match what {
        "reset" => status == "error",
        _ => matches!(status, "initial" | "repeat" | "fatal"),
    };
    if !ids.iter().all(|id| queue.get(id).is_some_and(|status| fits(status))) {
        return (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "message": "wrong status" }))).into_response();
    }
    let status = if what == "reset" { "repeat" } else { "running" };
    ids.iter().for_each(|id| drop(queue.insert(*id, status.to_owned())));
    if what == "reset" {
        return StatusCode::NO_CONTENT.into_response();
    }
    state.next += 1;
    let action = state.next;
    // Forward mode Pre-Import.
    let next = state.queues.entry(node + 1).or_default();
    for id in &ids {
        next.entry(*id).or_insert_with(|| "initial".to_owned());
    }
    state.actions.insert(action, (node, ids, true));
    if state.loses_answers {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    Json(json!({ "actionId": action, "monitoringURL": format!("/v2/actions/{action}") })).into_response()
}
