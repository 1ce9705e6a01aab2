//! `…/{subaccount,instance}Destinations`: the destinations of one level.

use super::conditional::{Known, known, not_modified, tagged};
use super::error::{Destinations, Problem};
use super::paging::ListOptions;
use super::view;
use crate::auth::{At, Dialect};
use crate::service::status;
use axum::body::Bytes;
use axum::extract::{OriginalUri, Path, Query};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use engine::platform::destination::right::AtLevel;
use engine::platform::destination::write::Written;
use engine::platform::destination::{read, write};
use engine::{Caller, Cx, Error};
use http::{HeaderMap, StatusCode};
use model::destination::{Destination, Filter, validate};
use serde_json::{Value, json};
use wire::destination::{Count, WriteStatus};

/// A right of one level that speaks this service's dialect.
pub(super) trait Right: AtLevel + Dialect<Service = Destinations> {}
impl<P: AtLevel + Dialect<Service = Destinations>> Right for P {}

/// The routes of one level, `R` to read and `W` to write.
pub(super) fn routes<R: Right, W: Right>(path: &str) -> Router<Cx> {
    Router::new()
        .route(path, get(list::<R>).post(create::<W>).put(update::<W>).delete(delete_named::<W>))
        .route(&format!("{path}/{{name}}"), get(one::<R>).delete(delete::<W>))
}

async fn list<P: Right>(
    At(cx, caller): At<P>,
    OriginalUri(uri): OriginalUri,
    Query(options): Query<ListOptions>,
) -> Result<Response, Problem> {
    let (names_only, metadata) = (options.names_only()?, options.metadata()?);
    let listing = read::list(&cx, caller, options.selection()?).await?;
    let headers = options.headers(uri.path(), listing.total)?;
    let items: Vec<Value> = listing.items.iter().map(|stored| view::listed(stored, names_only, &metadata)).collect();
    Ok((headers, Json(items)).into_response())
}

async fn one<P: Right>(
    At(cx, caller): At<P>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let stored = read::get(&cx, caller, name).await?;
    match known(&headers, &stored.etag)? {
        Known::Yes => Ok(not_modified(&stored.etag)),
        Known::No => Ok(tagged(&stored.etag, stored.destination.properties())),
    }
}

async fn create<P: Right>(At(cx, caller): At<P>, body: Bytes) -> Result<Response, Problem> {
    let work = async |caller: Caller<P>, wanted| write::create(&cx, caller, wanted).await;
    match read_body(&body)? {
        Value::Array(items) => many(items, StatusCode::CREATED, |wanted| work(caller, wanted)).await,
        item => {
            let written = work(caller, vec![checked(&item)?]).await?;
            single(written).map(|()| StatusCode::CREATED.into_response())
        }
    }
}

async fn update<P: Right>(At(cx, caller): At<P>, body: Bytes) -> Result<Response, Problem> {
    let work = async |caller: Caller<P>, wanted| write::update(&cx, caller, wanted).await;
    match read_body(&body)? {
        Value::Array(items) => many(items, StatusCode::OK, |wanted| work(caller, wanted)).await,
        item => {
            let written = work(caller, vec![checked(&item)?]).await?;
            single(written).map(|()| Json(Count { count: 1 }).into_response())
        }
    }
}

async fn delete<P: Right>(At(cx, caller): At<P>, Path(name): Path<String>) -> Result<Json<Count>, Problem> {
    write::delete(&cx, caller, name).await?;
    Ok(Json(Count { count: 1 }))
}

#[derive(Debug, serde::Deserialize)]
struct DeleteOptions {
    #[serde(rename = "$filter")]
    filter: Option<String>,
}

async fn delete_named<P: Right>(
    At(cx, caller): At<P>,
    Query(options): Query<DeleteOptions>,
) -> Result<Response, Problem> {
    let filter = options.filter.ok_or_else(|| Problem::invalid("$filter is missing: it says what to delete"))?;
    let filter = Filter::parse(&filter).map_err(Problem::invalid)?;
    let outcome = write::delete_named(&cx, caller, filter).await?;
    Ok(Json(view::deleted(outcome)).into_response())
}

fn read_body(body: &[u8]) -> Result<Value, Problem> {
    wire::json::read(body).map_err(|e| Problem::invalid(format!("the body is not valid JSON: {e}")))
}

fn checked(item: &Value) -> Result<Destination, Problem> {
    validate::read(item).map_err(|violation| Problem::violated(&violation))
}

fn single(written: Vec<Written>) -> Result<(), Problem> {
    written.into_iter().try_for_each(|one| one.outcome.map(drop)).map_err(|why| Error::from(why).into())
}

/// Each item succeeds or not on its own; 207 when not all had the same luck.
async fn many(
    items: Vec<Value>,
    good: StatusCode,
    work: impl AsyncFnOnce(Vec<Destination>) -> engine::Result<Vec<Written>>,
) -> Result<Response, Problem> {
    let checked: Vec<_> = items.iter().map(validate::read).collect();
    let wanted = checked.iter().filter_map(|item| item.as_ref().ok().cloned()).collect();
    let mut written = work(wanted).await?.into_iter();
    let report = |item| match item {
        Ok(_) => written.next().map(|one| view::written(one, good, |error| status(error.kind()))),
        Err(violation) => Some(view::violated(&violation)),
    };
    let report: Vec<WriteStatus> = checked.into_iter().filter_map(report).collect();
    let all_good = report.iter().all(|one| one.status == good.as_u16());
    let status = if all_good { good } else { StatusCode::MULTI_STATUS };
    Ok((status, Json(json!(report))).into_response())
}
