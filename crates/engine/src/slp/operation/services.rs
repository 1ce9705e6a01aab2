//! Service instances of the space and their keys: found by name, else made; an instance that is there gets what the
//! archive asks for.

use super::plan::{Failure, Service, Stop, Target as Place};
use crate::cf::space::Space;
use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use crate::platform::binding::{self, Binding};
use crate::platform::instance::{self, Instance, NewInstance, Update};
use serde_json::Value;

/// What a module came to, for people.
#[derive(Debug, Default)]
pub(super) struct Deployed {
    pub(super) infos: Vec<String>,
    pub(super) warnings: Vec<String>,
    /// Whether an instance has other rights than its tokens have.
    pub(super) rights_changed: bool,
}

/// A refusal of the platform: something that has to be set right around the deployment. Our own faults stay ours.
fn of_platform(what: &str, error: Error) -> Stop {
    match error.kind() {
        Kind::Internal | Kind::Overloaded => Stop::Broken(error),
        _ => Failure::infrastructure(format!("{what}: {}", error.message())).into(),
    }
}

/// A service that is not where content goes. What is wrong with an optional one is only a warning.
pub(super) async fn provide(
    cx: &Cx,
    space: &Space,
    actor: &str,
    service: &Service,
    deployed: &mut Deployed,
) -> Result<(), Stop> {
    match all(cx, space, actor, service, deployed).await {
        Err(Stop::Failed(failure)) if service.optional => {
            deployed.warnings.push(format!("{}; it is optional", failure.text));
            Ok(())
        }
        outcome => outcome,
    }
}

async fn all(cx: &Cx, space: &Space, actor: &str, service: &Service, deployed: &mut Deployed) -> Result<(), Stop> {
    let wanted = &service.target;
    let instance = found_or_made_instance(cx, space, actor, wanted, deployed).await?;
    if service.with_key {
        found_or_made_key(cx, &instance, actor, wanted, deployed).await?;
    }
    for (name, parameters) in &service.keys {
        let key = Place { key: name.clone(), key_parameters: parameters.clone(), may_make_key: true, ..wanted.clone() };
        found_or_made_key(cx, &instance, actor, &key, deployed).await?;
    }
    Ok(())
}

pub(super) async fn found_or_made_instance(
    cx: &Cx,
    space: &Space,
    actor: &str,
    wanted: &Place,
    deployed: &mut Deployed,
) -> Result<Instance, Stop> {
    let name = wanted.instance.clone();
    let subaccount = space.subaccount.ok_or_else(|| {
        Failure::infrastructure("the organization of the space belongs to no subaccount, so it has no services")
    })?;
    let guid = space.id;
    let found = cx.db.read(async move |tx| instance::find_by_name(tx, subaccount, Some(guid), &name).await).await?;
    match found {
        Some(instance) => {
            is_of_the_service(&instance, wanted)?;
            updated(cx, instance, actor, wanted, deployed).await
        }
        None if wanted.may_make => {
            let new = NewInstance {
                subaccount,
                space: Some(guid),
                service: wanted.service.clone(),
                plan: wanted.plan.clone(),
                name: wanted.instance.clone(),
                parameters: wanted.parameters.clone(),
                created_by: actor.to_owned(),
            };
            let what = format!("the service instance \"{}\" could not be made", wanted.instance);
            let made = instance::create(cx, new).await.map_err(|error| of_platform(&what, error))?;
            deployed.infos.push(format!("Created service instance \"{}\"", wanted.instance));
            Ok(made)
        }
        None => {
            let (instance, space) = (&wanted.instance, &space.name);
            let text = format!("the service instance \"{instance}\" does not exist in space \"{space}\"");
            Err(Failure::infrastructure(text).into())
        }
    }
}

/// Instances that were only named may be of any service.
fn is_of_the_service(instance: &Instance, wanted: &Place) -> Result<(), Failure> {
    if wanted.service.is_empty() || instance.service == wanted.service {
        return Ok(());
    }
    let (name, service) = (&wanted.instance, &instance.service);
    let text =
        format!("the service instance \"{name}\" is of service \"{service}\", the archive needs {}", wanted.service);
    Err(Failure::content(text))
}

/// Parameters of the archive win over those the instance has, but a right is only ever added: others use the instance.
async fn updated(
    cx: &Cx,
    instance: Instance,
    actor: &str,
    wanted: &Place,
    deployed: &mut Deployed,
) -> Result<Instance, Stop> {
    let before = instance.parameters.json().map_err(Error::from)?;
    let parameters = merged(&before, &wanted.parameters);
    if !wanted.may_update || parameters == before {
        return Ok(instance);
    }
    let update = Update { parameters: Some(parameters), by: actor.to_owned(), ..Update::default() };
    let what = format!("the service instance \"{}\" could not be updated", wanted.instance);
    let updated = instance::update(cx, instance.id, update).await.map_err(|error| of_platform(&what, error))?;
    deployed.rights_changed = true;
    deployed.infos.push(format!("Updated service instance \"{}\"", wanted.instance));
    Ok(updated)
}

fn merged(before: &Value, wanted: &Value) -> Value {
    let (Value::Object(before), Value::Object(wanted)) = (before, wanted) else { return wanted.clone() };
    let mut merged = before.clone();
    for (key, value) in wanted {
        let present = merged.get_mut(key);
        match (key.as_str(), present.and_then(Value::as_array_mut), value.as_array()) {
            ("roles" | "grant-types", Some(present), Some(wanted)) => {
                let new: Vec<Value> = wanted.iter().filter(|value| !present.contains(value)).cloned().collect();
                present.extend(new);
            }
            _ => drop(merged.insert(key.clone(), value.clone())),
        }
    }
    Value::Object(merged)
}

pub(super) async fn found_or_made_key(
    cx: &Cx,
    instance: &Instance,
    actor: &str,
    wanted: &Place,
    deployed: &mut Deployed,
) -> Result<Binding, Stop> {
    let id = instance.id;
    let keys = cx.db.read(async move |tx| binding::list(tx, id).await).await?;
    if let Some(key) = keys.into_iter().find(|key| key.name == wanted.key) {
        return Ok(key);
    }
    if !wanted.may_make_key {
        let text = format!("the service instance \"{}\" has no key \"{}\"", wanted.instance, wanted.key);
        return Err(Failure::infrastructure(text).into());
    }
    let what = format!("the key \"{}\" of service instance \"{}\" could not be made", wanted.key, wanted.instance);
    let made = binding::create(cx, id, &wanted.key, wanted.key_parameters.clone(), actor).await;
    let made = made.map_err(|error| of_platform(&what, error))?;
    deployed.infos.push(format!("Created service key \"{}\" of service instance \"{}\"", wanted.key, wanted.instance));
    Ok(made)
}

pub(super) async fn delete_key(cx: &Cx, key: &Binding, actor: &str) -> Result<()> {
    match binding::delete(cx, key.id, actor).await {
        Ok(_) => Ok(()),
        Err(gone) if gone.kind() == Kind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn parameters_of_the_archive_win_and_rights_are_only_added() {
        let before = json!({"roles": ["A", "B"], "redirect-uris": ["u"], "token-validity": 3600});
        let wanted = json!({"roles": ["B", "C"], "token-validity": 7200});
        let expected = json!({"roles": ["A", "B", "C"], "redirect-uris": ["u"], "token-validity": 7200});
        assert_eq!(merged(&before, &wanted), expected);
        assert_eq!(merged(&Value::Null, &wanted), wanted);
        assert_eq!(merged(&before, &json!({})), before);
    }
}
