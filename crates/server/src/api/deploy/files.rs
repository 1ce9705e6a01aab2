//! `…/services/{id}/files`.

use super::answer::{document, done};
use super::error::{Problem, Result};
use super::view;
use crate::form::Form;
use crate::memory::Streamed;
use axum::extract::{FromRequest, Request};
use axum::response::Response;
use engine::Cx;
use engine::slp::file::{self, DeployFile, Receiver};
use engine::slp::place::{Deployer, Reader};
use http::StatusCode;
use model::DeployFileId;
use wire::deploy::Files;

/// The most files of one form. An archive of the largest size, in the parts that clients make of it, has fewer.
const MOST: usize = 100;

pub(super) async fn list(cx: &Cx, place: &Reader) -> Result<Response> {
    let files = file::list(cx, place).await?;
    document(&Files { items: files.iter().map(view::file).collect() })
}

/// Every part with a file name is a file; the reference's part is called `files`.
pub(super) async fn upload(cx: &Cx, place: &Deployer, request: Request) -> Result<Response> {
    let not_a_form = |_| Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "Files are uploaded as multipart/form-data");
    let mut form = Form::from_request(request, &()).await.map_err(not_a_form)?;
    let mut stored: Vec<DeployFile> = Vec::new();
    let broken = |_| Problem::new(StatusCode::BAD_REQUEST, "The upload broke off or is no proper multipart/form-data");
    while let Some(mut part) = form.next().await.map_err(broken)? {
        let Some(name) = part.said.file_name.take() else { continue };
        if stored.len() == MOST {
            let text = format!("The upload holds more than {MOST} files; send the others in another one");
            return Err(Problem::new(StatusCode::BAD_REQUEST, text));
        }
        let (mut receiver, mut held) = (Receiver::new(&name)?, Streamed::default());
        while let Some(piece) = part.chunk().await.map_err(broken)? {
            held.count(cx, piece.len()).await?;
            receiver.take(cx, piece).await?;
        }
        stored.push(receiver.finish(cx, place).await?);
    }
    if stored.is_empty() {
        return Err(Problem::new(StatusCode::BAD_REQUEST, "The upload holds no file: send a part named 'files'"));
    }
    document(&Files { items: stored.iter().map(view::file).collect() })
}

pub(super) async fn delete(cx: &Cx, place: &Deployer, id: &str) -> Result<Response> {
    let id: DeployFileId = id.parse().map_err(|_| Problem::not_found())?;
    file::delete(cx, place, id).await?;
    done()
}

pub(super) async fn delete_all(cx: &Cx, place: &Deployer) -> Result<Response> {
    file::delete_all(cx, place).await?;
    done()
}
