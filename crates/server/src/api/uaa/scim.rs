//! `/uaa/{zone}/Users`: the users a zone knows. Also the part of SCIM's filters that clients use.

use super::error::Result;
use super::people::person_id;
use super::realm::InRealm;
use super::sent::SentUser;
use super::view;
use crate::auth::Auth;
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use engine::identity::rights::{ReadUsers, WriteUsers};
use engine::identity::users::{self, Filter};
use engine::{Cx, Error};
use http::StatusCode;
use serde::Deserialize;
use std::collections::HashMap;
use wire::xsuaa::{ScimList, ScimUser};

/// Parameters of a list.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Page {
    pub(super) filter: Option<String>,
    pub(super) start_index: Option<usize>,
    pub(super) count: Option<usize>,
}

/// `attribute eq "value"`, several joined by `and`; names in any case.
pub(super) fn filter(text: Option<&str>) -> Result<Filter, Error> {
    let mut filter = Filter::default();
    let mut rest = text.unwrap_or_default().trim();
    while !rest.is_empty() {
        let (name, value, after) = clause(rest).ok_or_else(|| cannot_read(rest))?;
        let slot = match name.to_ascii_lowercase().as_str() {
            "username" => &mut filter.user_name,
            "email" | "emails" | "emails.value" => &mut filter.email,
            "id" => &mut filter.id,
            "origin" => &mut filter.origin,
            _ => return Err(cannot_read(rest)),
        };
        *slot = Some(value);
        rest = match after.split_once(char::is_whitespace) {
            _ if after.is_empty() => after,
            Some((and, next)) if and.eq_ignore_ascii_case("and") => next.trim_start(),
            _ => return Err(cannot_read(after)),
        };
    }
    Ok(filter)
}

fn cannot_read(text: &str) -> Error {
    Error::invalid(format!("Invalid filter expression: [{text}]; write userName eq \"name\"")).with_code("scim")
}

fn clause(text: &str) -> Option<(&str, String, &str)> {
    let (name, rest) = text.split_once(char::is_whitespace)?;
    let (operator, rest) = rest.trim_start().split_once(char::is_whitespace)?;
    let rest = rest.trim_start().strip_prefix('"')?;
    let mut value = String::new();
    let mut chars = rest.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return operator.eq_ignore_ascii_case("eq").then(|| (name, value, rest[at + 1..].trim_start())),
            '\\' => value.push(chars.next()?.1),
            c => value.push(c),
        }
    }
    None
}

/// `GET /Users`.
pub(super) async fn list(
    Auth(caller): Auth<ReadUsers>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Query(page): Query<Page>,
) -> Result<Json<ScimList>> {
    let zone = realm.zone()?;
    let found = users::list(&cx, caller, zone, filter(page.filter.as_deref())?).await?;
    Ok(Json(view::scim_list(found, &page, &realm.zid())))
}

/// `POST /Users`, without a password.
pub(super) async fn create(
    Auth(caller): Auth<WriteUsers>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    SentUser(body): SentUser,
) -> Result<impl IntoResponse> {
    let made = users::create(&cx, caller, realm.zone()?, view::new_person(body)?).await?;
    Ok((StatusCode::CREATED, Json(view::scim_user(made, &realm.zid()))))
}

/// `GET /Users/{id}`.
pub(super) async fn get(
    Auth(caller): Auth<ReadUsers>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(path): Path<HashMap<String, String>>,
) -> Result<Json<ScimUser>> {
    let id = person_id(path.get("id").map(String::as_str).unwrap_or_default())?;
    Ok(Json(view::scim_user(users::get(&cx, caller, realm.zone()?, id).await?, &realm.zid())))
}

/// `DELETE /Users/{id}`.
pub(super) async fn delete(
    Auth(caller): Auth<WriteUsers>,
    State(cx): State<Cx>,
    InRealm(realm): InRealm,
    Path(path): Path<HashMap<String, String>>,
) -> Result<Json<ScimUser>> {
    let id = person_id(path.get("id").map(String::as_str).unwrap_or_default())?;
    Ok(Json(view::scim_user(users::forget(&cx, caller, realm.zone()?, id).await?, &realm.zid())))
}

#[cfg(test)]
mod tests {
    use super::filter;

    #[test]
    fn a_filter_is_read_as_clients_write_it() {
        let read = filter(Some("userName Eq \"a@b.c\" and origin eq \"uaa\"")).unwrap();
        assert_eq!((read.user_name.as_deref(), read.origin.as_deref()), (Some("a@b.c"), Some("uaa")));
        assert_eq!(filter(Some("username eq \"a \\\"b\\\"\"")).unwrap().user_name.as_deref(), Some("a \"b\""));
        assert_eq!(filter(None).unwrap(), filter(Some(" ")).unwrap());
    }

    #[test]
    fn a_filter_that_cannot_be_read_is_refused() {
        for text in ["userName", "userName co \"a\"", "userName eq \"a", "x eq \"a\"", "id eq \"a\" or id eq \"b\""] {
            assert!(filter(Some(text)).is_err(), "{text}");
        }
    }
}
