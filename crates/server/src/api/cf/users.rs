//! `/v3/users`.

use super::auth::Cf;
use super::error::{Body, Problem, Result};
use super::query::{Asked, Key};
use super::view::{View, given_metadata};
use super::work;
use axum::Json;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use engine::Cx;
use engine::deploy::rights::{CfRead, CfWrite};
use engine::deploy::user::{self, Filter, Meant, User};
use http::StatusCode;
use wire::cf::{self, List, Reference};

pub(super) fn routes() -> Router<Cx> {
    Router::new().route("/users", get(list).post(create)).route("/users/{guid}", get(read).patch(label).delete(remove))
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

async fn list(Cf(caller): Cf<CfRead>, State(cx): State<Cx>, asked: Asked) -> Result<Json<List<cf::User>>> {
    let query = asked.only(&["usernames", "origins", "guids"])?;
    let filter = Filter { names: query.list("usernames"), origins: query.list("origins"), guids: query.list("guids") };
    let users = user::list(&cx, caller, filter).await?;
    let view = View { api: cx.addresses().cf() };
    query.cut(users, key, |user| view.user(user)).map(Json)
}

async fn create(
    Cf(caller): Cf<CfWrite>,
    State(cx): State<Cx>,
    Body(body): Body<Reference>,
) -> Result<(StatusCode, Json<cf::User>)> {
    let user = user::create(&cx, caller, meant(body)?).await?;
    Ok((StatusCode::CREATED, Json(View { api: cx.addresses().cf() }.user(&user))))
}

async fn read(Cf(caller): Cf<CfRead>, State(cx): State<Cx>, Path(guid): Path<String>) -> Result<Json<cf::User>> {
    let user = user::get(&cx, caller, guid).await?;
    Ok(Json(View { api: cx.addresses().cf() }.user(&user)))
}

async fn label(
    Cf(caller): Cf<CfWrite>,
    State(cx): State<Cx>,
    Path(guid): Path<String>,
    Body(body): Body<cf::Request>,
) -> Result<Json<cf::User>> {
    let user = user::label(&cx, caller, guid, given_metadata(body.metadata)).await?;
    Ok(Json(View { api: cx.addresses().cf() }.user(&user)))
}

async fn remove(Cf(caller): Cf<CfWrite>, State(cx): State<Cx>, Path(guid): Path<String>) -> Result<Response> {
    let job = engine::deploy::work::delete_user(&cx, caller, guid).await?;
    Ok(work::accepted(&cx, job))
}
