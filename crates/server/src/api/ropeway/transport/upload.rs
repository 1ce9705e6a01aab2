//! Bringing a file into a queue: its bytes are the body, what it is called is in the query.

use super::super::body::Asked;
use super::super::error::Problem;
use super::super::here::Here;
use super::One;
use crate::memory::Streamed;
use axum::Json;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Path};
use engine::transport::node;
use engine::transport::request::{self, NewRequest};
use engine::transport::right::{Display, Export};
use engine::transport::upload::{self, Incoming, Received};
use engine::{Caller, Cx, Error};
use futures_util::StreamExt;
use http::StatusCode;
use model::request::{ContentType, StorageType};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::ropeway::transport::UploadedRequest;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default().routes(routes!(upload)).layer(DefaultBodyLimit::disable())
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Options {
    /// Name of the file.
    file_name: String,
    /// What the transport request is for.
    description: String,
}

/// Upload a file into a queue.
///
/// The body is the file: an MTA archive, or what else the node takes. A transport request is made of it and enters the
/// queue of the node; a file of which none can be made is not kept.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/nodes/{id}/uploads", operation_id = "uploadFile",
    tag = "transport", params(One, Options),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, description = "The transport request.", body = UploadedRequest), Problem))]
async fn upload(
    Here(cx, caller): Here<Export>,
    Path(one): Path<One>,
    Asked(options): Asked<Options>,
    body: Body,
) -> Result<(StatusCode, Json<UploadedRequest>), Problem> {
    let node = node::get(&cx, Caller::<Display>::new(caller.shared())?, one.id()?).await?;
    let received = receive(&cx, body).await?;
    let file = upload::register(&cx, caller.clone(), received, &options.file_name, None).await?;
    let content_type = node.draft.target.as_ref().map_or(ContentType::Mta, |target| target.content_type);
    let new = NewRequest {
        node: node.draft.name.to_string(),
        content_type,
        storage_type: StorageType::File,
        description: options.description,
        named_user: None,
        uris: vec![file.id.to_string()],
    };
    match request::upload(&cx, caller.clone(), new).await {
        Ok(made) => {
            let made = UploadedRequest { request: made.request.get(), description: made.description };
            Ok((StatusCode::CREATED, Json(made)))
        }
        Err(refusal) => {
            upload::delete(&cx, caller, file.id).await?;
            Err(refusal.into())
        }
    }
}

async fn receive(cx: &Cx, body: Body) -> Result<Received, Problem> {
    let (mut incoming, mut held) = (Incoming::new(cx, cx.settings.max_upload), Streamed::default());
    let mut pieces = body.into_data_stream();
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|e| Error::invalid(format!("the file did not arrive whole: {e}")))?;
        held.count(cx, piece.len()).await?;
        incoming.write(piece).await?;
    }
    Ok(incoming.finish().await?)
}
