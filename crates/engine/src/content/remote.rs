//! Other systems as our own long work sees them: what is worth another try, and what is said when it fails.

use crate::cx::Cx;
use crate::error::{Error, Result as EngineResult};
use crate::platform::destination;
use client::Target;
use model::SubaccountId;
use model::destination::Destination;
use model::work::next_attempt;
use std::time::Duration;

/// How often something that may pass is tried before it counts as failed.
const ATTEMPTS: u32 = 6;

/// Why a step of long work did not get through.
#[derive(Debug)]
pub(super) enum Failure {
    /// Trying again would not help; the sentence is for people.
    Final(String),
    /// It may work later.
    Passing {
        text: String,
        /// How long the other side asks to be left alone.
        wait: Option<Duration>,
    },
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
        if passing { Self::Passing { text, wait: error.retry_after() } } else { Self::Final(text) }
    }
}

/// What the other side says is wrong, whichever envelope it uses; else what the client says.
pub(super) fn sentence(error: &client::Error) -> String {
    match (error.body().and_then(client::envelope::told), error.status()) {
        (Some(told), Some(status)) => format!("{told} (status {status})"),
        _ => error.to_string(),
    }
}

/// What to say about a failure, and how long to wait before the next try; without a wait there is none.
///
/// # Errors
/// Our own trouble.
pub(super) fn next_try(failure: Failure, attempts: u32) -> EngineResult<(String, Option<Duration>)> {
    match failure {
        Failure::Ours(error) => Err(error),
        Failure::Final(text) => Ok((text, None)),
        Failure::Passing { text, wait } => Ok((text, (attempts + 1 < ATTEMPTS).then(|| next_attempt(attempts, wait)))),
    }
}

/// A destination of a subaccount, ready to be called.
pub(super) async fn resolve_destination(
    cx: &Cx,
    subaccount: SubaccountId,
    name: &str,
) -> Result<(Destination, Target), Failure> {
    let found: EngineResult<Option<Destination>> = destination::find(cx, subaccount, name).await;
    let destination = found?.ok_or_else(|| {
        Failure::Final(format!(
            "destination '{name}' does not exist in the subaccount; create it with exactly this name, upper and lower \
             case matter"
        ))
    })?;
    let target = destination::callable(cx, subaccount, &destination)
        .map_err(|error| Failure::Final(error.message().to_owned()))?;
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
        assert!(matches!(Failure::from(refused(503, "")), Failure::Passing { .. }));
        assert!(matches!(Failure::from(refused(404, "")), Failure::Final(_)));
        assert!(matches!(Failure::from(client::Error::protocol("x")), Failure::Final(_)));
    }

    #[test]
    fn there_are_six_tries() {
        let passing = || Failure::Passing { text: "x".to_owned(), wait: None };
        assert!(next_try(passing(), 4).unwrap().1.is_some());
        assert!(next_try(passing(), 5).unwrap().1.is_none());
        assert!(next_try(Failure::Final("x".to_owned()), 0).unwrap().1.is_none());
        assert!(next_try(Failure::Ours(Error::internal("x")), 0).is_err());
    }
}
