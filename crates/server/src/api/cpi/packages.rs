//! `IntegrationPackages`.

use super::call::{Answer, Call, Outcome, PAGE};
use super::error::Problem;
use super::odata_service::not_allowed;
use super::schema::PACKAGE;
use super::view;
use axum::http::StatusCode;
use engine::content::delivery::Delivery;
use engine::content::export::{self, Selection};
use engine::content::import::{self, Mode};
use engine::content::package::{self, Package};
use engine::content::rights::{EditPackages, ReadPackages};
use http::Method;
use odata::v2::{Feed, Segment};
use wire::cpi::PackageWish;

/// The whole set: listed, counted, added to.
pub(super) async fn collection(call: &Call, rest: &[Segment]) -> Outcome {
    match (&call.method, rest) {
        (&Method::GET, []) => list(call).await,
        (&Method::GET, [count]) if count.name == "$count" => list(call).await,
        (&Method::POST, []) => create(call).await,
        (_, []) => Err(not_allowed()),
        _ => Err(Problem::not_found()),
    }
}

async fn list(call: &Call) -> Outcome {
    let query = &call.query;
    let tags = view::tag_filter(query);
    let plain = tags.is_empty() && query.filter.is_none() && query.orderby.is_empty() && query.skip.is_none();
    if plain && !call.counts() {
        return page_by_key(call).await;
    }
    let mut all = all(call).await?;
    all.retain(|package| tags.iter().all(|(name, values)| view::has_tag(package, name, values)));
    call.list(PACKAGE, all.iter().map(view::package).collect())
}

/// The usual list: read page by page in the order of the ids.
async fn page_by_key(call: &Call) -> Outcome {
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let wanted = call.query.top.unwrap_or(usize::MAX);
    let after = call.query.skiptoken.as_deref().unwrap_or_default();
    let mut rows = package::page(&call.cx, &caller, &tenant, after, wanted.min(PAGE + 1)).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let last = rows.last().filter(|_| more).map(|package| package.id.clone());
    let count = match call.query.count {
        true => Some(package::count(&call.cx, &caller, &tenant).await?),
        false => None,
    };
    let mut rest = call.query.clone();
    rest.top = rest.top.map(|top| top.saturating_sub(PAGE));
    let next = last.map(|id| call.next_with(&rest, &id));
    let entities = rows.iter().map(view::package).collect();
    Ok(Answer::Feed(PACKAGE, Feed { entities, count, next, select: call.query.select.clone() }))
}

async fn all(call: &Call) -> Result<Vec<Package>, Problem> {
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let mut all: Vec<Package> = Vec::new();
    loop {
        let after = all.last().map_or("", |package| package.id.as_str()).to_owned();
        let page = package::page(&call.cx, &caller, &tenant, &after, PAGE).await?;
        let last = page.len() < PAGE;
        all.extend(page);
        if last {
            return Ok(all);
        }
    }
}

/// An empty package, or a whole one out of an export zip.
async fn create(call: &Call) -> Outcome {
    let wish: PackageWish = call.json()?;
    let Some(content) = &wish.package_content else {
        let (caller, tenant) = call.as_caller::<EditPackages>().await?;
        let id = wish.id.clone().unwrap_or_default();
        let created = package::create(&call.cx, &caller, &tenant, id, view::wish(&wish)).await?;
        return Ok(Answer::Entity(StatusCode::CREATED, view::package(&created)));
    };
    let (_, tenant) = call.as_caller::<EditPackages>().await?;
    let overwrite = call.query.parameter("Overwrite").is_some_and(|flag| flag.eq_ignore_ascii_case("true"));
    let mode = if overwrite { Mode::Merge } else { Mode::Create };
    let delivery = Delivery::from_bytes(&call.cx, view::base64("PackageContent", content)?).await?;
    let id = delivery.package_id().to_owned();
    import::import(&call.cx, &tenant, delivery, mode).await?;
    let (reader, tenant) = call.as_caller::<ReadPackages>().await?;
    let imported = package::find(&call.cx, &reader, &tenant, &id).await?;
    Ok(Answer::Entity(StatusCode::CREATED, view::package(&imported)))
}

/// One package.
pub(super) async fn single(call: &Call, id: &str) -> Outcome {
    match call.method {
        Method::GET => {
            let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
            let found = package::find(&call.cx, &caller, &tenant, id).await?;
            Ok(Answer::Entity(StatusCode::OK, view::package(&found)))
        }
        Method::PUT | Method::PATCH => {
            let (caller, tenant) = call.as_caller::<EditPackages>().await?;
            package::update(&call.cx, &caller, &tenant, id, view::wish(&call.json()?)).await?;
            Ok(Answer::Status(StatusCode::ACCEPTED))
        }
        Method::DELETE => {
            let (caller, tenant) = call.as_caller::<EditPackages>().await?;
            package::delete(&call.cx, &caller, &tenant, id).await?;
            Ok(Answer::Status(StatusCode::ACCEPTED))
        }
        _ => Err(not_allowed()),
    }
}

/// The export zip of a package.
pub(super) async fn content(call: &Call, id: &str) -> Outcome {
    let (_, tenant) = call.as_caller::<ReadPackages>().await?;
    let exported = export::export(&call.cx, &tenant, id, Selection::All).await?;
    Ok(Answer::File { kind: "application/zip", name: exported.file_name, bytes: exported.bytes })
}
