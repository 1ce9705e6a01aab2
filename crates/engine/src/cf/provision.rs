//! What a worker does for ordered instances: it has the platform make or remove them.

use super::instance::{OrderedInstance, missing};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::platform::instance as platform;
use model::account::Labels;
use model::catalog;
use model::{InstanceId, Time};
use store::cf_attached::Attached;
use uuid::Uuid;

/// Makes what was ordered, under the GUID by which it has been shown since. `again`: an earlier run may have made it already and died before it could say so.
pub(crate) async fn make(cx: &Cx, id: Uuid, wanted: OrderedInstance, ordered_at: Time, again: bool) -> Result<()> {
    let plan = catalog::plan_by_id(wanted.plan).ok_or_else(missing)?;
    let (tags, metadata) = (wanted.tags.clone(), wanted.metadata.clone());
    let space = wanted.space;
    let there = cx.db.read(async move |tx| Ok::<_, Error>(store::space::get(tx, space).await?)).await?;
    there.ok_or_else(|| Error::not_found("the space was deleted meanwhile"))?;
    let made = if again { made_before(cx, &wanted, ordered_at).await? } else { None };
    let guid = match made {
        Some(guid) => guid,
        None => {
            let new = platform::NewInstance {
                subaccount: wanted.subaccount,
                space: Some(wanted.space),
                service: plan.service.to_owned(),
                plan: plan.name.to_owned(),
                name: wanted.name,
                parameters: wanted.parameters,
                created_by: wanted.actor,
            };
            platform::create_as(cx, InstanceId(id), new, Labels::new()).await?.id.0
        }
    };
    let attached = Attached { resource: guid, tags, metadata };
    cx.db.write(async move |tx| Ok(store::cf_attached::put(tx, &attached).await?)).await
}

async fn made_before(cx: &Cx, wanted: &OrderedInstance, ordered_at: Time) -> Result<Option<Uuid>> {
    let (subaccount, space, name, actor) = (wanted.subaccount, wanted.space, wanted.name.clone(), wanted.actor.clone());
    cx.db
        .read(async move |tx| {
            let there = platform::find_by_name(tx, subaccount, Some(space), &name).await?;
            Ok(there.filter(|i| i.created_at >= ordered_at && i.created_by == actor).map(|i| i.id.0))
        })
        .await
}

/// Removes an instance with its keys and all that was attached; one that is gone is fine.
pub(crate) async fn remove(cx: &Cx, guid: Uuid, actor: &str) -> Result<()> {
    match platform::delete(cx, InstanceId(guid), actor).await {
        Ok(_) => {}
        Err(gone) if gone.kind() == crate::Kind::NotFound => {}
        Err(error) => return Err(error),
    }
    cx.db.write(async move |tx| Ok(store::cf_attached::delete(tx, guid).await?)).await
}
