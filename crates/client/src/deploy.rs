//! The deploy service as its client: the SLP conversation below a target's URL, which ends in `/slp`.
//!
//! Whatever writes needs a session: the CSRF token and the cookie that the answer of `metadata` carries, used for a while
//! ([`session`](crate::session)). What a process needs to be found again is its `appArchiveId`, so store it before [`start`].

use crate::call::{Body, Call, Pace, Part, Source};
use crate::error::{Error, Result};
use crate::http::Http;
use crate::response::Response;
use crate::session::{CSRF, Session};
use crate::target::Target;
use futures_util::StreamExt;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::StatusCode;
use reqwest::header::ACCEPT;
use serde::de::DeserializeOwned;
use std::pin::pin;
use wire::deploy::{
    Error as TaskError, File, Files, Logs, Metadata, PARAMETER_SCALAR, Parameter, Parameters, Process, Processes,
    Task as WireTask, VERSION, from_xml, to_xml,
};

/// The service that deploys an archive.
pub const DEPLOY: &str = "xs2-deploy";
/// The parameter that holds the ids of the archive's files.
pub const ARCHIVE: &str = "appArchiveId";
/// The parameter that holds the ids of extension descriptors.
pub const EXTENSIONS: &str = "mtaExtDescriptorId";

const XML: &str = "application/xml";
/// The most of the logs of a process that is fetched; the rest is left out and said so.
const LARGEST_LOGS: usize = 20 << 20;
/// How many logs are fetched. A deploy service has a few for each application.
const MOST_LOGS: usize = 100;
const LEFT_OUT: &str = "\n[the rest was not fetched]\n";

/// A process to be started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProcess {
    /// [`DEPLOY`], or another service of the same kind.
    pub service: String,
    /// Names and values; empty values are left out.
    pub parameters: Vec<(String, String)>,
}

/// How far a process is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// At work.
    Running,
    /// Well done.
    Finished,
    /// Stands still after a failure, and holds its lock until it is aborted or goes on.
    Error,
    /// Given up.
    Aborted,
    /// Waits for a person.
    ActionRequired,
    /// Something newer.
    Other(String),
}

impl State {
    fn read(text: &str) -> Self {
        match text {
            "INITIAL" | "RUNNING" => Self::Running,
            "FINISHED" => Self::Finished,
            "ERROR" => Self::Error,
            "ABORTED" => Self::Aborted,
            "ACTION_REQUIRED" | "DIALOG" | "BREAKPOINT" => Self::ActionRequired,
            other => Self::Other(other.to_owned()),
        }
    }

    /// Whether it can change no more.
    #[must_use]
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Finished | Self::Aborted)
    }
}

/// One line of progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Growing within a process.
    pub id: i64,
    pub text: String,
}

/// Why a process stands still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// `CONTENT`: trying again is pointless. Anything else may pass.
    pub code: String,
    pub text: String,
}

/// A process as its task shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    pub state: State,
    pub progress_messages: Vec<Message>,
    /// Why it stands still, in state [`State::Error`].
    pub error: Option<Failure>,
}

/// A log of a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// Its name.
    pub id: String,
    /// Its text.
    pub content: String,
}

/// The process of a service at a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run<'a> {
    /// The service that it was started at.
    pub service: &'a str,
    pub process: &'a str,
}

impl Run<'_> {
    fn path(&self, rest: &str) -> String {
        format!("/runs/{}/{}{rest}", segment(self.service), segment(self.process))
    }

    /// Where people find its logs.
    #[must_use]
    pub fn logs_url(&self, target: &Target) -> String {
        // A query may hold a secret, and this is shown.
        let root = target.url.split(['?', '#']).next().unwrap_or_default();
        format!("{}{}", root.trim_end_matches('/'), self.path("/logs"))
    }
}

/// Uploads one file for [`DEPLOY`]; `source` can be read again should the session have expired.
///
/// # Errors
/// Of the call, and when the answer names another size than was sent.
pub async fn upload(http: &Http, target: &Target, file_name: &str, length: u64, source: Source) -> Result<File> {
    let make = || {
        let part = Part::streamed("files", file_name, length, Source::clone(&source));
        Call::post(files_path(), Body::multipart(vec![part.of_type("application/octet-stream")]))
    };
    let answered: Files = read(write(http, target, make).await?).await?;
    let file = answered.items.into_iter().find(|file| file.file_name == file_name || file.file_size == length);
    let file =
        file.ok_or_else(|| Error::protocol(format!("{} did not say how it stored '{file_name}'", target.name)))?;
    if file.file_size != length {
        let (name, stored) = (&target.name, file.file_size);
        return Err(Error::protocol(format!("{name} stored {stored} bytes of '{file_name}', {length} were sent")));
    }
    Ok(file)
}

/// The files that the target holds for [`DEPLOY`]; one with the same digest needs no upload.
pub async fn files(http: &Http, target: &Target) -> Result<Vec<File>> {
    Ok(get::<Files>(http, target, files_path()).await?.items)
}

/// Starts a process and answers its id. Never repeated by itself: when the answer is lost, ask [`find_process`] first.
pub async fn start(http: &Http, target: &Target, new: &NewProcess) -> Result<String> {
    let given = new.parameters.iter().filter(|(_, value)| !value.is_empty());
    let parameter = |(id, value): &(String, String)| Parameter {
        id: id.clone(),
        kind: PARAMETER_SCALAR.to_owned(),
        value: Some(value.clone()),
        ..Parameter::default()
    };
    let parameters = Some(Parameters { items: given.map(parameter).collect() });
    let document = to_xml(&Process { service: new.service.clone(), parameters, ..Process::default() });
    let document = document.map_err(|e| Error::protocol("a process could not be written as XML").because(e))?;
    let path = processes_path(&new.service);
    let make = || Call::post(path.clone(), Body::bytes(XML, document.clone()));
    let started: Process = read(write(http, target, make).await?).await?;
    started
        .id
        .filter(|id| !id.is_empty())
        .ok_or_else(|| Error::protocol(format!("{} started a process without an id", target.name)))
}

/// How far a process is; in state [`State::Error`] also why.
///
/// # Errors
/// Of the calls; status 404 when the target does not know the process (any more).
pub async fn task(http: &Http, target: &Target, run: Run<'_>) -> Result<Task> {
    let path = run.path(&format!("/tasklist/{}", segment(run.service)));
    let task: WireTask = get(http, target, path).await?;
    let state = State::read(task.state());
    let messages = task.progress_messages.items.into_iter();
    let progress_messages = messages.map(|line| Message { id: line.id, text: line.message }).collect();
    let error = if state == State::Error { Some(failure(http, target, run).await?) } else { None };
    Ok(Task { state, progress_messages, error })
}

async fn failure(http: &Http, target: &Target, run: Run<'_>) -> Result<Failure> {
    let error: TaskError = match get(http, target, run.path("/error")).await {
        // It stands in error, whether or not it says why.
        Err(error) if error.status() == Some(404) => TaskError::default(),
        read => read?,
    };
    let text = if error.description.is_empty() { error.display_name } else { error.description };
    Ok(Failure { code: error.code, text })
}

/// The logs of a process with their texts, as far as they fit into [`LARGEST_LOGS`] together.
pub async fn logs(http: &Http, target: &Target, run: Run<'_>) -> Result<Vec<Log>> {
    let listed: Logs = get(http, target, run.path("/logs")).await?;
    let (mut logs, mut left) = (Vec::new(), LARGEST_LOGS);
    for log in listed.items.into_iter().take(MOST_LOGS) {
        let call = Call::get(run.path(&format!("/logs/{}/content", segment(&log.id))));
        let call = call.header(ACCEPT.as_str(), "text/plain").paced(Pace::Transfer);
        let (content, is_whole) = beginning(http.call(target, call).await?.good().await?, left).await?;
        left = left.saturating_sub(content.len());
        logs.push(Log { content: if is_whole { content } else { content + LEFT_OUT }, id: log.id });
        if !is_whole {
            break;
        }
    }
    Ok(logs)
}

/// The process of [`DEPLOY`] that was started with these file ids, in any state, should there be one. The last one,
/// should there be several.
pub async fn find_process(http: &Http, target: &Target, app_archive_id: &str) -> Result<Option<String>> {
    let all: Processes = get(http, target, processes_path(DEPLOY)).await?;
    let ours = all.items.into_iter().filter(|process| {
        let given = process.parameters.iter().flat_map(|list| &list.items).find(|given| given.id == ARCHIVE);
        given.and_then(|given| given.value.as_deref()) == Some(app_archive_id)
    });
    Ok(ours.filter_map(|process| process.id).next_back())
}

/// Asks a process to `abort`, `retry` or `resume`.
///
/// # Errors
/// Of the call; status 400 when its state does not allow it.
pub async fn act(http: &Http, target: &Target, run: Run<'_>, action: &str) -> Result<()> {
    let path = run.path(&format!("/actions/{}", segment(action)));
    write(http, target, || Call::post(path.clone(), Body::none())).await.map(drop)
}

fn files_path() -> String {
    format!("/services/{DEPLOY}/files")
}

fn processes_path(service: &str) -> String {
    format!("/services/{}/processes", segment(service))
}

/// What stays as it is in one path segment.
const BARE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn segment(text: &str) -> String {
    utf8_percent_encode(text, BARE).to_string()
}

/// A call that changes something, in a session; once more in a new one should that be refused as expired.
async fn write(http: &Http, target: &Target, make: impl Fn() -> Call) -> Result<Response> {
    let session = match http.sessions().of(target, http.options().now.micros()) {
        Some(session) => session,
        None => opened(http, target).await?,
    };
    let answer = http.call(target, session.put_into(make()).header(ACCEPT.as_str(), XML)).await?;
    if answer.status() != StatusCode::FORBIDDEN || answer.header(CSRF) != Some("Required") {
        return answer.good().await;
    }
    let session = opened(http, target).await?;
    http.call(target, session.put_into(make()).header(ACCEPT.as_str(), XML)).await?.good().await
}

/// A new session, which the next writes use, too.
async fn opened(http: &Http, target: &Target) -> Result<Session> {
    let call = Call::get("/metadata").header(ACCEPT.as_str(), XML).header(CSRF, "Fetch");
    let answer = http.call(target, call).await?.good().await?;
    let session = Session::of(&answer);
    let metadata: Metadata = read(answer).await?;
    match metadata.slmpversion.as_deref() {
        Some(VERSION) => {
            http.sessions().keep(target, session.clone(), http.options().now.micros());
            Ok(session)
        }
        other => {
            let (found, name) = (other.unwrap_or("no version"), &target.name);
            Err(Error::protocol(format!(
                "{name} speaks SLP {found}, {VERSION} is needed; check that its URL ends in /slp"
            )))
        }
    }
}

async fn get<T: DeserializeOwned>(http: &Http, target: &Target, path: String) -> Result<T> {
    let call = Call::get(path).header(ACCEPT.as_str(), XML).paced(Pace::Poll);
    read(http.call(target, call).await?.good().await?).await
}

async fn read<T: DeserializeOwned>(answer: Response) -> Result<T> {
    let text = answer.text().await?;
    from_xml(&text)
        .map_err(|e| Error::protocol("the deploy service answered with something that is no SLP document").because(e))
}

/// At most so many bytes, and whether that is all.
async fn beginning(answer: Response, limit: usize) -> Result<(String, bool)> {
    let mut stream = pin!(answer.stream());
    let mut all = Vec::new();
    while let Some(piece) = stream.next().await {
        all.extend_from_slice(&piece?);
        if all.len() > limit {
            all.truncate(limit);
            return Ok((String::from_utf8_lossy(&all).into_owned(), false));
        }
    }
    Ok((String::from_utf8_lossy(&all).into_owned(), true))
}
