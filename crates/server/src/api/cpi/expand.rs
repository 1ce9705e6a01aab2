//! `$expand`: related entities inside of an answer.

use super::call::{Answer, Call, Outcome};
use super::error::Problem;
use super::schema::kind_of_set;
use super::{artifacts, configurations, endpoints, resources, runtime, tags};
use engine::content::artifact::Which;
use odata::v2::{Entity, EntityType, Navigation};

/// The answer with what `$expand` names.
pub(super) async fn into(call: &Call, answer: Answer) -> Outcome {
    match answer {
        Answer::Entity(status, entity) => {
            check_select(call, entity.ty())?;
            let links = links(call, entity.ty())?;
            Ok(Answer::Entity(status, expanded(call, entity, &links).await?))
        }
        Answer::Feed(ty, mut feed) => {
            check_select(call, ty)?;
            let links = links(call, ty)?;
            let mut entities = Vec::with_capacity(feed.entities.len());
            for entity in feed.entities {
                entities.push(expanded(call, entity, &links).await?);
            }
            feed.entities = entities;
            Ok(Answer::Feed(ty, feed))
        }
        other => Ok(other),
    }
}

fn check_select(call: &Call, ty: &EntityType) -> Result<(), Problem> {
    let known = |name: &str| ty.properties.iter().any(|property| property.name == name) || ty.link(name).is_some();
    let first = |path: &String| path.split('/').next().unwrap_or_default().to_owned();
    match call.query.select.iter().map(first).find(|name| !known(name)) {
        Some(unknown) => Err(odata::Error::UnknownProperty(unknown).into()),
        None => Ok(()),
    }
}

fn links(call: &Call, ty: &EntityType) -> Result<Vec<&'static Navigation>, Problem> {
    let mut links: Vec<&'static Navigation> = Vec::new();
    for path in &call.query.expand {
        if path.contains('/') {
            return Err(Problem::not_implemented("$expand goes one step here; read the next one by itself"));
        }
        let link = ty.link(path).ok_or_else(|| odata::Error::UnknownProperty(path.clone()))?;
        if !links.iter().any(|known| known.name == link.name) {
            links.push(link);
        }
    }
    Ok(links)
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
