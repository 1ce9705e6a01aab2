//! `/cf-uaa/Users` and `/cf-uaa/oauth/clients`: people, and what the cf command line asks about clients.

use super::error::Result;
use super::scim::{self, Page, person_id};
use super::sent::{Sent, SentUser};
use super::view;
use crate::auth::At;
use axum::Json;
use axum::extract::{Path, Query};
use axum::response::IntoResponse;
use engine::Error;
use engine::identity::cf_clients::{self, NewCfClient};
use engine::identity::client::{CF, Client};
use engine::identity::rights::{LoggedIn, ReadPeople, WritePeople};
use engine::identity::users::{self, PersonChange, User};
use http::header::IF_MATCH;
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};
use wire::xsuaa::{OauthClient, PasswordChange, ScimList, ScimUser};

/// `GET /Users?filter=userName eq "x"`.
pub(super) async fn list(At(cx, caller): At<ReadPeople>, Query(page): Query<Page>) -> Result<Json<ScimList>> {
    let found = users::people(&cx, caller, scim::filter(page.filter.as_deref())?, page.sheet()).await?.finish();
    let users = found.items.into_iter().map(User::without_collections).collect();
    Ok(Json(page.of(users, found.total, "uaa")))
}

/// `POST /Users`, with the password.
pub(super) async fn create(At(cx, caller): At<WritePeople>, SentUser(body): SentUser) -> Result<impl IntoResponse> {
    let origin = body.origin.clone().unwrap_or_default();
    let made = users::create_person(&cx, caller, view::new_person(body)?, &origin).await?;
    Ok((StatusCode::CREATED, Json(view::scim_user(made, "uaa"))))
}

/// `GET /Users/{id}`.
pub(super) async fn get(At(cx, caller): At<LoggedIn>, Path(id): Path<String>) -> Result<Json<ScimUser>> {
    Ok(Json(view::scim_user(users::person(&cx, caller, person_id(&id)?).await?, "uaa")))
}

/// `PUT /Users/{id}`: names, mail address, and whether he can log in. The version that is to change stands in `If-Match`.
pub(super) async fn change(
    At(cx, caller): At<WritePeople>,
    Path(id): Path<String>,
    headers: HeaderMap,
    SentUser(body): SentUser,
) -> Result<Json<ScimUser>> {
    let (name, text) = (body.name.unwrap_or_default(), |text: String| Some(text).filter(|text| !text.is_empty()));
    let change = PersonChange {
        user_name: text(body.user_name),
        email: view::email(&body.emails).and_then(text),
        given: name.given_name,
        family: name.family_name,
        active: body.active,
        version: version(&headers)?,
    };
    let changed = users::change_person(&cx, caller, person_id(&id)?, change).await?;
    Ok(Json(view::scim_user(changed, "uaa")))
}

/// The version in `If-Match`, perhaps in quotes; `*` is any.
fn version(headers: &HeaderMap) -> Result<Option<i64>, Error> {
    let invalid = |text: &str| Error::invalid(text).with_code("scim");
    let given = headers.get(IF_MATCH).ok_or_else(|| invalid("Missing If-Match for PUT"))?;
    match given.to_str().unwrap_or_default().trim_matches('"') {
        "*" => Ok(None),
        number => {
            number.parse().map(Some).map_err(|_| invalid("Invalid version match header (should be a version number)"))
        }
    }
}

/// `DELETE /Users/{id}`.
pub(super) async fn delete(At(cx, caller): At<WritePeople>, Path(id): Path<String>) -> Result<Json<ScimUser>> {
    Ok(Json(view::scim_user(users::delete_person(&cx, caller, person_id(&id)?).await?, "uaa")))
}

/// `PUT /Users/{id}/password`.
pub(super) async fn password(
    At(cx, caller): At<LoggedIn>,
    Path(id): Path<String>,
    Sent(body): Sent<PasswordChange>,
) -> Result<Json<Value>> {
    users::change_password(&cx, caller, person_id(&id)?, body.old_password, &body.password).await?;
    Ok(Json(json!({"status": "ok", "message": "password updated"})))
}

/// `GET /oauth/clients/{id}`: cf asks whether a person's name is that of a client.
pub(super) async fn client(At(cx, caller): At<LoggedIn>, Path(id): Path<String>) -> Result<Json<Value>> {
    if id != CF {
        return Ok(Json(shown(cf_clients::get(&cx, caller, id).await?)));
    }
    Ok(Json(json!({
        "client_id": CF,
        "scope": ["cloud_controller.read", "cloud_controller.write", "openid", "password.write", "uaa.user"],
        "resource_ids": ["none"],
        "authorized_grant_types": ["password", "refresh_token"],
        "autoapprove": ["true"],
        "authorities": ["uaa.none"],
        "access_token_validity": 1200,
        "refresh_token_validity": 2_592_000
    })))
}

fn shown(client: Client) -> Value {
    json!({
        "client_id": client.client_id,
        "scope": ["uaa.none"],
        "resource_ids": ["none"],
        "authorized_grant_types": client.grant_types,
        "autoapprove": [],
        "authorities": client.authorities,
        "access_token_validity": client.validity.as_secs()
    })
}

/// `POST /oauth/clients`.
pub(super) async fn create_client(
    At(cx, caller): At<WritePeople>,
    Sent(body): Sent<OauthClient>,
) -> Result<impl IntoResponse> {
    let new = NewCfClient {
        client_id: body.client_id,
        secret: body.client_secret,
        authorities: body.authorities.unwrap_or_default(),
        grant_types: body.authorized_grant_types.unwrap_or_default(),
    };
    Ok((StatusCode::CREATED, Json(shown(cf_clients::create(&cx, caller, new).await?))))
}

/// `DELETE /oauth/clients/{id}`.
pub(super) async fn delete_client(At(cx, caller): At<WritePeople>, Path(id): Path<String>) -> Result<Json<Value>> {
    Ok(Json(shown(cf_clients::delete(&cx, caller, id).await?)))
}
