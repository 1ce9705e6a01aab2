//! Files: bytes first, then what they are for.

use super::error::Problem;
use super::{read, view};
use crate::auth::At;
use crate::form::{Form, Part};
use crate::memory::Streamed;
use axum::Json;
use axum::extract::Path;
use axum::extract::multipart::MultipartRejection;
use engine::transport::right::Export;
use engine::transport::upload::{self, Incoming, Received};
use engine::{Cx, Error};
use http::StatusCode;
use wire::tms::UploadedFile;

/// Streams the file to where it stays; the other fields may come before or after it.
pub(super) async fn upload(
    At(cx, caller): At<Export>,
    form: Result<Form, MultipartRejection>,
) -> Result<(StatusCode, Json<UploadedFile>), Problem> {
    let mut form = read::form(form)?;
    let (mut file, mut fields) = (None, read::Fields::default());
    while let Some(mut part) = form.next().await.map_err(|e| read::broken(&e))? {
        if part.is_file() {
            if file.is_some() {
                return Err(read::second_file());
            }
            let name = part.said.file_name.take().unwrap_or_default();
            file = Some((name, receive(&cx, &mut part).await?));
        } else {
            // Clients send a description, which no file has: that of the request is meant.
            fields.take(&mut part, &["namedUser", "description"]).await?;
        }
    }
    let (name, received) = file.ok_or_else(|| Error::invalid("the form has no file; its field is called 'file'"))?;
    let uploaded = upload::register(&cx, caller, received, &name, fields.get("namedUser")).await?;
    Ok((StatusCode::CREATED, Json(view::file(uploaded))))
}

async fn receive(cx: &Cx, part: &mut Part<'_>) -> Result<Received, Problem> {
    let (mut incoming, mut held) = (Incoming::new(cx, cx.settings.max_upload), Streamed::default());
    while let Some(piece) = part.chunk().await.map_err(|e| read::broken(&e))? {
        held.count(cx, piece.len()).await?;
        incoming.write(piece).await?;
    }
    Ok(incoming.finish().await?)
}

/// Deletes a file that no request refers to.
pub(super) async fn remove(At(cx, caller): At<Export>, Path(file): Path<String>) -> Result<StatusCode, Problem> {
    upload::delete(&cx, caller, read::id(&file)?).await?;
    Ok(StatusCode::NO_CONTENT)
}
