//! The connection check: is the other side there, and, told separately, do the credentials work?
//!
//! The first question is asked without credentials, as the original does. So a status that looks like a failure is
//! often the right one, and the answer says what it means.

use super::right::Check;
use super::target::{callable, stored};
use super::{NOT_FOUND, Stored};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use client::{Answer, Auth};
use model::destination::hint::{ASSEMBLY, Hint, TRANSPORT, hints};
use model::destination::{Authentication, Destination};

/// What the check came to.
#[derive(Debug)]
pub struct Report {
    /// Whether the other side is there.
    pub reachable: bool,
    /// What it answered, when it did.
    pub answer: Option<Answer>,
    /// The line people know from the original.
    pub message: String,
    /// How good that is.
    pub severity: Severity,
    /// What that answer means for this destination.
    pub meaning: String,
    /// Whether the credentials work.
    pub credentials: Credentials,
    /// What is likely to be wrong with the properties.
    pub hints: Vec<Hint>,
}

/// How good an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// As it should be.
    Success,
    /// There, but have a look.
    Warning,
    /// Not there, or broken.
    Error,
}

/// Whether the credentials work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    /// `None` when that cannot be told without calling the target itself.
    pub ok: Option<bool>,
    /// What was tried, and what came of it.
    pub message: String,
}

/// Checks a destination of the caller's own subaccount.
///
/// # Errors
/// Not found; forbidden, when the subaccount is another one.
pub async fn check(cx: &Cx, caller: Caller<Check>, subaccount: &str, name: &str) -> Result<Report> {
    let own = caller.subaccount()?;
    if own.text() != subaccount && caller.identity().zone_name != subaccount {
        return Err(Error::forbidden("this token belongs to another subaccount"));
    }
    let stored = stored(cx, own, name).await?.ok_or_else(|| Error::not_found(NOT_FOUND))?;
    if stored.destination.get("Type") != Some("HTTP") {
        return Err(Error::unprocessable("only HTTP destinations can be checked"));
    }
    let (reached, credentials) = (reached(cx, &stored).await, credentials(cx, &stored).await);
    let hints = hints(&stored.destination, cx.addresses().is_http());
    Ok(report(&stored.destination, reached, credentials, hints))
}

async fn reached(cx: &Cx, stored: &Stored) -> Result<Answer, String> {
    if stored.destination.get("ProxyType") == Some("OnPremise") {
        return Err("it leads to an on-premise system, and there is no Cloud Connector here".to_owned());
    }
    cx.http.probe(stored.destination.url()).await.map_err(|e| e.to_string())
}

async fn credentials(cx: &Cx, stored: &Stored) -> Credentials {
    let destination = &stored.destination;
    let told = |ok, message: String| Credentials { ok, message };
    let target = match callable(cx, stored.owner.subaccount, destination) {
        Ok(target) => target,
        Err(error) => return told(None, error.message().to_owned()),
    };
    match &target.auth {
        Auth::None => return told(Some(true), "no credentials are needed".to_owned()),
        Auth::Token(_) => {}
        _ => return told(None, "user and password are only checked by the target, when it is called".to_owned()),
    }
    if destination.filled("clientSecret").is_none() && destination.filled("tokenServicePassword").is_none() {
        return told(Some(false), "clientSecret is missing: take it from the service key".to_owned());
    }
    match cx.http.fresh_token(&target).await {
        Ok(_) => told(Some(true), "a token was fetched: client and secret are right".to_owned()),
        Err(error) => told(Some(false), error.to_string()),
    }
}

fn report(
    destination: &Destination,
    reached: Result<Answer, String>,
    credentials: Credentials,
    hints: Vec<Hint>,
) -> Report {
    let name = destination.name();
    match reached {
        Ok(answer) if answer.status < 500 => {
            let severity = severity(destination, answer.status);
            let message = established(destination, &answer);
            let meaning = meaning(destination, answer.status);
            Report { reachable: true, answer: Some(answer), message, severity, meaning, credentials, hints }
        }
        Ok(answer) => {
            let text = format!("{}: {}", answer.status, answer.reason);
            let message = format!("Connection to \"{name}\" failed. Response returned: \"{text}\"");
            let meaning = "the system is there, but cannot serve; try again later or ask its operator".to_owned();
            let answer = Some(answer);
            Report { reachable: false, answer, message, severity: Severity::Error, meaning, credentials, hints }
        }
        Err(why) => {
            let message = format!("Connection to \"{name}\" could not be established");
            let severity = Severity::Error;
            Report { reachable: false, answer: None, message, severity, meaning: why, credentials, hints }
        }
    }
}

fn is_deploy_service(destination: &Destination) -> bool {
    destination.url().contains("/slprot/")
}

fn is_pass_through(destination: &Destination) -> bool {
    destination.url().contains("/imp-cdm-transport-management-api")
}

fn established(destination: &Destination, answer: &Answer) -> String {
    let name = destination.name();
    if is_deploy_service(destination) {
        return format!("HTTP request (without authentication) to {name} destination succeeded");
    }
    let (status, reason) = (answer.status, &answer.reason);
    if status == 200 {
        return format!("Connection to \"{name}\" is established.");
    }
    format!("Connection to \"{name}\" is established. Response returned: \"{status}: {reason}\"")
}

/// No credentials were sent, so being asked for them is right.
fn severity(destination: &Destination, status: u16) -> Severity {
    match status {
        0..=399 | 401 | 403 => Severity::Success,
        _ if is_deploy_service(destination) => Severity::Success,
        _ => Severity::Warning,
    }
}

fn meaning(destination: &Destination, status: u16) -> String {
    let text = match status {
        404 if is_pass_through(destination) => {
            "normal: the pass-through API of Cloud ALM has nothing at its root; transports are not affected"
        }
        401 if destination.name() == ASSEMBLY => "normal: the Content Agent asks for a token, and the check sends none",
        401 if destination.name() == TRANSPORT => {
            "normal: transport management asks for a token, and the check sends none"
        }
        401 | 403 if destination.authentication() != Authentication::None => {
            "normal: the target asks for credentials, and the check sends none"
        }
        401 | 403 => "the target asks for credentials, but the destination has none",
        404 if is_deploy_service(destination) => {
            "the deploy service is there; organization and space show at the import"
        }
        404 => {
            "a server is there, but has nothing at this path; many APIs have nothing at their root, so compare the \
                URL with the service key"
        }
        300..=399 => "a server is there and points elsewhere; calls do not follow, so enter the final URL if they fail",
        0..=299 => "the target is there",
        _ => "a server is there, but did not like the request; compare the URL with the service key",
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Map, Value};

    fn destination(name: &str, url: &str) -> Destination {
        let pairs = [("Name", name), ("Type", "HTTP"), ("URL", url), ("Authentication", "OAuth2ClientCredentials")];
        Destination::stored(pairs.iter().map(|(k, v)| ((*k).to_owned(), Value::from(*v))).collect::<Map<_, _>>())
    }

    fn checked(destination: &Destination, status: u16, reason: &str) -> Report {
        let answer = Answer { status, reason: reason.to_owned() };
        report(destination, Ok(answer), Credentials { ok: None, message: String::new() }, Vec::new())
    }

    #[test]
    fn the_root_of_the_pass_through_is_not_found_and_that_is_fine() {
        let url = "https://eu10.alm.example/api/imp-cdm-transport-management-api/v1";
        let told = checked(&destination(TRANSPORT, url), 404, "Not Found");
        assert!(told.reachable);
        assert_eq!(told.severity, Severity::Warning);
        assert_eq!(
            told.message,
            "Connection to \"TransportManagementService\" is established. Response returned: \"404: Not Found\""
        );
        assert!(told.meaning.starts_with("normal: "));
    }

    #[test]
    fn everything_below_500_is_a_success() {
        let some = destination("X", "https://x.example");
        for status in [200, 302, 401, 403, 404, 499] {
            assert!(checked(&some, status, "").reachable, "{status}");
        }
        for status in [500, 503] {
            let told = checked(&some, status, "");
            assert!(!told.reachable && told.severity == Severity::Error, "{status}");
        }
    }

    #[test]
    fn the_content_agent_asks_for_a_token_and_that_is_normal() {
        let told = checked(&destination(ASSEMBLY, "https://content-agent-engine.example"), 401, "Unauthorized");
        assert_eq!(told.severity, Severity::Success);
        assert_eq!(
            told.message,
            "Connection to \"ContentAssemblyService\" is established. Response returned: \"401: Unauthorized\""
        );
    }

    #[test]
    fn the_deploy_service_has_words_of_its_own() {
        let told = checked(&destination("CPI_PROD_CF", "https://d.example/slprot/o/prod/slp"), 401, "Unauthorized");
        assert_eq!(told.message, "HTTP request (without authentication) to CPI_PROD_CF destination succeeded");
    }
}
