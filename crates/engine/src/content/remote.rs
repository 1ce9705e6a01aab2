//! Other systems as our own long work sees them: what is worth another try, and what is said when it fails.

use crate::cx::Cx;
use crate::error::{Error, Result as EngineResult};
use crate::platform::destination;
use client::Target;
use model::SubaccountId;
use model::destination::Destination;
use std::time::Duration;

/// How often something that may pass is tried before it counts as failed.
pub(super) const ATTEMPTS: u32 = 6;

/// Why a step of long work did not get through.
#[derive(Debug)]
pub(super) enum Failure {
    /// Trying again would not help; the sentence is for people.
    Final(String),
    /// It may work later.
    Passing(String),
    /// Our own trouble: the job as a whole is tried again.
    Ours(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Ours(error)
    }
}

impl From<client::Error> for Failure {
    fn from(error: client::Error) -> Self {
        let text = sentence(&error);
        let passing = error.may_pass() || matches!(error.kind(), client::Kind::Token);
        if passing { Self::Passing(text) } else { Self::Final(text) }
    }
}

/// What the other side says is wrong, whichever envelope it uses; else what the client says.
pub(super) fn sentence(error: &client::Error) -> String {
    match (error.body().and_then(client::envelope::told), error.status()) {
        (Some(told), Some(status)) => format!("{told} (status {status})"),
        _ => error.to_string(),
    }
}

/// From 20 ms, doubling to 5 s.
pub(super) fn pause(attempt: u32) -> Duration {
    Duration::from_millis(20).saturating_mul(1 << attempt.min(8)).min(Duration::from_secs(5))
}

/// From 200 ms, doubling to 5 s: between attempts at something that failed.
pub(super) fn patience(attempt: u32) -> Duration {
    Duration::from_millis(200).saturating_mul(1 << attempt.min(5)).min(Duration::from_secs(5))
}

/// A destination of a subaccount, ready to be called.
pub(super) async fn through(cx: &Cx, subaccount: SubaccountId, name: &str) -> Result<(Destination, Target), Failure> {
    let found: EngineResult<Option<Destination>> = destination::find(cx, subaccount, name).await;
    let destination = found?.ok_or_else(|| {
        Failure::Final(format!(
            "destination '{name}' does not exist in the subaccount; create it with exactly this name, upper and lower \
             case matter"
        ))
    })?;
    let target = destination::target(&destination).map_err(|error| Failure::Final(error.message().to_owned()))?;
    Ok((destination, target))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(status: u16, body: &str) -> client::Error {
        client::Error::new(client::Kind::Status { status, body: body.to_owned() }, "X answered")
    }

    #[test]
    fn the_other_sides_sentence_is_found_in_every_envelope() {
        for body in [
            r#"{"error":{"code":"c","message":{"lang":"en","value":"no"}}}"#,
            r#"{"error":{"message":"no"}}"#,
            r#"{"errorType":"t","message":"no"}"#,
            r#"{"error":"x","error_description":"no"}"#,
        ] {
            assert_eq!(sentence(&refused(404, body)), "no (status 404)", "{body}");
        }
        assert_eq!(sentence(&refused(404, "<html>")), "X answered");
    }

    #[test]
    fn only_what_may_pass_is_tried_again() {
        assert!(matches!(Failure::from(refused(503, "")), Failure::Passing(_)));
        assert!(matches!(Failure::from(refused(404, "")), Failure::Final(_)));
        assert!(matches!(Failure::from(client::Error::protocol("x")), Failure::Final(_)));
    }

    #[test]
    fn waiting_grows_to_five_seconds() {
        assert_eq!((pause(0).as_millis(), pause(3).as_millis(), pause(40).as_secs()), (20, 160, 5));
        assert_eq!((patience(0).as_millis(), patience(40).as_secs()), (200, 5));
    }
}
