//! Values of custom tags of a package.

use super::delivery::keep;
use super::rights::EditPackages;
use super::tenant::{self, Tenant};
use crate::audit;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::package::Tags;
use model::{BlobId, Time};
use serde_json::json;
use store::Tx;
use store::artifact::Artifact;
use store::package::Package;

/// How an export calls the resource that holds them.
const KIND: &str = "Configured_Custom_Tags";

/// Sets the values of one tag; none removes it.
///
/// # Errors
/// `NotFound` for a package or tag that does not exist, `Invalid` for a value that is not permitted.
pub async fn set(
    cx: &Cx,
    _caller: &Caller<EditPackages>,
    tenant: &Tenant,
    package: &str,
    name: &str,
    values: Vec<String>,
) -> Result<()> {
    let before = cx
        .db
        .read({
            let (subaccount, package) = (tenant.subaccount, package.to_owned());
            async move |tx| super::package::must_find(tx, subaccount, &package).await
        })
        .await?;
    let mut tags = before.tags.clone();
    let detail = json!({"tag": name, "values": values});
    if values.is_empty() {
        tags.remove(name);
    } else {
        tags.insert(name.to_owned(), values.clone());
    }
    // The export carries them as content, so they are kept as a blob too.
    let text = serde_json::to_string(&tags)?;
    let wish = NewDefinitions {
        reg_id: cx.random.uuid().simple().to_string(),
        size: text.len() as u64,
        digest: keep(cx, text.into()).await?,
        tags,
    };
    let (now, tenant, name) = (cx.now(), tenant.clone(), name.to_owned());
    cx.db
        .write(async move |tx| {
            permitted(&tenant::tag_definitions(tx, tenant.subaccount).await?, &name, &values)?;
            save(tx, &tenant, &before, wish, now).await?;
            audit::record(tx, now, tenant.event("package.tag", format!("package {}", before.id), detail)).await
        })
        .await
}

fn permitted(definitions: &tenant::TagDefinitions, name: &str, values: &[String]) -> Result<()> {
    let definition = definitions.custom_tags_configuration.iter().find(|tag| tag.tag_name == name);
    let definition = definition.ok_or_else(|| Error::not_found(format!("Custom tag '{name}' is not defined.")))?;
    let forbidden = values.iter().find(|value| {
        !definition.permitted_values.is_empty() && !definition.permitted_values.iter().any(|known| known == *value)
    });
    match forbidden {
        Some(value) => Err(Error::invalid(format!("'{value}' is not permitted for the custom tag '{name}'"))),
        None => Ok(()),
    }
}

struct NewDefinitions {
    reg_id: String,
    tags: Tags,
    digest: BlobId,
    size: u64,
}

async fn save(tx: &mut Tx, tenant: &Tenant, before: &Package, wish: NewDefinitions, now: Time) -> Result<()> {
    let subaccount = tenant.subaccount;
    store::package::lock(tx, subaccount, &before.id).await?;
    let package = super::package::must_find(tx, subaccount, &before.id).await?;
    if package.tags != before.tags {
        return Err(Error::conflict("the package was changed meanwhile; try again"));
    }
    let artifacts = store::artifact::of_package(tx, subaccount, &package.id).await?;
    let holder = match artifacts.into_iter().find(|row| row.kind == KIND) {
        Some(row) => row,
        None => new_holder(tx, &package, &wish.reg_id, tenant, now).await?,
    };
    let (digest, size) = (Some(wish.digest), wish.size);
    store::artifact::put(tx, subaccount, &Artifact { digest, size, ..holder }).await?;
    let (modified_by, modified_at) = (tenant.actor.clone(), now);
    let row = Package { tags: wish.tags, modified_by, modified_at, ..package };
    Ok(store::package::put(tx, subaccount, &row).await?)
}

async fn new_holder(tx: &mut Tx, package: &Package, reg_id: &str, tenant: &Tenant, now: Time) -> Result<Artifact> {
    let artifact = mta::Artifact::new(reg_id, reg_id, KIND, "1.0.0", mta::ResourceType::CustomTags);
    let relation = mta::package::Relation::new(&package.reg_id, reg_id, "Default");
    Ok(Artifact {
        reg_id: reg_id.to_owned(),
        id: reg_id.to_owned(),
        package: package.id.clone(),
        kind: KIND.to_owned(),
        runnable: false,
        name: KIND.to_owned(),
        version: "1.0.0".to_owned(),
        draft: false,
        digest: None,
        size: 0,
        resource: artifact.resource,
        relations: vec![relation.raw],
        parameters: Vec::new(),
        pos: store::artifact::next_pos(tx, tenant.subaccount, &package.id).await?,
        created_by: tenant.actor.clone(),
        created_at: now,
        modified_by: tenant.actor.clone(),
        modified_at: now,
    })
}
