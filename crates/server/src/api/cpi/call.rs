//! One call of a tenant's OData service: who, what, and in which form the answer goes back.

use super::error::Problem;
use super::schema::SCHEMA;
use super::session;
use crate::memory::{self, Held, Room};
use crate::paging;
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use engine::content::tenant::{self, Tenant};
use engine::{Caller, Cx, Identity, Permission};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use odata::Query;
use odata::v2::{Base, Entity, EntityType, Feed, Segment, atom, json};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::sync::Arc;

/// A page of lists, unless the client prefers a smaller one.
pub(super) const PAGE: usize = 1000;

/// A call.
pub(super) struct Call {
    pub(super) cx: Cx,
    pub(super) who: Arc<Identity>,
    /// The tenant's name in the URL.
    pub(super) tenant: String,
    pub(super) method: Method,
    pub(super) path: Vec<Segment>,
    /// What stands behind `/api/v1`, as it was sent.
    pub(super) raw_path: String,
    pub(super) query: Query,
    /// How many rows are on a page.
    pub(super) page: usize,
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
    pub(super) fn of(headers: &HeaderMap, query: &Query) -> Result<Self, Problem> {
        match query.format.as_deref() {
            Some(format) if format.contains("json") => Ok(Self::Json),
            Some(format) if format.contains("atom") || format.contains("xml") => Ok(Self::Atom),
            Some(format) => {
                Err(Problem::bad_request(format!("$format={format} is not possible; use json, atom or xml")))
            }
            None if accepts(headers, "json") => Ok(Self::Json),
            None => Ok(Self::Atom),
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
    File { kind: &'static str, name: String, bytes: Bytes, room: Option<Room> },
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

    /// The body as JSON, bare or under `d`: an entity of this type, which may say all that such an entity has.
    pub(super) fn json<T: DeserializeOwned>(&self, ty: &EntityType) -> Result<T, Problem> {
        let unreadable =
            |error: &dyn std::fmt::Display| Problem::bad_request(format!("The body cannot be read: {error}"));
        let mut value: Value = wire::json::read(&self.body.bytes).map_err(|error| unreadable(&error))?;
        if let Some(inner) = value.get_mut("d").map(Value::take) {
            value = inner;
        }
        let known = |name: &str| {
            name == "__metadata" || ty.link(name).is_some() || ty.properties.iter().any(|one| one.name == name)
        };
        if let Some(name) = value.as_object().and_then(|fields| fields.keys().find(|name| !known(name))) {
            return Err(Problem::bad_request(format!("Property {name} does not exist in {}", ty.name)));
        }
        serde_json::from_value(value).map_err(|error| unreadable(&error))
    }

    /// A parameter of an operation.
    pub(super) fn parameter(&self, name: &str) -> Result<String, Problem> {
        self.query.parameter(name).ok_or_else(|| Problem::bad_request(format!("The parameter {name} is missing")))
    }

    fn base_url(&self) -> String {
        format!("{}/api/v1", self.cx.addresses().cpi(&self.tenant))
    }

    /// Whether only the number is wanted: `…/$count`.
    pub(super) fn counts(&self) -> bool {
        self.path.last().is_some_and(|last| last.is("$count"))
    }

    /// The address of the next page: the same list, under the same options but for where it begins.
    pub(super) fn next(&self, query: &str) -> String {
        format!("{}{}?{query}", self.base_url(), self.raw_path)
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
            Answer::File { kind, name, bytes, room } => {
                let body = room.map_or_else(|| bytes.clone().into(), |room| memory::counted(bytes.clone(), room));
                file(kind, &name, body)
            }
            Answer::Status(status) => status.into_response(),
        };
        response.headers_mut().insert("dataserviceversion", HeaderValue::from_static("2.0"));
        if let (true, Ok(value)) = (self.page < PAGE, HeaderValue::try_from(paging::applied(self.page))) {
            response.headers_mut().insert(paging::APPLIED, value);
        }
        if let Some(session) = &self.session {
            session.put_into(response.headers_mut());
        }
        response
    }
}

/// The key of a segment whose type has one key property; none when the segment names the whole set.
pub(super) fn one_key(ty: &'static EntityType, segment: &Segment) -> Result<Option<String>, Problem> {
    let values = segment.key.as_ref().map(|key| ty.key(key)).transpose()?;
    Ok(values.and_then(|values| values.into_iter().next()))
}

/// Whether a list is meant, or its number.
pub(super) fn is_list(rest: &[Segment]) -> bool {
    match rest {
        [] => true,
        [count] => count.is("$count"),
        _ => false,
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
fn file(kind: &'static str, name: &str, body: Body) -> Response {
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    let safe: String = name.chars().map(|c| if c.is_ascii_graphic() || c == ' ' { c } else { '_' }).collect();
    let safe = safe.replace(['"', '\\'], "_");
    let disposition =
        if plain { format!("attachment; filename={name}") } else { format!("attachment; filename=\"{safe}\"") };
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], body).into_response()
}
