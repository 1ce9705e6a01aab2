//! `/uaa/{zone}/Users`: the users a zone knows. Also the part of SCIM's filters that clients use.

use super::error::Result;
use super::realm::InRealm;
use super::sent::SentUser;
use super::view;
use crate::auth::At;
use axum::Json;
use axum::extract::{Path, Query};
use axum::response::IntoResponse;
use engine::Error;
use engine::identity::rights::{ReadUsers, WriteUsers};
use engine::identity::users::{self, Filter, PersonRow, User};
use http::StatusCode;
use model::PersonId;
use odata::page::{Cut, Window};
use serde::Deserialize;
use std::collections::HashMap;
use wire::xsuaa::{ScimList, ScimUser};

/// Parameters of a list.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Page {
    pub(super) filter: Option<String>,
    start_index: Option<usize>,
    count: Option<usize>,
}

impl Page {
    fn start(&self) -> usize {
        self.start_index.unwrap_or(1).max(1)
    }

    /// Where what is found goes: 100 users unless asked otherwise, 500 at most.
    pub(super) fn sheet(&self) -> Sheet {
        let most = self.count.unwrap_or(100).min(500);
        Sheet { seen: 0, cut: Cut::new(Window { after: None, skip: self.start() - 1, most }) }
    }

    /// The answer.
    pub(super) fn of(&self, users: Vec<User>, total: usize, zid: &str) -> ScimList {
        let resources: Vec<_> = users.into_iter().map(|user| view::scim_user(user, zid)).collect();
        ScimList {
            items_per_page: resources.len(),
            resources,
            start_index: self.start(),
            total_results: total,
            schemas: vec![view::SCHEMA.to_owned()],
        }
    }
}

/// The page of users that come in one by one, in order.
pub(super) struct Sheet {
    seen: usize,
    cut: Cut<usize, PersonRow>,
}

impl Extend<PersonRow> for Sheet {
    fn extend<I: IntoIterator<Item = PersonRow>>(&mut self, rows: I) {
        for row in rows {
            self.cut.offer(self.seen, row, &usize::cmp);
            self.seen += 1;
        }
    }
}

impl Sheet {
    pub(super) fn finish(self) -> odata::page::Page<usize, PersonRow> {
        self.cut.finish(&usize::cmp)
    }
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
    At(cx, caller): At<ReadUsers>,
    InRealm(realm): InRealm,
    Query(page): Query<Page>,
) -> Result<Json<ScimList>> {
    let zone = realm.zone()?;
    let wanted = filter(page.filter.as_deref())?;
    let found = users::list(&cx, caller.clone(), zone, wanted, page.sheet()).await?.finish();
    let users = users::with_collections(&cx, caller, zone, found.items).await?;
    Ok(Json(page.of(users, found.total, &realm.zid())))
}

/// `POST /Users`, without a password.
pub(super) async fn create(
    At(cx, caller): At<WriteUsers>,
    InRealm(realm): InRealm,
    SentUser(body): SentUser,
) -> Result<impl IntoResponse> {
    let made = users::create(&cx, caller, realm.zone()?, view::new_person(body)?).await?;
    Ok((StatusCode::CREATED, Json(view::scim_user(made, &realm.zid()))))
}

/// `GET /Users/{id}`.
pub(super) async fn get(
    At(cx, caller): At<ReadUsers>,
    InRealm(realm): InRealm,
    Path(path): Path<HashMap<String, String>>,
) -> Result<Json<ScimUser>> {
    let id = person_id(path.get("id").map(String::as_str).unwrap_or_default())?;
    Ok(Json(view::scim_user(users::get(&cx, caller, realm.zone()?, id).await?, &realm.zid())))
}

/// `DELETE /Users/{id}`.
pub(super) async fn delete(
    At(cx, caller): At<WriteUsers>,
    InRealm(realm): InRealm,
    Path(path): Path<HashMap<String, String>>,
) -> Result<Json<ScimUser>> {
    let id = person_id(path.get("id").map(String::as_str).unwrap_or_default())?;
    Ok(Json(view::scim_user(users::forget(&cx, caller, realm.zone()?, id).await?, &realm.zid())))
}

/// An id of another form is one that does not exist.
pub(super) fn person_id(text: &str) -> Result<PersonId, Error> {
    let unknown = |_| Error::not_found(format!("User {text} does not exist")).with_code("scim_resource_not_found");
    text.parse().map_err(unknown)
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
