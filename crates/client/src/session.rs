//! Sessions of deploy services: opened once for the few calls of a deployment instead of once for each of them.
//!
//! Only what writes needs one, and one that has expired is refused by name, so an old one costs a call and nothing else.

use crate::call::Call;
use crate::response::Response;
use crate::target::Target;
use reqwest::header::SET_COOKIE;
use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The header of the token against cross-site requests.
pub(crate) const CSRF: &str = "X-Csrf-Token";
/// How long one is used, in microseconds. Services keep them for many minutes.
const USED: i64 = 60_000_000;
/// How many are kept: those of the targets that are at work.
const KEPT: usize = 64;

/// What a write has to carry.
#[derive(Clone, Default)]
pub(crate) struct Session {
    csrf: Option<(String, String)>,
    cookies: String,
}

impl Session {
    /// The one that an answer opened.
    pub(crate) fn of(answer: &Response) -> Self {
        let name = answer.header("X-Csrf-Header").unwrap_or(CSRF).to_owned();
        let csrf = answer.header(CSRF).map(|token| (name, token.to_owned()));
        let set = answer.headers().get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
        let pairs: Vec<&str> = set.filter_map(|cookie| cookie.split(';').next()).map(str::trim).collect();
        Self { csrf, cookies: pairs.join("; ") }
    }

    pub(crate) fn put_into(&self, call: Call) -> Call {
        let call = match &self.csrf {
            Some((name, token)) => call.header(name.as_str(), token.as_str()),
            None => call,
        };
        if self.cookies.is_empty() { call } else { call.header("cookie", self.cookies.as_str()) }
    }
}

/// The sessions in hand, the latest first. A target is its address with its credentials: another user, or a changed
/// password, never meets somebody else's session.
#[derive(Default)]
pub(crate) struct Sessions(Mutex<VecDeque<(Target, i64, Session)>>);

impl std::fmt::Debug for Sessions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sessions")
    }
}

fn is_same(one: &Target, other: &Target) -> bool {
    one.url == other.url && one.auth == other.auth
}

/// A clock that was set back makes nothing young.
fn is_young(opened: i64, now: i64) -> bool {
    (opened..opened.saturating_add(USED)).contains(&now)
}

impl Sessions {
    pub(crate) fn of(&self, target: &Target, now: i64) -> Option<Session> {
        let sessions = self.lock();
        let found = sessions.iter().find(|(whose, opened, _)| is_same(whose, target) && is_young(*opened, now));
        found.map(|(_, _, session)| session.clone())
    }

    /// Keeps a new one in place of an older one.
    pub(crate) fn keep(&self, target: &Target, session: Session, now: i64) {
        let mut sessions = self.lock();
        sessions.retain(|(whose, opened, _)| !is_same(whose, target) && is_young(*opened, now));
        sessions.truncate(KEPT - 1);
        sessions.push_front((target.clone(), now, session));
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<(Target, i64, Session)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::Auth;

    fn target(user: &str, password: &str) -> Target {
        let auth = Auth::Basic { user: user.to_owned(), password: password.to_owned() };
        Target::new("CPI_TEST_CF", "https://deploy.example/slprot/o/s/slp", auth)
    }

    fn session(cookies: &str) -> Session {
        Session { csrf: None, cookies: cookies.to_owned() }
    }

    #[test]
    fn a_session_is_used_again_by_the_same_user_with_the_same_password_only() {
        let sessions = Sessions::default();
        sessions.keep(&target("anna", "one"), session("a=1"), 0);
        let of = |user, password| sessions.of(&target(user, password), 0).map(|session| session.cookies);
        assert_eq!(of("anna", "one").as_deref(), Some("a=1"));
        assert_eq!(of("anna", "two"), None);
        assert_eq!(of("bert", "one"), None);
        sessions.keep(&target("anna", "one"), session("a=2"), 0);
        assert_eq!(of("anna", "one").as_deref(), Some("a=2"));
        assert_eq!(sessions.lock().len(), 1);
    }

    #[test]
    fn a_session_is_used_for_a_minute() {
        let (sessions, anna) = (Sessions::default(), target("anna", "one"));
        sessions.keep(&anna, session("a=1"), 5);
        assert!(sessions.of(&anna, 5 + USED - 1).is_some());
        assert!(sessions.of(&anna, 5 + USED).is_none());
        assert!(sessions.of(&anna, 4).is_none(), "the clock was set back");
    }

    #[test]
    fn no_more_are_kept_than_targets_are_likely_to_be_at_work() {
        let sessions = Sessions::default();
        for user in 0..KEPT * 2 {
            sessions.keep(&target(&user.to_string(), ""), session(""), 0);
        }
        assert_eq!(sessions.lock().len(), KEPT);
    }
}
