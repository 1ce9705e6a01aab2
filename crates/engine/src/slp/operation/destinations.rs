//! Destinations as content: they stand in the descriptor, as parameter `content` of a module whose target is an
//! instance of the Destination service (content-agent-and-mtar reference, 3.5).

use super::plan::{Batch, Failure, Policy, Stop};
use crate::cx::Cx;
use crate::error::{Error, Kind};
use crate::platform::destination::{Owner, write};
use crate::platform::instance::Instance;
use model::destination::{Authentication, Destination, Level, validate};
use serde_json::{Map, Value};

/// The service that takes them.
pub(super) const SERVICE: &str = "destination";

const POLICY: &str = "existing_destinations_policy";
const LIST: &str = "destinations";

/// Reads the parameter `content`, and checks each destination. Values may be secrets, so none is repeated.
pub(super) fn read(module: &str, content: &Value) -> Result<Vec<Batch>, Failure> {
    let wrong = |what: String| Failure::content(format!("the parameter content of module \"{module}\": {what}"));
    let levels = content.as_object().ok_or_else(|| wrong("it must be a map".to_owned()))?;
    let mut batches = Vec::new();
    for (level, content) in levels {
        let of_instance = match level.as_str() {
            "instance" => true,
            "subaccount" => false,
            other => return Err(wrong(format!("'{other}' is not known; use subaccount or instance"))),
        };
        let content = content.as_object().ok_or_else(|| wrong(format!("'{level}' must be a map")))?;
        if let Some(other) = content.keys().find(|key| ![POLICY, LIST].contains(&key.as_str())) {
            return Err(wrong(format!("'{level}.{other}' is not supported; only {POLICY} and {LIST} are")));
        }
        let policy = policy(content.get(POLICY)).map_err(|what| wrong(format!("'{level}.{POLICY}' {what}")))?;
        let list = content.get(LIST).and_then(Value::as_array);
        let list = list.ok_or_else(|| wrong(format!("'{level}.{LIST}' must be a list of destinations")))?;
        let destinations = list.iter().map(one).collect::<Result<_, _>>().map_err(wrong)?;
        batches.push(Batch { of_instance, policy, destinations });
    }
    Ok(batches)
}

fn policy(given: Option<&Value>) -> Result<Policy, String> {
    match given.map(Value::as_str) {
        None | Some(Some("fail")) => Ok(Policy::Fail),
        Some(Some("ignore")) => Ok(Policy::Ignore),
        Some(Some("update")) => Ok(Policy::Update),
        Some(_) => Err("must be fail, ignore or update".to_owned()),
    }
}

fn one(given: &Value) -> Result<Map<String, Value>, String> {
    if let Some(key) = ["ServiceInstanceName", "ServiceKeyName"].iter().find(|key| given.get(key).is_some()) {
        let name = given.get("Name").and_then(Value::as_str).unwrap_or_default();
        return Err(format!(
            "destination '{name}': {key} is not supported; write URL and credentials instead, or let an extension do so"
        ));
    }
    let read = validate::read(given).map_err(|violation| violation.to_string())?;
    Ok(read.properties().clone())
}

/// Writes the destinations of a module, and says what became of each.
pub(super) async fn deploy(
    cx: &Cx,
    instance: &Instance,
    actor: &str,
    batches: Vec<Batch>,
) -> Result<(Vec<String>, Vec<String>), Stop> {
    let (mut infos, mut warnings) = (Vec::new(), Vec::new());
    for batch in batches {
        let level = if batch.of_instance { Level::Instance(instance.id) } else { Level::Subaccount };
        let owner = Owner { subaccount: instance.subaccount, level };
        let place = match level {
            Level::Instance(_) => format!("service instance \"{}\"", instance.name),
            Level::Subaccount => "the subaccount".to_owned(),
        };
        let given: Vec<Destination> = batch.destinations.into_iter().map(Destination::stored).collect();
        let existing = match batch.policy {
            Policy::Fail => write::Existing::Refuse,
            Policy::Ignore => write::Existing::Keep,
            Policy::Update => write::Existing::Replace,
        };
        for done in write::put(cx, owner, actor, given, existing).await.map_err(|error| refused(&place, error))? {
            let name = done.destination.name();
            infos.push(format!("{} destination \"{name}\" of {place}", done.became.text()));
            warnings.extend(lacks_secret(&done.destination));
        }
    }
    Ok((infos, warnings))
}

fn refused(place: &str, error: Error) -> Stop {
    match error.kind() {
        Kind::Conflict | Kind::Unprocessable => {
            Failure::content(format!("the destinations of {place} could not be written: {}", error.message())).into()
        }
        _ => error.into(),
    }
}

/// Secrets do not travel: who made a destination here without one has to set it.
fn lacks_secret(destination: &Destination) -> Option<String> {
    let secret = match destination.authentication() {
        Authentication::Basic => "Password",
        Authentication::ClientCredentials => "clientSecret",
        _ => return None,
    };
    destination.filled(secret).is_none().then(|| {
        format!(
            "destination \"{}\" has no {secret}, because secrets are not transported; set it here",
            destination.name()
        )
    })
}

// A test compares what would be done with what its table says, so there it can be printed.
#[cfg(not(test))]
wire::unprinted!(Batch);

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn refused(content: &Value) -> String {
        read("m", content).unwrap_err().text
    }

    #[test]
    fn levels_and_policies_are_read() {
        let destination = json!({"Name": "D", "Type": "HTTP", "URL": "https://x.example"});
        let content = json!({
            "subaccount": {"existing_destinations_policy": "update", "destinations": [destination]},
            "instance": {"destinations": [destination]}});
        let batches = read("m", &content).unwrap();
        let seen: Vec<_> = batches.iter().map(|batch| (batch.of_instance, batch.policy)).collect();
        assert_eq!(seen, [(false, Policy::Update), (true, Policy::Fail)]);
        assert_eq!(batches[0].destinations[0]["Name"], "D");
    }

    #[test]
    fn what_has_no_effect_is_refused_by_name() {
        for (content, part) in [
            (json!([]), "must be a map"),
            (json!({"space": {}}), "'space'"),
            (json!({"instance": {"certificates": []}}), "'instance.certificates'"),
            (
                json!({"instance": {"existing_destinations_policy": "merge", "destinations": []}}),
                "fail, ignore or update",
            ),
            (json!({"instance": {}}), "must be a list"),
            (json!({"instance": {"destinations": [{"Name": "D", "ServiceInstanceName": "i"}]}}), "ServiceInstanceName"),
            (json!({"instance": {"destinations": [{"Name": "D"}]}}), "'D'"),
        ] {
            let text = refused(&content);
            assert!(text.contains(part) && text.contains("module \"m\""), "{text}");
        }
    }
}
