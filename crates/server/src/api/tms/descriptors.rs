//! MTA extension descriptors of a node.

use super::error::Problem;
use super::paging::{self, Page, Window};
use super::read::SmallForm;
use super::{read, view};
use crate::auth::At;
use crate::form::Form;
use crate::memory::Room;
use axum::Json;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Path, RawQuery};
use axum::response::Response;
use engine::transport::descriptor::{self, Filter, NewDescriptor, Replaced};
use engine::transport::right::{Display, Operate};
use engine::{Cx, Error};
use http::{HeaderMap, StatusCode};
use model::ExtDescriptorId;
use model::ext_descriptor::SIZE_MAX;
use wire::tms::{ExtDescriptor, ExtDescriptors};

/// All of a node, or those that literally say what was asked: `*` finds only `*`.
pub(super) async fn list(
    at: At<Display>,
    Path(node): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = read::query(raw.as_deref());
    let asked = |name: &str| query.get(name).map(str::to_owned);
    // Clients do not escape it, so the plus of a build arrives as a blank, which no version has.
    let version = asked("mtaVersion").map(|version| version.replace(' ', "+"));
    let (node, filter) = (read::id(&node)?, Filter { mta_id: asked("mtaId"), mta_version: version });
    let window = Window::asked(&query)?;
    let next = move |At(cx, caller): At<Display>, after, limit| {
        let filter = filter.clone();
        async move {
            let found = descriptor::page(&cx, caller, node, filter, ExtDescriptorId(after), limit).await?;
            Page::of(found.iter().map(view::descriptor), found.last().map_or(after, |row| row.id.get()))
        }
    };
    paging::list(at, &ExtDescriptors { mta_ext_descriptors: Vec::new() }, window, next).await
}

pub(super) async fn create(
    At(cx, caller): At<Operate>,
    Path(node): Path<String>,
    headers: HeaderMap,
    form: Result<Form, MultipartRejection>,
) -> Result<(StatusCode, Json<ExtDescriptor>), Problem> {
    let (new, _room) = new_descriptor(&cx, &headers, form).await?;
    let made = descriptor::create(&cx, caller, read::id(&node)?, new).await?;
    Ok((StatusCode::CREATED, Json(view::descriptor(&made))))
}

pub(super) async fn update(
    At(cx, caller): At<Operate>,
    Path((node, id)): Path<(String, String)>,
    headers: HeaderMap,
    form: Result<Form, MultipartRejection>,
) -> Result<Json<ExtDescriptor>, Problem> {
    let (new, _room) = new_descriptor(&cx, &headers, form).await?;
    let replaced = Replaced { id: read::id(&id)?, version: None };
    Ok(Json(view::descriptor(&descriptor::update(&cx, caller, read::id(&node)?, replaced, new).await?)))
}

pub(super) async fn remove(
    At(cx, caller): At<Operate>,
    Path((node, id)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    descriptor::delete(&cx, caller, read::id(&node)?, read::id(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The descriptor, with what its file takes up in memory.
async fn new_descriptor(
    cx: &Cx,
    headers: &HeaderMap,
    form: Result<Form, MultipartRejection>,
) -> Result<(NewDescriptor, Option<Room>), Problem> {
    let user = headers.get("tms-named-user").and_then(|value| value.to_str().ok());
    read::user(user)?;
    let limit = usize::try_from(SIZE_MAX).unwrap_or(usize::MAX);
    let mut form = SmallForm::read(cx, read::form(form)?, limit, &["mtaVersion", "description"]).await?;
    let file = form.file.take().ok_or_else(|| Error::invalid("the form has no file; its field is called 'file'"));
    let (file_name, content) = file?;
    let text = |name: &str| form.fields.get(name).map(str::to_owned);
    let (mta_version, description) = (text("mtaVersion"), text("description"));
    Ok((NewDescriptor { file_name, content, mta_version, description }, form.room))
}
