//! `$expand`: related entities inside of an answer.

use super::call::{Answer, Call, Outcome};
use super::error::Problem;
use super::schema::{SCHEMA, kind_of_set};
use super::{artifacts, configurations, endpoints, resources, runtime, tags};
use engine::content::artifact::Which;
use odata::v2::{Entity, Navigation};

/// The answer with what `$expand` names.
pub(super) async fn into(call: &Call, answer: Answer) -> Outcome {
    match answer {
        Answer::Entity(status, entity) => {
            call.query.only("a single entity", &["$select", "$expand"])?;
            let links = SCHEMA.selected(entity.ty(), &call.query)?;
            Ok(Answer::Entity(status, expanded(call, entity, &links).await?))
        }
        Answer::Feed(ty, mut feed) => {
            let links = SCHEMA.selected(ty, &call.query)?;
            let mut entities = Vec::with_capacity(feed.entities.len());
            for entity in feed.entities {
                entities.push(expanded(call, entity, &links).await?);
            }
            feed.entities = entities;
            Ok(Answer::Feed(ty, feed))
        }
        other if call.counts() => Ok(other),
        other => {
            call.query.only("this answer", &[])?;
            Ok(other)
        }
    }
}

async fn expanded(call: &Call, mut entity: Entity, links: &[&'static Navigation]) -> Result<Entity, Problem> {
    for link in links {
        let related = related(call, &entity, link.name).await?;
        entity = entity.with(link, related);
    }
    Ok(entity)
}

async fn related(call: &Call, entity: &Entity, link: &str) -> Result<Vec<Entity>, Problem> {
    let text = |name: &str| entity.value(name).and_then(|value| value.as_text()).unwrap_or_default().to_owned();
    if let Some(kind) = kind_of_set(entity.ty().set) {
        let which = Which { kind: kind.kind, id: text("Id"), version: text("Version") };
        return match link {
            "Configurations" => configurations::of_artifact(call, which).await,
            _ => resources::of_artifact(call, which).await,
        };
    }
    match (link, kind_of_set(link)) {
        (_, Some(kind)) => artifacts::in_package(call, &text("Id"), kind).await,
        ("CustomTags", _) => tags::in_package(call, &text("Id")).await,
        ("EntryPoints", _) => endpoints::entry_points(call, &text("Id")).await,
        ("ErrorInformation", _) => runtime::error_information(call, &text("Id")).await,
        _ => Ok(Vec::new()),
    }
}
