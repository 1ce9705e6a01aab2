//! Every conversion to SLP.

use engine::slp::file::DeployFile;
use engine::slp::operation::{DEPLOY, LOG, Message, Operation};
use model::operation::{Action, known_parameters as all_parameters};
use model::{SpaceGuid, Time};
use wire::deploy::{
    ACTION_TYPE, Error, File, LOG_TEXT, Log, OngoingOperation, PARAMETER_SCALAR, PROCESS_ACTIVE, PROCESS_FINISHED,
    Parameter, Parameters, Process, ProgressMessage, ProgressMessages, Service, TASK_PROCESS, TASK_STATE, Task,
    VERSION,
};

/// Seconds after which it is worth to ask again.
const REFRESH: i64 = 1;

pub(super) fn service(id: &str) -> Service {
    let below = |what: &str| format!("services/{id}/{what}");
    let (display_name, description) = match id {
        DEPLOY => ("Deploy", "Deploys a multi-target application"),
        _ => ("Blue-green deploy", "Deploys a multi-target application and waits for a decision"),
    };
    Service {
        id: id.to_owned(),
        processes: below("processes"),
        parameters: below("parameters"),
        files: below("files"),
        versions: below("versions"),
        slppversion: VERSION.to_owned(),
        display_name: display_name.to_owned(),
        description: description.to_owned(),
    }
}

pub(super) fn known_parameters() -> Parameters {
    let parameter = |(id, default): (&str, Option<&str>)| Parameter {
        id: id.to_owned(),
        kind: PARAMETER_SCALAR.to_owned(),
        required: Some(id == "appArchiveId"),
        default_value: default.map(str::to_owned),
        value: None,
    };
    Parameters { items: all_parameters().into_iter().map(parameter).collect() }
}

/// What a process is to be started with.
pub(super) fn parameters(process: Process) -> Vec<(String, String)> {
    let given = process.parameters.map(|list| list.items).unwrap_or_default();
    given.into_iter().map(|one| (one.id, one.value.unwrap_or_default())).collect()
}

pub(super) fn file(file: &DeployFile) -> File {
    File {
        id: file.id.text(),
        file_path: file.name.clone(),
        file_name: file.name.clone(),
        file_size: file.size,
        digest: file.md5.clone(),
        digest_algorithm: "MD5".to_owned(),
    }
}

pub(super) fn process(operation: &Operation) -> Process {
    let parameter = |(id, value): &(String, String)| Parameter {
        id: id.clone(),
        kind: PARAMETER_SCALAR.to_owned(),
        value: Some(value.clone()),
        ..Parameter::default()
    };
    let status = if operation.state.is_final() { PROCESS_FINISHED } else { PROCESS_ACTIVE };
    Process {
        id: Some(operation.id.text()),
        service: operation.service.clone(),
        status: Some(status.to_owned()),
        root_url: Some(format!("runs/{}/{}", operation.service, operation.id)),
        parameters: Some(Parameters { items: operation.parameters.iter().map(parameter).collect() }),
    }
}

pub(super) fn task(operation: &Operation, messages: Vec<Message>) -> Task {
    let items = messages.into_iter().map(|said| ProgressMessage { id: said.id, message: said.text }).collect();
    Task {
        id: operation.service.clone(),
        kind: TASK_PROCESS.to_owned(),
        technical_name: operation.service.clone(),
        status: format!("{TASK_STATE}{}", operation.state.word()),
        progress: i64::try_from(operation.progress).unwrap_or(100),
        refresh_rate: REFRESH,
        progress_messages: ProgressMessages { items },
        display_name: service(&operation.service).display_name,
        description: operation.mta_id.clone().unwrap_or_default(),
        logs: "logs".to_owned(),
        error: operation.error_type.map(|_| "error".to_owned()),
        started_at: Some(operation.started_at.rfc3339_millis()),
        finished_at: operation.ended_at.map(Time::rfc3339_millis),
    }
}

pub(super) fn error(operation: &Operation) -> Error {
    Error {
        id: operation.id.text(),
        code: operation.error_type.map(|kind| kind.word().to_owned()).unwrap_or_default(),
        display_name: "The process failed".to_owned(),
        description: operation.failure.clone().unwrap_or_default(),
        occurred_at: None,
        logs: "logs".to_owned(),
    }
}

pub(super) fn action(action: Action) -> wire::deploy::Action {
    let kind = match action {
        Action::Abort => "ABORT",
        Action::Retry => "REPEAT",
        Action::Resume => "RESUME",
    };
    wire::deploy::Action {
        id: action.word().to_owned(),
        action_type: format!("{ACTION_TYPE}{kind}"),
        active: true,
        in_dialog: false,
    }
}

pub(super) fn log(text: &str, last: Time) -> Log {
    Log {
        id: LOG.to_owned(),
        content: format!("logs/{LOG}/content"),
        format: LOG_TEXT.to_owned(),
        size: text.len() as u64,
        last_modified: Some(last.rfc3339_millis()),
    }
}

/// An operation that has not ended. Whatever has not ended keeps what it deploys to itself, once that is known.
pub(super) fn ongoing(operation: &Operation, space: SpaceGuid) -> OngoingOperation {
    OngoingOperation {
        process_id: operation.id.text(),
        process_type: operation.service.clone(),
        started_at: operation.started_at.rfc3339_millis(),
        space_id: space.text(),
        mta_id: operation.mta_id.clone(),
        user: operation.actor.clone(),
        state: format!("{TASK_STATE}{}", operation.state.word()),
        acquired_lock: operation.mta_id.is_some(),
    }
}
