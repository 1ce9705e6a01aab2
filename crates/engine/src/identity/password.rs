//! People's passwords: Argon2id, on threads where blocking is allowed, few at a time, in memory that is used again.

use super::throttle::{self, Lane};
use crate::cx::Cx;
use crate::error::{Error, Result};
use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{ARGON2ID_IDENT, Argon2, Block, Params, Version};
use model::Time;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;
use subtle::ConstantTimeEq;
use tokio::sync::Semaphore;

const REMEMBER: Duration = Duration::from_secs(300);
const REMEMBERED: usize = 1_000;
/// The longest password in bytes, as in the original.
pub(super) const LONGEST: usize = 255;
/// How many checks of accounts that many addresses try may wait.
const NARROW: usize = 8;

/// Compared when there is no such person, so that an answer takes as long as for a wrong password.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$cm9wZXdheS1ub2JvZHk$Zx1lRUe1ifuKN0xbCIcyWO0DLmgCyEJ8JgvcmF8WcPg";

#[derive(Default)]
struct Work {
    slots: OnceLock<Slots>,
    blocks: Arc<Blocks>,
    /// Clients of the deploy service send the password with every request. What was right is known for a while, by a
    /// keyed hash of name and password, as long as the stored hash is the same.
    right: Mutex<HashMap<String, (String, Time)>>,
}

/// Who may hash now, and how many wait for it.
struct Slots {
    all: Arc<Semaphore>,
    narrow: Semaphore,
    waiting: [AtomicUsize; 2],
}

impl Slots {
    fn new(at_once: usize) -> Self {
        let halves = || std::thread::available_parallelism().map_or(1, |cores| cores.get().div_ceil(2)).min(4);
        let at_once = if at_once == 0 { halves() } else { at_once };
        let waiting = [AtomicUsize::new(0), AtomicUsize::new(0)];
        Self { all: Arc::new(Semaphore::new(at_once)), narrow: Semaphore::new(1), waiting }
    }
}

/// Memory for hashing, 19 MiB a piece: taking it anew for each check makes the process grow with every wrong log-in.
/// One piece stays for the next check; more of them only as long as they are needed at once.
#[derive(Default)]
struct Blocks(Mutex<Option<Vec<Block>>>);

impl Blocks {
    fn with<R>(&self, count: usize, work: impl FnOnce(&mut [Block]) -> R) -> R {
        let mut blocks = self.0.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap_or_default();
        blocks.resize(count, Block::new());
        let answer = work(&mut blocks);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(blocks);
        answer
    }
}

impl Work {
    fn knows(&self, key: &str, stored: &str, now: Time) -> bool {
        let right = self.right.lock().unwrap_or_else(PoisonError::into_inner);
        right.get(key).is_some_and(|(hash, until)| hash == stored && now < *until)
    }

    fn remember(&self, key: String, stored: &str, now: Time) {
        let mut right = self.right.lock().unwrap_or_else(PoisonError::into_inner);
        if right.len() >= REMEMBERED {
            right.clear();
        }
        right.insert(key, (stored.to_owned(), now.plus(REMEMBER)));
    }
}

/// A place in the queue, until it is dropped.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn join(count: &'a AtomicUsize, most: usize) -> Result<Self> {
        let place = Self(count);
        if count.fetch_add(1, Ordering::Relaxed) < most { Ok(place) } else { Err(throttle::busy()) }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

async fn blocking<R: Send + 'static>(
    cx: &Cx,
    lane: Lane,
    work: impl FnOnce(&Blocks) -> R + Send + 'static,
) -> Result<R> {
    let (here, limits) = (cx.cache::<Work>(), &cx.settings.logins);
    let slots = here.slots.get_or_init(|| Slots::new(limits.checks_at_once));
    let gone = |e| Error::internal("password hashing was shut down").because(e);
    let [wide_queue, narrow_queue] = &slots.waiting;
    let _narrow = match lane {
        Lane::Wide => None,
        Lane::Narrow => {
            let _waiting = Waiting::join(narrow_queue, NARROW)?;
            Some(slots.narrow.acquire().await.map_err(gone)?)
        }
    };
    let waiting = Waiting::join(wide_queue, limits.checks_waiting)?;
    let permit = Arc::clone(&slots.all).acquire_owned().await.map_err(gone)?;
    drop(waiting);
    let blocks = Arc::clone(&here.blocks);
    let done = tokio::task::spawn_blocking(move || {
        let answer = work(&blocks);
        drop(permit);
        answer
    });
    done.await.map_err(|e| Error::internal("password hashing failed").because(e))
}

/// The hash to be stored.
///
/// # Errors
/// Invalid, when the password is too long.
pub(super) async fn hash(cx: &Cx, password: &str) -> Result<String> {
    if password.len() > LONGEST {
        let text = format!("Password must be no more than {LONGEST} characters in length.");
        return Err(Error::invalid(text).with_code("invalid_password"));
    }
    let mut salt = [0; 16];
    cx.random.fill(&mut salt);
    let password = password.to_owned();
    let hashed = blocking(cx, Lane::Wide, move |blocks| hashed(blocks, password.as_bytes(), &salt));
    hashed.await?.map_err(|e| Error::internal(format!("a password could not be hashed: {e}")))
}

fn hashed(blocks: &Blocks, password: &[u8], salt: &[u8]) -> argon2::password_hash::Result<String> {
    let params = Params::default();
    let mut out = [0; Params::DEFAULT_OUTPUT_LEN];
    let argon = Argon2::from(&params);
    blocks
        .with(params.block_count(), |blocks| argon.hash_password_into_with_memory(password, salt, &mut out, blocks))?;
    let hash = PasswordHash {
        algorithm: ARGON2ID_IDENT,
        version: Some(Version::default().into()),
        params: ParamsString::try_from(&params)?,
        salt: Some(Salt::new(salt)?),
        hash: Some(Output::new(&out)?),
    };
    Ok(hash.to_string())
}

/// Whether a stored hash is that of the password; one that cannot be read is nobody's.
fn matches(blocks: &Blocks, password: &[u8], stored: &str) -> bool {
    let Ok(hash) = PasswordHash::new(stored) else { return false };
    let Ok(params) = Params::try_from(&hash) else { return false };
    let (Some(salt), Some(expected)) = (&hash.salt, &hash.hash) else { return false };
    let mut out = vec![0; expected.len()];
    let argon = Argon2::from(&params);
    let done = blocks
        .with(params.block_count(), |blocks| argon.hash_password_into_with_memory(password, salt, &mut out, blocks));
    done.is_ok() && hash.algorithm == ARGON2ID_IDENT && out.ct_eq(expected.as_ref()).into()
}

/// Whether the password is the one behind `stored`; with nothing stored it is not.
///
/// # Errors
/// Overloaded, when too many wait.
pub(super) async fn is_right(
    cx: &Cx,
    lane: Lane,
    (user_name, password): (&str, &str),
    stored: Option<String>,
) -> Result<bool> {
    let (work, now) = (cx.cache::<Work>(), cx.now());
    let key = cx.vault.secret_hash(&format!("{user_name}\0{password}"));
    if stored.as_deref().is_some_and(|stored| work.knows(&key, stored, now)) {
        return Ok(true);
    }
    let (password, known) = (password.to_owned(), stored.clone());
    let right = blocking(cx, lane, move |blocks| {
        let same = matches(blocks, password.as_bytes(), known.as_deref().unwrap_or(NOBODY));
        same && known.is_some()
    });
    let right = right.await?;
    if let (true, Some(stored)) = (right, stored) {
        work.remember(key, &stored, now);
    }
    Ok(right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use argon2::password_hash::PasswordVerifier;

    #[test]
    fn the_hash_of_nobody_costs_as_much_as_one_of_somebody() {
        let hash = PasswordHash::new(NOBODY).unwrap();
        let params = Params::try_from(&hash).unwrap();
        let default = Params::default();
        assert_eq!((params.m_cost(), params.t_cost()), (default.m_cost(), default.t_cost()));
        assert!(hash.hash.is_some());
    }

    #[test]
    fn memory_that_was_used_before_changes_no_hash() {
        let blocks = Blocks::default();
        let first = hashed(&blocks, b"correct horse", b"0123456789abcdef").unwrap();
        assert!(Argon2::default().verify_password(b"correct horse", first.as_str()).is_ok(), "{first}");
        assert!(matches(&blocks, b"correct horse", &first) && !matches(&blocks, b"correct horsf", &first));
        assert_eq!(hashed(&blocks, b"correct horse", b"0123456789abcdef").unwrap(), first);
        assert!(!matches(&blocks, b"x", "no hash") && !matches(&blocks, b"x", NOBODY));
        let kept = blocks.0.lock().unwrap().as_ref().map(Vec::len);
        assert_eq!(kept, Some(Params::default().block_count()), "one piece, however many checks");
    }
}
