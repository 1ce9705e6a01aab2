//! A deploy service for tests: speaks SLP, remembers everything, and does what the test says.

use axum::extract::{DefaultBodyLimit, Multipart, Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Router, body::Bytes};
use http::{HeaderMap, StatusCode};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How the next process goes.
#[derive(Debug, Clone)]
pub struct Script {
    /// Task states, one per look; the last one stays.
    pub states: Vec<&'static str>,
    /// Progress messages; all are there from the first look on.
    pub messages: Vec<&'static str>,
    /// Code and text of the failure.
    pub failure: (&'static str, &'static str),
    /// Status with which every call is refused.
    pub refuse: Option<u16>,
    /// Whether a process is started but the answer says it was not.
    pub lose_answer: bool,
    /// Header with which a refusal asks for patience.
    pub retry_after: Option<&'static str>,
    /// How long a start takes, before and after it is done.
    pub slow: Duration,
}

impl Script {
    fn quick() -> Self {
        Self {
            states: Vec::new(),
            messages: Vec::new(),
            failure: ("", ""),
            refuse: None,
            lose_answer: false,
            retry_after: None,
            slow: Duration::ZERO,
        }
    }
}

impl Default for Script {
    fn default() -> Self {
        let messages = vec!["Deploying package 'demo'"];
        Self { states: vec!["RUNNING", "FINISHED"], messages, ..Self::quick() }
    }
}

/// What was asked of it.
#[derive(Debug, Default)]
pub struct Seen {
    /// Names and bytes of files that came.
    pub files: Vec<(String, Vec<u8>)>,
    /// The bodies of started processes.
    pub processes: Vec<String>,
    /// How often each process was looked at.
    pub looks: Vec<usize>,
    /// The processes that were aborted.
    pub aborted: Vec<usize>,
    /// The credentials of every call.
    pub users: Vec<String>,
}

/// The service; copies are the same one.
#[derive(Debug, Clone, Default)]
pub struct Fake {
    /// Where it is: the URL of a destination.
    pub url: String,
    script: Arc<Mutex<Script>>,
    /// What was asked of it.
    pub seen: Arc<Mutex<Seen>>,
}

const NS: &str = "xmlns=\"http://www.sap.com/lmsl/slp\"";

impl Fake {
    /// One at a free port.
    ///
    /// # Panics
    /// Without a free port.
    pub async fn start() -> Self {
        let socket = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/slprot/org/space/slp", socket.local_addr().expect("an address"));
        let fake = Self { url, ..Self::default() };
        let root = "/slprot/{org}/{space}/slp";
        let run = format!("{root}/runs/xs2-deploy/{{process}}");
        let router = Router::new()
            .route(&format!("{root}/metadata"), get(metadata))
            .route(&format!("{root}/services/xs2-deploy/files"), get(files).post(upload))
            .route(&format!("{root}/services/xs2-deploy/processes"), get(processes).post(start))
            .route(&format!("{run}/tasklist/xs2-deploy"), get(task))
            .route(&format!("{run}/error"), get(error))
            .route(&format!("{run}/logs"), get(logs))
            .route(&format!("{run}/logs/{{log}}/content"), get(content))
            .route(&format!("{run}/actions/abort"), axum::routing::post(abort))
            .layer(DefaultBodyLimit::disable())
            .with_state(fake.clone());
        tokio::spawn(async move { axum::serve(socket, router).await.expect("the fake") });
        fake
    }

    /// What it does from now on.
    ///
    /// # Panics
    /// After a panic in it.
    pub fn plays(&self, script: Script) {
        *self.script.lock().expect("no panic") = script;
    }

    fn script(&self) -> Script {
        self.script.lock().expect("no panic").clone()
    }

    /// The files that came since the last time, and the last process.
    ///
    /// # Panics
    /// After a panic in it.
    pub fn take(&self) -> (Vec<(String, Vec<u8>)>, String) {
        let mut seen = self.seen.lock().expect("no panic");
        (std::mem::take(&mut seen.files), seen.processes.last().cloned().unwrap_or_default())
    }

    fn guard(&self, headers: &HeaderMap) -> Result<(), Refused> {
        let user = headers.get("authorization").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        self.seen.lock().expect("no panic").users.push(user);
        let script = self.script();
        let Some(status) = script.refuse else { return Ok(()) };
        let status = StatusCode::from_u16(status).expect("a status");
        Err(Refused(status, script.retry_after))
    }
}

/// A refusal, and how long to stay away.
struct Refused(StatusCode, Option<&'static str>);

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        match self.1 {
            Some(wait) => (self.0, [("retry-after", wait)]).into_response(),
            None => self.0.into_response(),
        }
    }
}

fn xml(body: String) -> Response {
    ([("content-type", "application/xml"), ("x-csrf-header", "X-CSRF-TOKEN"), ("x-csrf-token", "t")], body)
        .into_response()
}

fn number(process: &str) -> usize {
    process.trim_start_matches('p').parse().expect("a process of ours")
}

async fn metadata(State(fake): State<Fake>, headers: HeaderMap) -> Result<Response, Refused> {
    fake.guard(&headers)?;
    Ok(xml(format!("<Metadata {NS}><slmpversion>1.2.0</slmpversion></Metadata>")))
}

async fn files() -> Response {
    xml(format!("<files {NS}/>"))
}

async fn upload(State(fake): State<Fake>, headers: HeaderMap, mut form: Multipart) -> Result<Response, Refused> {
    fake.guard(&headers)?;
    let field = form.next_field().await.expect("a form").expect("a file");
    let name = field.file_name().unwrap_or_default().to_owned();
    let bytes = field.bytes().await.expect("the bytes").to_vec();
    let size = bytes.len();
    let mut seen = fake.seen.lock().expect("no panic");
    seen.files.push((name.clone(), bytes));
    let id = format!("f{}", seen.files.len());
    let file = format!("<File><id>{id}</id><fileName>{name}</fileName><fileSize>{size}</fileSize></File>");
    Ok(xml(format!("<files {NS}>{file}</files>")))
}

fn listed(index: usize, body: &str) -> String {
    let parameters = body.find("<parameters>").map_or("", |at| {
        let end = body.find("</parameters>").expect("closed") + "</parameters>".len();
        &body[at..end]
    });
    format!(
        "<Process><id>p{index}</id><service>xs2-deploy</service><status>slp.process.state.ACTIVE</status>{parameters}</Process>"
    )
}

async fn processes(State(fake): State<Fake>, headers: HeaderMap) -> Result<Response, Refused> {
    fake.guard(&headers)?;
    let seen = fake.seen.lock().expect("no panic");
    let all: String = seen.processes.iter().enumerate().map(|(index, body)| listed(index, body)).collect();
    Ok(xml(format!("<processes {NS}>{all}</processes>")))
}

/// A target that takes its time.
async fn take_time(fake: &Fake) {
    let slow = fake.script().slow;
    if !slow.is_zero() {
        drop(tokio::time::timeout(slow, std::future::pending::<()>()).await);
    }
}

async fn start(State(fake): State<Fake>, headers: HeaderMap, body: Bytes) -> Result<Response, Refused> {
    fake.guard(&headers)?;
    take_time(&fake).await;
    let index = started(&fake, &body);
    take_time(&fake).await;
    if fake.script().lose_answer {
        return Err(Refused(StatusCode::BAD_GATEWAY, None));
    }
    Ok(xml(format!(
        "<Process {NS}><id>p{index}</id><service>xs2-deploy</service><status>slp.process.state.ACTIVE</status></Process>"
    )))
}

fn started(fake: &Fake, body: &Bytes) -> usize {
    let text = String::from_utf8_lossy(body).into_owned();
    let mut seen = fake.seen.lock().expect("no panic");
    seen.processes.push(text);
    seen.looks.push(0);
    seen.processes.len() - 1
}

async fn task(
    State(fake): State<Fake>,
    Path((_, _, process)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    fake.guard(&headers)?;
    let script = fake.script();
    let mut seen = fake.seen.lock().expect("no panic");
    let look = seen.looks.get_mut(number(&process)).ok_or(Refused(StatusCode::NOT_FOUND, None))?;
    let state = script.states[(*look).min(script.states.len() - 1)];
    *look += 1;
    let message = |(id, text): (usize, &&str)| {
        format!("<ProgressMessage><id>{}</id><message>{text}</message></ProgressMessage>", id + 1)
    };
    let messages: String = script.messages.iter().enumerate().map(message).collect();
    Ok(xml(format!(
        "<Task {NS}><id>xs2-deploy</id><type>slp.task.type.PROCESS</type><status>slp.task.state.{state}</status><progressMessages>{messages}</progressMessages></Task>"
    )))
}

async fn error(State(fake): State<Fake>) -> Response {
    let (code, text) = fake.script().failure;
    xml(format!(
        "<Error {NS}><id>e</id><code>{code}</code><displayName>failed</displayName><description>{text}</description></Error>"
    ))
}

async fn logs() -> Response {
    xml(format!("<logs {NS}><Log><id>MAIN_LOG</id><format>slp.log.format.TEXT</format><size>9</size></Log></logs>"))
}

async fn content() -> &'static str {
    "all went as it did\nclientsecret: hunter2\n"
}

async fn abort(State(fake): State<Fake>, Path((_, _, process)): Path<(String, String, String)>) -> StatusCode {
    fake.seen.lock().expect("no panic").aborted.push(number(&process));
    StatusCode::NO_CONTENT
}
