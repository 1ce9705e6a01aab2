//! `IntegrationPackages`.

use super::call::{Answer, Call, Outcome, is_list};
use super::error::Problem;
use super::schema::PACKAGE;
use super::view;
use axum::http::StatusCode;
use engine::content::delivery::Delivery;
use engine::content::export::{self, Exported};
use engine::content::import::{self, Mode};
use engine::content::package::{self, Package};
use engine::content::rights::{EditPackages, ReadPackages};
use engine::content::tenant::{self, Tenant};
use http::Method;
use odata::v2::Segment;
use wire::cpi::PackageWish;

/// The whole set: listed, counted, added to.
pub(super) async fn collection(call: &Call, rest: &[Segment]) -> Outcome {
    match (&call.method, rest) {
        (&Method::GET, rest) if is_list(rest) => list(call).await,
        (&Method::POST, []) => create(call).await,
        (_, []) => Err(Problem::not_allowed()),
        _ => Err(Problem::not_found()),
    }
}

async fn list(call: &Call) -> Outcome {
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let tags = tag_filter(call, &tenant).await?;
    let mut reading = call.read(PACKAGE)?;
    reading.seek();
    if tags.is_empty() && reading.counts() {
        reading.there_are(package::count(&call.cx, &caller, &tenant).await?);
    }
    while let Some((after, limit)) = reading.next() {
        let rows = package::page(&call.cx, &caller, &tenant, &after, limit).await?;
        let fits = |row: &Package| tags.iter().all(|(name, values)| view::has_tag(row, name, values));
        reading.take(
            rows.iter().map(|row| (row.id.clone(), fits(row).then(|| view::package(row)).into_iter().collect())),
        )?;
    }
    Ok(reading.end())
}

/// Options named like a custom tag ask for packages with one of these values: `Author=Fred|John`.
async fn tag_filter(call: &Call, tenant: &Tenant) -> Result<Vec<(String, Vec<String>)>, Problem> {
    if call.query.custom.is_empty() {
        return Ok(Vec::new());
    }
    let defined = tenant::tags(&call.cx, tenant).await?.names();
    call.query.custom_only("a list of packages: it is no custom tag of this tenant", |name| defined.contains(name))?;
    let tags = call.query.custom.iter().filter(|(name, _)| defined.contains(name));
    Ok(tags.map(|(name, values)| (name.clone(), view::tag_values(values))).collect())
}

/// An empty package, or a whole one out of an export zip.
async fn create(call: &Call) -> Outcome {
    let wish: PackageWish = call.json(PACKAGE)?;
    let Some(content) = &wish.package_content else {
        let (caller, tenant) = call.as_caller::<EditPackages>().await?;
        let id = wish.id.clone().unwrap_or_default();
        let created = package::create(&call.cx, &caller, &tenant, id, view::wish(&wish)?).await?;
        return Ok(Answer::Entity(StatusCode::CREATED, view::package(&created)));
    };
    // Both rights are asked for before anything happens: who may not see the answer does not get half of the work.
    call.as_caller::<EditPackages>().await?;
    let (reader, tenant) = call.as_caller::<ReadPackages>().await?;
    let overwrite = call.query.parameter("Overwrite").is_some_and(|flag| flag.eq_ignore_ascii_case("true"));
    let mode = if overwrite { Mode::Merge } else { Mode::Create };
    let delivery = Delivery::from_bytes(&call.cx, view::base64("PackageContent", content)?).await?;
    let id = delivery.package_id().to_owned();
    if let Some(other) = wish.id.as_ref().filter(|wanted| **wanted != id) {
        return Err(Problem::bad_request(format!("Property Id is '{other}', but PackageContent holds package '{id}'")));
    }
    import::import(&call.cx, &tenant, delivery, mode).await?;
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
            let wish: PackageWish = call.json(PACKAGE)?;
            if wish.id.as_ref().is_some_and(|other| other != id) {
                return Err(Problem::bad_request("Id cannot be changed"));
            }
            if wish.package_content.is_some() {
                return Err(Problem::bad_request("PackageContent is not changed here: POST it with Overwrite=true"));
            }
            package::update(&call.cx, &caller, &tenant, id, view::wish(&wish)?).await?;
            Ok(Answer::Status(StatusCode::ACCEPTED))
        }
        Method::DELETE => {
            let (caller, tenant) = call.as_caller::<EditPackages>().await?;
            package::delete(&call.cx, &caller, &tenant, id).await?;
            Ok(Answer::Status(StatusCode::ACCEPTED))
        }
        _ => Err(Problem::not_allowed()),
    }
}

/// The export zip of a package.
pub(super) async fn content(call: &Call, id: &str) -> Outcome {
    if call.method != Method::GET {
        return Err(Problem::not_allowed());
    }
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let Exported { bytes, file_name, room } = export::download(&call.cx, &caller, &tenant, id).await?;
    Ok(Answer::File { kind: "application/zip", name: file_name, bytes, room: Some(room) })
}
