//! People's passwords: Argon2id, on threads where blocking is allowed, few at a time because each takes 19 MiB.

use crate::cx::Cx;
use crate::error::{Error, Result};
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use model::Time;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;

const AT_ONCE: usize = 4;
const REMEMBER: Duration = Duration::from_secs(300);
const REMEMBERED: usize = 1_000;

/// Compared when there is no such person, so that an answer takes as long as for a wrong password.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$cm9wZXdheS1ub2JvZHk$Zx1lRUe1ifuKN0xbCIcyWO0DLmgCyEJ8JgvcmF8WcPg";

struct Work {
    slots: Arc<Semaphore>,
    /// Clients of the deploy service send the password with every request. What was right is known for a while, by a
    /// keyed hash of name and password, as long as the stored hash is the same.
    right: Mutex<HashMap<String, (String, Time)>>,
}

impl Default for Work {
    fn default() -> Self {
        Self { slots: Arc::new(Semaphore::new(AT_ONCE)), right: Mutex::default() }
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

async fn blocking<R: Send + 'static>(cx: &Cx, work: impl FnOnce() -> R + Send + 'static) -> Result<R> {
    let slots = Arc::clone(&cx.cache::<Work>().slots);
    let permit =
        slots.acquire_owned().await.map_err(|e| Error::internal("password hashing was shut down").because(e))?;
    let done = tokio::task::spawn_blocking(move || {
        let answer = work();
        drop(permit);
        answer
    });
    done.await.map_err(|e| Error::internal("password hashing failed").because(e))
}

/// The hash to be stored.
pub(super) async fn hash(cx: &Cx, password: &str) -> Result<String> {
    let mut salt = [0; 16];
    cx.random.fill(&mut salt);
    let password = password.to_owned();
    let hashed = blocking(cx, move || {
        Argon2::default().hash_password_with_salt(password.as_bytes(), &salt).map(|hash| hash.to_string())
    });
    hashed.await?.map_err(|e| Error::internal(format!("a password could not be hashed: {e}")))
}

/// Whether the password is the one behind `stored`; with nothing stored it is not.
pub(super) async fn is_right(cx: &Cx, user_name: &str, password: &str, stored: Option<String>) -> Result<bool> {
    let (work, now) = (cx.cache::<Work>(), cx.now());
    let key = cx.vault.secret_hash(&format!("{user_name}\0{password}"));
    if stored.as_deref().is_some_and(|stored| work.knows(&key, stored, now)) {
        return Ok(true);
    }
    let (password, known) = (password.to_owned(), stored.clone());
    let right = blocking(cx, move || {
        let hash = known.as_deref().unwrap_or(NOBODY);
        let matches = Argon2::default().verify_password(password.as_bytes(), hash).is_ok();
        matches && known.is_some()
    });
    let right = right.await?;
    if let (true, Some(stored)) = (right, stored) {
        work.remember(key, &stored, now);
    }
    Ok(right)
}

#[cfg(test)]
mod tests {
    use super::NOBODY;
    use argon2::password_hash::phc::PasswordHash;

    #[test]
    fn the_hash_of_nobody_costs_as_much_as_one_of_somebody() {
        let hash = PasswordHash::new(NOBODY).unwrap();
        let params = argon2::Params::try_from(&hash).unwrap();
        let default = argon2::Params::default();
        assert_eq!((params.m_cost(), params.t_cost()), (default.m_cost(), default.t_cost()));
        assert!(hash.hash.is_some());
    }
}
