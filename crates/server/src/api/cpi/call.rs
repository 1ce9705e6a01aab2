//! One call of a tenant's OData service: who, what, and in which form the answer goes back.

use super::error::Problem;
use super::schema::SCHEMA;
use super::session;
use crate::memory::Held;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use engine::content::tenant::{self, Tenant};
use engine::{Caller, Cx, Identity, Permission};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use odata::Query;
use odata::v2::{Base, Entity, EntityType, Feed, Key, Segment, atom, json};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::sync::Arc;

/// A page of lists.
pub(super) const PAGE: usize = 1000;

/// A call.
pub(super) struct Call {
    pub(super) cx: Cx,
    pub(super) who: Arc<Identity>,
    /// The tenant's name in the URL.
    pub(super) tenant: String,
    pub(super) method: Method,
    pub(super) path: Vec<Segment>,
    pub(super) query: Query,
    pub(super) body: Held,
    pub(super) form: Form,
    /// Whether the client asks for a CSRF token.
    pub(super) session: Option<session::Fresh>,
}

/// Forms of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Json,
    Atom,
}

impl Form {
    /// `$format` decides, then `Accept`; Atom is the default.
    pub(super) fn of(headers: &HeaderMap, query: &Query) -> Self {
        match query.format.as_deref() {
            Some(format) if format.contains("json") => Self::Json,
            Some(_) => Self::Atom,
            None if accepts(headers, "json") => Self::Json,
            None => Self::Atom,
        }
    }
}

pub(super) fn accepts(headers: &HeaderMap, part: &str) -> bool {
    let all = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    all.into_iter().any(|value| value.to_ascii_lowercase().contains(part))
}

/// What a call comes to.
pub(super) enum Answer {
    Entity(StatusCode, Entity),
    Feed(&'static EntityType, Feed),
    ServiceDocument,
    Metadata,
    Text(StatusCode, String),
    Json(Value),
    File { kind: &'static str, name: String, bytes: Bytes },
    Status(StatusCode),
}

pub(super) type Outcome = Result<Answer, Problem>;

impl Call {
    /// The caller, proven to have a right, and the tenant, which must be the token's own.
    pub(super) async fn as_caller<P: Permission>(&self) -> Result<(Caller<P>, Tenant), Problem> {
        let caller = Caller::<P>::new(Arc::clone(&self.who))?;
        let tenant = tenant::open(&self.cx, &caller, &self.tenant).await?;
        Ok((caller, tenant))
    }

    /// The body as JSON, bare or under `d`.
    pub(super) fn json<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        let unreadable = |error: serde_json::Error| Problem::bad_request(format!("The body cannot be read: {error}"));
        let mut value: Value = serde_json::from_slice(&self.body.bytes).map_err(unreadable)?;
        if let Some(inner) = value.get_mut("d").map(Value::take) {
            value = inner;
        }
        serde_json::from_value(value).map_err(unreadable)
    }

    /// A parameter of an operation.
    pub(super) fn parameter(&self, name: &str) -> Result<String, Problem> {
        self.query.parameter(name).ok_or_else(|| Problem::bad_request(format!("The parameter {name} is missing")))
    }

    fn base_url(&self) -> String {
        format!("{}/api/v1", self.cx.addresses().cpi(&self.tenant))
    }

    /// A list out of all its entities: filtered, sorted, cut into pages.
    pub(super) fn list(&self, ty: &'static EntityType, entities: Vec<Entity>) -> Outcome {
        let known = |path: &String| ty.properties.iter().any(|property| property.name == path.as_str());
        if let Some(unknown) = self.query.orderby.iter().map(|order| &order.path).find(|path| !known(path)) {
            return Err(odata::Error::UnknownProperty(unknown.clone()).into());
        }
        let start = self.query.skiptoken.as_deref().map_or(Ok(0), str::parse::<usize>);
        let start = start.map_err(|_| Problem::bad_request("The $skiptoken is not one of this service"))?;
        let mut query = self.query.clone();
        query.skip = Some(query.skip.unwrap_or(0).saturating_add(start));
        query.top = query.top.map(|top| top.saturating_sub(start));
        let largest = if self.counts() { usize::MAX } else { PAGE };
        let page = query.page(entities, largest, |entity, path| entity.value(path).cloned())?;
        if self.counts() {
            return Ok(Answer::Text(StatusCode::OK, page.rows.len().to_string()));
        }
        let next = page.more.then(|| self.next(&(start + page.rows.len()).to_string()));
        Ok(Answer::Feed(ty, Feed { entities: page.rows, count: page.count, next, select: self.query.select.clone() }))
    }

    /// Whether only the number is wanted: `…/$count`.
    pub(super) fn counts(&self) -> bool {
        self.path.last().is_some_and(|last| last.name == "$count")
    }

    fn next(&self, token: &str) -> String {
        self.next_with(&self.query, token)
    }

    /// The address of the next page: the same one under these options, from another place on.
    pub(super) fn next_with(&self, query: &Query, token: &str) -> String {
        let path: Vec<String> = self.path.iter().map(rendered).collect();
        let mut pairs = url::form_urlencoded::Serializer::new(String::new());
        let option = |value: Option<usize>| value.map(|n| n.to_string());
        for (name, value) in
            [("$top", option(query.top)), ("$skip", option(query.skip)), ("$format", query.format.clone())]
        {
            if let Some(value) = value {
                pairs.append_pair(name, &value);
            }
        }
        pairs.extend_pairs(&query.custom).append_pair("$skiptoken", token);
        format!("{}/{}?{}", self.base_url(), path.join("/"), pairs.finish())
    }

    pub(super) fn render(&self, answer: Answer) -> Response {
        let url = self.base_url();
        let base = Base { url: &url, now: self.cx.now().millis() };
        let mut response = match answer {
            Answer::Entity(status, entity) => {
                let location = (status == StatusCode::CREATED).then(|| format!("{url}/{}", entity.path()));
                let body = match self.form {
                    Form::Json => json_body(&json::entry(&SCHEMA, base, &entity, &self.query.select)),
                    Form::Atom => xml_body(
                        "application/atom+xml;type=entry",
                        atom::entry(&SCHEMA, base, &entity, &self.query.select),
                    ),
                };
                located((status, body).into_response(), location)
            }
            Answer::Feed(ty, feed) => match self.form {
                Form::Json => json_body(&json::feed(&SCHEMA, base, &feed)),
                Form::Atom => xml_body("application/atom+xml;type=feed", atom::feed(&SCHEMA, base, ty, &feed)),
            },
            Answer::ServiceDocument => match self.form {
                Form::Json => json_body(&json::service_document(&SCHEMA)),
                Form::Atom => xml_body("application/atomsvc+xml", atom::service_document(&SCHEMA, base)),
            },
            Answer::Metadata => xml_body("application/xml", odata::v2::edmx::document(&SCHEMA)),
            Answer::Json(value) => json_body(&value),
            Answer::Text(status, text) => {
                (status, [(header::CONTENT_TYPE, "text/plain;charset=utf-8")], text).into_response()
            }
            Answer::File { kind, name, bytes } => file(kind, &name, bytes),
            Answer::Status(status) => status.into_response(),
        };
        response.headers_mut().insert("dataserviceversion", HeaderValue::from_static("2.0"));
        if let Some(session) = &self.session {
            session.put_into(response.headers_mut());
        }
        response
    }
}

fn rendered(segment: &Segment) -> String {
    match segment.key.as_ref().and_then(Key::only) {
        Some(only) => format!("{}('{}')", segment.name, super::view::encoded(&only.replace('\'', "''"))),
        None => segment.name.clone(),
    }
}

fn json_body(value: &Value) -> Response {
    ([(header::CONTENT_TYPE, "application/json;charset=utf-8")], value.to_string()).into_response()
}

fn xml_body(kind: &str, text: String) -> Response {
    ([(header::CONTENT_TYPE, format!("{kind};charset=utf-8"))], text).into_response()
}

fn located(mut response: Response, location: Option<String>) -> Response {
    if let Some(value) = location.and_then(|location| HeaderValue::from_str(&location).ok()) {
        response.headers_mut().insert(header::LOCATION, value);
    }
    response
}

/// Clients read the name with a strict parser, so it is in quotes unless it is a plain word.
fn file(kind: &'static str, name: &str, bytes: Bytes) -> Response {
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    let safe: String = name.chars().map(|c| if c.is_ascii_graphic() || c == ' ' { c } else { '_' }).collect();
    let safe = safe.replace(['"', '\\'], "_");
    let disposition =
        if plain { format!("attachment; filename={name}") } else { format!("attachment; filename=\"{safe}\"") };
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}
