//! Query options of the features API: which properties and which navigations there are, and pages of lists.

use super::error::Problem;
use crate::paging;
use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use engine::Cx;
use http::request::Parts;
use http::{HeaderName, HeaderValue, StatusCode, header};
use odata::{List, Listed, Query, Value, v4};
use serde_json::Value as Json;

/// How many rows a page has at most.
const PAGE: usize = 100;
/// What has an effect on a list.
const OF_LISTS: [&str; 8] = ["$filter", "$orderby", "$select", "$expand", "$top", "$skip", "$skiptoken", "$count"];

/// Properties of a feature.
pub(super) const PROPERTIES: [&str; 15] = [
    "uuid",
    "displayId",
    "title",
    "description",
    "projectId",
    "statusCode",
    "priorityCode",
    "releaseId",
    "scopeId",
    "workstreamId",
    "responsibleId",
    "type",
    "tags",
    "createdAt",
    "modifiedAt",
];

/// What filters and orders may name besides: properties of what a feature leads to.
const LOOKED_UP: [&str; 6] =
    ["toStatus/code", "toStatus/name", "toPriority/code", "toPriority/name", "toProject/id", "toProject/name"];
/// Navigations that are told from the feature itself. Releases, scopes and workstreams are ids only.
const LOOKUPS: [&str; 6] = ["toStatus", "toPriority", "toProject", "toRelease", "toScope", "toWorkstream"];
/// Navigations that lead to lists.
const LISTS: [&str; 3] = ["toURLReferences", "toExternalReferences", "toTransports"];

/// The options of a call, and where it was sent.
#[derive(Debug)]
pub(super) struct Asked {
    query: Query,
    /// The whole address of what was read, without its options.
    url: String,
    page: usize,
}

impl FromRequestParts<Cx> for Asked {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, cx: &Cx) -> Result<Self, Problem> {
        let query = Query::v4(parts.uri.query().unwrap_or_default())?;
        query.custom_only("this call", |_| false)?;
        if let Some(other) = query.format.as_deref().filter(|format| !format.contains("json")) {
            return Err(Problem::invalid(format!("$format={other} is not possible; use json")));
        }
        let (tenant, rest) = parts.uri.path().trim_start_matches("/alm/").split_once("/api/").unwrap_or_default();
        let url = format!("{}/{rest}", cx.addresses().alm_api(tenant));
        Ok(Self { query, url, page: paging::size(&parts.headers, PAGE) })
    }
}

/// Rows of a list that are texts, numbers and flags only.
pub(super) struct Set {
    pub(super) name: &'static str,
    /// Properties of its rows, the unique one first.
    pub(super) properties: &'static [&'static str],
}

impl Asked {
    /// The options of a call that is about one feature.
    pub(super) fn of_feature(&self) -> Result<&Query, Problem> {
        self.query.only("a single feature", &["$select", "$expand"])?;
        self.about_features()
    }

    /// The options of a list of features.
    pub(super) fn of_features(&self) -> Result<&Query, Problem> {
        self.query.only("a list of features", &OF_LISTS)?;
        let known = |path: &str| path != "tags" && (PROPERTIES.contains(&path) || LOOKED_UP.contains(&path));
        self.query.check_paths(known)?;
        self.about_features()
    }

    fn about_features(&self) -> Result<&Query, Problem> {
        let query = &self.query;
        let known = |name: &String| LOOKUPS.contains(&name.as_str()) || LISTS.contains(&name.as_str());
        if let Some(unknown) = query.expand.iter().find(|name| !known(name)) {
            return Err(Problem::invalid(format!("$expand: a feature has no navigation '{unknown}' here")));
        }
        let selectable = |name: &String| PROPERTIES.contains(&name.as_str()) || known(name);
        if let Some(unknown) = query.select.iter().find(|name| !selectable(name)) {
            return Err(Problem::invalid(format!("$select: a feature has no property '{unknown}'")));
        }
        Ok(query)
    }

    /// Refuses all options: nothing would come of them.
    pub(super) fn nothing(&self, what: &str) -> Result<(), Problem> {
        Ok(self.query.only(what, &[])?)
    }

    /// The options of a list whose rows have no navigations.
    pub(super) fn of(&self, set: &Set) -> Result<&Query, Problem> {
        let known = |path: &str| set.properties.contains(&path);
        let effective: Vec<&str> = OF_LISTS.into_iter().filter(|option| *option != "$expand").collect();
        self.query.only(&format!("a list of {}", set.name), &effective)?;
        self.query.check_paths(known)?;
        match self.query.select.iter().find(|name| !known(name)) {
            Some(unknown) => Err(Problem::invalid(format!("$select: {} have no property '{unknown}'", set.name))),
            None => Ok(&self.query),
        }
    }

    /// Begins a list.
    pub(super) fn list<R>(&self) -> Result<List<'_, R>, Problem> {
        Ok(List::new(&self.query, &self.url, self.page)?)
    }

    /// The page of a list of which all rows are at hand.
    pub(super) fn rows(&self, set: &Set, rows: Vec<Json>) -> Result<Response, Problem> {
        self.of(set)?;
        let mut list = self.list()?;
        for (at, row) in (0..).zip(rows) {
            let key = set.properties.first().and_then(|unique| value(&row, unique)).unwrap_or(Value::Null);
            list.offer(row, vec![key, Value::Int(at)], value)?;
        }
        Ok(self.answer(set, list.finish()))
    }

    /// A page of plain rows, with what was selected of them.
    pub(super) fn answer(&self, set: &Set, mut listed: Listed<Json>) -> Response {
        let select = &self.query.select;
        for row in listed.rows.iter_mut().filter_map(Json::as_object_mut).filter(|_| !select.is_empty()) {
            row.retain(|name, _| select.contains(name));
        }
        self.collection(set.name, listed)
    }

    /// A page. The link to the next one is absolute: from a list behind a feature a relative one would lead astray.
    pub(super) fn collection(&self, set: &str, listed: Listed<Json>) -> Response {
        let next = listed.next.map(|query| format!("{}?{query}", self.url));
        let mut response = answer(StatusCode::OK, &v4::collection(set, listed.rows, listed.count, next));
        if let (true, Ok(value)) = (self.page < PAGE, HeaderValue::try_from(paging::applied(self.page))) {
            response.headers_mut().insert(paging::APPLIED, value);
        }
        response
    }
}

/// A property of a plain row.
pub(super) fn value(row: &Json, path: &str) -> Option<Value> {
    Some(match row.get(path)? {
        Json::Bool(flag) => Value::Bool(*flag),
        Json::Number(number) => Value::from(number.as_i64()),
        Json::String(text) => Value::from(text.as_str()),
        _ => Value::Null,
    })
}

/// An answer of an OData service.
pub(super) fn answer(status: StatusCode, body: &Json) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json;odata.metadata=minimal"),
        (HeaderName::from_static("odata-version"), "4.0"),
    ];
    (status, headers, body.to_string()).into_response()
}

/// Whether lists are to come along.
pub(super) fn wants_lists(query: &Query) -> bool {
    query.expand.iter().any(|name| LISTS.contains(&name.as_str()))
}
