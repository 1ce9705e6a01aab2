//! Waiting for something the server does in the background: asks again, quickly at first.

use crate::failure::{Failure, Result};
use crate::session::Session;
use serde_json::Value;
use std::time::{Duration, Instant};

const FIRST: Duration = Duration::from_millis(10);
const LONGEST: Duration = Duration::from_secs(1);
const LIMIT: Duration = Duration::from_secs(120);

/// Asks `url` until `decide` has an answer; `what` is what is waited for.
pub(crate) async fn until<T>(
    s: &Session,
    (url, token): (&str, &str),
    what: &str,
    mut decide: impl FnMut(&Value) -> Result<Option<T>>,
) -> Result<T> {
    let (started, mut pause) = (Instant::now(), FIRST);
    loop {
        let seen = s.web.get(url, token).await?;
        if let Some(found) = decide(&seen)? {
            return Ok(found);
        }
        if started.elapsed() > LIMIT {
            let shown: String = seen.to_string().chars().take(300).collect();
            return Err(Failure::new(format!("{what} took more than {} s; last seen: {shown}", LIMIT.as_secs())));
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(LONGEST);
    }
}
