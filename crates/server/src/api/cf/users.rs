//! `/v3/users`.

use super::error::{Body, Problem, Result};
use super::query::{Asked, Key, Query, Shown};
use super::view::{View, given_metadata};
use super::{orgs, spaces, work};
use crate::auth::At;
use axum::Json;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use engine::Cx;
use engine::cf::rights::{CfRead, CfWrite};
use engine::cf::user::{self, Filter, Meant, User};
use http::StatusCode;
use wire::cf::{self, List, Reference};

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route("/users", get(list).post(create))
        .route("/users/{guid}", get(read).patch(label).delete(remove))
        .route("/organizations/{guid}/users", get(of_org))
        .route("/spaces/{guid}/users", get(of_space))
}

fn key(user: &User) -> Key<'_> {
    Key { name: user.presentation(), created_at: user.created_at, updated_at: user.updated_at }
}

/// Who a request means.
pub(super) fn meant(user: Reference) -> Result<Meant> {
    match (user.guid, user.username) {
        (Some(guid), _) => Ok(Meant::Guid(guid)),
        (None, Some(name)) => Ok(Meant::Name { name, origin: user.origin }),
        (None, None) => Err(Problem::unprocessable("either 'guid' or 'username' must be present")),
    }
}

fn filter(asked: Asked) -> Result<(Query, Filter)> {
    let query = asked.only(&["usernames", "partial_usernames", "origins", "guids"])?;
    let filter = Filter {
        names: query.list("usernames"),
        parts: query.list("partial_usernames"),
        origins: query.list("origins"),
        guids: query.list("guids"),
        labels: query.labels()?,
    };
    Ok((query, filter))
}

fn shown(cx: &Cx, query: &Query, page: &Shown<User>) -> Result<Json<List<cf::User>>> {
    let view = View::of(cx);
    query.listed(page, |user| view.user(user)).map(Json)
}

async fn list(At(cx, caller): At<CfRead>, asked: Asked) -> Result<Json<List<cf::User>>> {
    let (query, filter) = filter(asked)?;
    let page = user::list(&cx, caller, filter, query.sheet(key)?).await?.finish();
    shown(&cx, &query, &page)
}

async fn of_org(At(cx, caller): At<CfRead>, Path(text): Path<String>, asked: Asked) -> Result<Json<List<cf::User>>> {
    let (query, filter) = filter(asked)?;
    let page = user::of_org(&cx, caller, orgs::guid(&text)?, filter, query.sheet(key)?).await?.finish();
    shown(&cx, &query, &page)
}

async fn of_space(At(cx, caller): At<CfRead>, Path(text): Path<String>, asked: Asked) -> Result<Json<List<cf::User>>> {
    let (query, filter) = filter(asked)?;
    let page = user::of_space(&cx, caller, spaces::guid(&text)?, filter, query.sheet(key)?).await?.finish();
    shown(&cx, &query, &page)
}

async fn create(At(cx, caller): At<CfWrite>, body: Body<cf::UserRequest>) -> Result<(StatusCode, Json<cf::User>)> {
    let cf::UserRequest { guid, username, origin, metadata } =
        body.only(&["guid", "username", "origin", "metadata"])?;
    let meant = meant(Reference { guid, username, origin })?;
    let user = user::create(&cx, caller, meant, given_metadata(metadata)).await?;
    Ok((StatusCode::CREATED, Json(View::of(&cx).user(&user))))
}

async fn read(At(cx, caller): At<CfRead>, Path(guid): Path<String>) -> Result<Json<cf::User>> {
    let user = user::get(&cx, caller, guid).await?;
    Ok(Json(View::of(&cx).user(&user)))
}

async fn label(
    At(cx, caller): At<CfWrite>,
    Path(guid): Path<String>,
    body: Body<cf::Request>,
) -> Result<Json<cf::User>> {
    let body = body.only(&["metadata"])?;
    let user = user::label(&cx, caller, guid, given_metadata(body.metadata)).await?;
    Ok(Json(View::of(&cx).user(&user)))
}

async fn remove(At(cx, caller): At<CfWrite>, Path(guid): Path<String>) -> Result<Response> {
    let job = engine::cf::async_call::delete_user(&cx, caller, guid).await?;
    Ok(work::accepted(&cx, job))
}
