//! Custom tags: definitions of the tenant, values of a package.

use super::call::{Answer, Call, Outcome, is_list, one_key};
use super::error::Problem;
use super::schema::{CUSTOM_TAG, TAG_CONFIGURATION};
use super::view;
use engine::content::rights::{ChangeSettings, EditPackages, ReadPackages};
use engine::content::{package, tag, tenant};
use http::{Method, StatusCode};
use odata::Value;
use odata::v2::{Entity, Segment};
use wire::cpi::{TagConfigurationWish, TagWish};

/// `IntegrationPackages('x')/CustomTags`, one of them, and `/$count`.
pub(super) async fn of_package(call: &Call, id: &str, nav: &Segment, rest: &[Segment]) -> Outcome {
    let name = one_key(CUSTOM_TAG, nav)?;
    if if name.is_some() { !rest.is_empty() } else { !is_list(rest) } {
        return Err(Problem::not_found());
    }
    if call.method != Method::GET {
        return Err(Problem::not_allowed());
    }
    let all = in_package(call, id).await?;
    let Some(name) = name else { return call.list(CUSTOM_TAG, all) };
    let found = all.into_iter().find(|tag| tag.value("Name").and_then(Value::as_text) == Some(&name));
    Ok(Answer::Entity(StatusCode::OK, found.ok_or_else(Problem::not_found)?))
}

pub(super) async fn in_package(call: &Call, id: &str) -> Result<Vec<Entity>, Problem> {
    let (caller, tenant) = call.as_caller::<ReadPackages>().await?;
    let found = package::find(&call.cx, &caller, &tenant, id).await?;
    Ok(found.tags.iter().map(|(name, values)| view::custom_tag(name, values)).collect())
}

/// `PUT IntegrationPackages('x')/$links/CustomTags('Author')`.
pub(super) async fn set(call: &Call, id: &str, segment: &Segment) -> Outcome {
    if call.method != Method::PUT {
        return Err(Problem::not_allowed());
    }
    let name = one_key(CUSTOM_TAG, segment)?.ok_or_else(Problem::not_found)?;
    let (caller, tenant) = call.as_caller::<EditPackages>().await?;
    let wish: TagWish = call.json(CUSTOM_TAG)?;
    tag::set(&call.cx, &caller, &tenant, id, &name, view::tag_values(&wish.value)).await?;
    Ok(Answer::Status(StatusCode::ACCEPTED))
}

/// `CustomTagConfigurations`.
pub(super) async fn configurations(call: &Call, first: &Segment, rest: &[Segment]) -> Outcome {
    match (&call.method, one_key(TAG_CONFIGURATION, first)?.as_deref(), rest) {
        (&Method::GET, Some("CustomTags"), [value]) if value.is("$value") => {
            let (_, tenant) = call.as_caller::<ReadPackages>().await?;
            let bytes = view::tag_definitions(&tenant::tags(&call.cx, &tenant).await?);
            Ok(Answer::File {
                kind: "application/json",
                name: "CustomTags.json".to_owned(),
                bytes: bytes.into(),
                room: None,
            })
        }
        (&Method::GET, Some("CustomTags"), []) => {
            let (_, tenant) = call.as_caller::<ReadPackages>().await?;
            let definitions = tenant::tags(&call.cx, &tenant).await?;
            Ok(Answer::Entity(StatusCode::OK, view::tag_configuration(&definitions)))
        }
        (&Method::POST, None, []) => define(call).await,
        (_, None | Some("CustomTags"), []) => Err(Problem::not_allowed()),
        _ => Err(Problem::not_found()),
    }
}

async fn define(call: &Call) -> Outcome {
    let (caller, tenant) = call.as_caller::<ChangeSettings>().await?;
    let wish: TagConfigurationWish = call.json(TAG_CONFIGURATION)?;
    let content = view::base64("CustomTagsConfigurationContent", &wish.custom_tags_configuration_content)?;
    let definitions = wire::json::read(&content)
        .map_err(|error| Problem::bad_request(format!("The custom tags configuration cannot be read: {error}")))?;
    let overwrite = call.query.parameter("Overwrite").is_some_and(|flag| flag.eq_ignore_ascii_case("true"));
    tenant::define_tags(&call.cx, &caller, &tenant, definitions, overwrite).await?;
    let stored = tenant::tags(&call.cx, &tenant).await?;
    Ok(Answer::Entity(StatusCode::CREATED, view::tag_configuration(&stored)))
}
