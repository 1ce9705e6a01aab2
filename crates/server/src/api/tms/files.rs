//! Files: bytes first, then what they are for.

use super::error::Problem;
use super::{read, view};
use crate::auth::At;
use axum::Json;
use axum::extract::multipart::{Field, MultipartRejection};
use axum::extract::{Multipart, Path};
use engine::transport::right::Export;
use engine::transport::upload::{self, Incoming, Received};
use engine::{Cx, Error};
use http::StatusCode;
use wire::tms::UploadedFile;

/// Streams the file to where it stays; the other fields may come before or after it.
pub(super) async fn upload(
    At(cx, caller): At<Export>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<(StatusCode, Json<UploadedFile>), Problem> {
    let mut form = read::form(form)?;
    let (mut file, mut user) = (None, None);
    while let Some(mut field) = form.next_field().await.map_err(|e| read::broken(&e))? {
        if read::is_file(&field) {
            if file.is_some() {
                return Err(read::second_file());
            }
            let name = read::file_name(&field);
            file = Some((name, receive(&cx, &mut field).await?));
        } else {
            let name = field.name().unwrap_or_default().to_owned();
            // Clients send a description, which no file has: that of the request is meant.
            read::known_field(&name, &["namedUser", "description"])?;
            let text = read::text(&mut field).await?;
            user = if name == "namedUser" { Some(text) } else { user };
        }
    }
    let (name, received) = file.ok_or_else(|| Error::invalid("the form has no file; its field is called 'file'"))?;
    let uploaded = upload::register(&cx, caller, received, &name, user.as_deref()).await?;
    Ok((StatusCode::CREATED, Json(view::file(uploaded))))
}

async fn receive(cx: &Cx, field: &mut Field<'_>) -> Result<Received, Problem> {
    let mut incoming = Incoming::new(cx, cx.settings.max_upload);
    while let Some(piece) = field.chunk().await.map_err(|e| read::broken(&e))? {
        incoming.write(piece).await?;
    }
    Ok(incoming.finish().await?)
}

/// Deletes a file that no request refers to.
pub(super) async fn remove(At(cx, caller): At<Export>, Path(file): Path<String>) -> Result<StatusCode, Problem> {
    upload::delete(&cx, caller, read::id(&file)?).await?;
    Ok(StatusCode::NO_CONTENT)
}
