//! Secrets at rest: sealed for reading again, hashed for comparing.
//!
//! A data key (stored, itself sealed under the master key from a file or the environment) seals destination secrets,
//! binding secrets and signing keys with AES-256-GCM. Machine secrets have 256 random bits, so a fast keyed hash is
//! enough to verify them; people's passwords are Argon2id (`identity::person`).

use crate::audit::head;
use crate::error::{Error, Result};
use crate::random::Random;
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use model::SubaccountId;
use std::fmt;
use std::sync::Arc;
use subtle::ConstantTimeEq;

const PREFIX: &str = store::sealed::MARK;
/// The setting that holds the sealed data key.
const DATA_KEY: &str = "data_key";
/// What it is sealed for. Older releases sealed it for its name only, and did not seal the end of the audit trail: so the
/// data key itself says that this was done, and nobody can pretend that it is still to be done.
const WITH_TRAIL: &str = "data_key, the end of the audit trail is sealed";

/// Seals, opens and hashes secrets. Never prints its key.
#[derive(Clone)]
pub struct Vault {
    inner: Arc<Inner>,
}

struct Inner {
    seal: LessSafeKey,
    hash: hmac::Key,
    callers: hmac::Key,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault")
    }
}

impl Vault {
    /// A vault under a 256-bit key.
    ///
    /// # Errors
    /// When the key has another length.
    pub fn new(key: &[u8]) -> Result<Self> {
        let unbound = UnboundKey::new(&AES_256_GCM, key)
            .map_err(|_| Error::internal("an encryption key must have exactly 32 bytes"))?;
        let derived = |purpose: &[u8]| {
            let bytes = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), purpose);
            hmac::Key::new(hmac::HMAC_SHA256, bytes.as_ref())
        };
        let (hash, callers) = (derived(b"ropeway secret hash v1"), derived(b"ropeway caller mark v1"));
        Ok(Self { inner: Arc::new(Inner { seal: LessSafeKey::new(unbound), hash, callers }) })
    }

    /// Encrypts for storage; `context` (table and key of the row) must be given again to open, so that a sealed
    /// value cannot be moved to another row.
    ///
    /// # Errors
    /// When the cipher fails, which it does not for sizes of ours.
    pub fn seal(&self, random: &Random, context: &str, secret: &[u8]) -> Result<String> {
        let mut nonce = [0; NONCE_LEN];
        random.fill(&mut nonce);
        let mut buffer = secret.to_vec();
        self.inner
            .seal
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(context.as_bytes()), &mut buffer)
            .map_err(|_| Error::internal("a secret could not be sealed"))?;
        Ok(format!("{PREFIX}{}", STANDARD.encode([nonce.as_slice(), &buffer].concat())))
    }

    /// Decrypts what [`Vault::seal`] made.
    ///
    /// # Errors
    /// When it was sealed under another key or for another row, or was altered.
    pub fn open(&self, context: &str, sealed: &str) -> Result<Vec<u8>> {
        let wrong = || {
            Error::internal(format!("the stored secret of {context} cannot be opened: wrong master key, or altered"))
        };
        let bytes = sealed.strip_prefix(PREFIX).and_then(|text| STANDARD.decode(text).ok()).ok_or_else(wrong)?;
        let (nonce, body) = bytes.split_at_checked(NONCE_LEN).ok_or_else(wrong)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| wrong())?;
        let mut body = body.to_vec();
        let plain =
            self.inner.seal.open_in_place(nonce, Aad::from(context.as_bytes()), &mut body).map_err(|_| wrong())?;
        Ok(plain.to_vec())
    }

    /// As [`Vault::open`], for text.
    ///
    /// # Errors
    /// As there, or when it is not UTF-8.
    pub fn open_text(&self, context: &str, sealed: &str) -> Result<String> {
        String::from_utf8(self.open(context, sealed)?)
            .map_err(|e| Error::internal(format!("the stored secret of {context} is not text")).because(e))
    }

    /// The keyed hash under which a machine secret is stored for verification.
    #[must_use]
    pub fn secret_hash(&self, secret: &str) -> String {
        STANDARD.encode(hmac::sign(&self.inner.hash, secret.as_bytes()))
    }

    /// The mark on calls of our own services to each other: for which subaccount they are made.
    #[must_use]
    pub fn caller_mark(&self, subaccount: SubaccountId) -> String {
        let text = subaccount.text();
        let proof = STANDARD.encode(hmac::sign(&self.inner.callers, text.as_bytes()));
        format!("{text}.{proof}")
    }

    /// The subaccount of a mark; nothing when it was not made here.
    #[must_use]
    pub fn marked_caller(&self, mark: &str) -> Option<SubaccountId> {
        let (text, proof) = mark.split_once('.')?;
        let proof = STANDARD.decode(proof).ok()?;
        hmac::verify(&self.inner.callers, text.as_bytes(), &proof).ok()?;
        text.parse().ok()
    }

    /// Whether `secret` is the one behind `stored`, in constant time.
    #[must_use]
    pub fn verify(&self, secret: &str, stored: &str) -> bool {
        self.secret_hash(secret).as_bytes().ct_eq(stored.as_bytes()).into()
    }
}

/// The vault of this database: its data key is drawn once and stored sealed under the master key, so that the master
/// key can be changed without touching the rest.
///
/// # Errors
/// When the stored data key was sealed under another master key; then nothing is overwritten.
pub async fn establish(db: &store::Db, random: &Random, master: &[u8]) -> Result<Vault> {
    let outer = Vault::new(master)?;
    let mut fresh = [0; 32];
    random.fill(&mut fresh);
    let sealed = outer.seal(random, WITH_TRAIL, &fresh)?;
    let stored: String = db.write(async move |tx| stored_or(tx, sealed).await).await?;
    if let Ok(key) = outer.open(WITH_TRAIL, &stored) {
        return Vault::new(&key);
    }
    let key = outer.open(DATA_KEY, &stored)?;
    let (vault, renewed) = (Vault::new(&key)?, outer.seal(random, WITH_TRAIL, &key)?);
    let own = vault.clone();
    db.write(async move |tx| sealed_trail(tx, &own, renewed).await).await?;
    Ok(vault)
}

async fn sealed_trail(tx: &mut store::Tx, vault: &Vault, data_key: String) -> Result<()> {
    head::begin(tx, vault).await?;
    Ok(store::setting::put(tx, DATA_KEY, &data_key).await?)
}

/// Whether this database has a data key already, and so values that only one master key opens.
pub async fn is_established(db: &store::Db) -> Result<bool> {
    db.read(async move |tx| Ok(store::setting::get(tx, DATA_KEY).await?.is_some())).await
}

async fn stored_or(tx: &mut store::Tx, sealed: String) -> Result<String> {
    store::setting::insert_missing(tx, DATA_KEY, &sealed).await?;
    store::setting::get(tx, DATA_KEY).await?.ok_or_else(|| Error::internal("the data key is missing"))
}

/// The vault as the store uses it, for columns that may hold secrets.
#[derive(Debug)]
pub struct Sealer {
    vault: Vault,
    random: Random,
}

impl Sealer {
    /// A vault, and where its nonces come from.
    #[must_use]
    pub fn new(vault: Vault, random: Random) -> Self {
        Self { vault, random }
    }
}

impl store::sealed::Seal for Sealer {
    fn seal(&self, context: &str, plain: &str) -> store::Result<String> {
        self.vault.seal(&self.random, context, plain.as_bytes()).map_err(store::Error::other)
    }

    fn open(&self, context: &str, sealed: &str) -> store::Result<String> {
        self.vault.open_text(context, sealed).map_err(store::Error::other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_value_opens_only_with_its_key_and_in_its_row() {
        let (vault, random) = (Vault::new(&[7; 32]).unwrap(), Random::counted());
        let sealed = vault.seal(&random, "destination 1", b"pa55").unwrap();
        assert_eq!(vault.open("destination 1", &sealed).unwrap(), b"pa55");
        assert!(vault.open("destination 2", &sealed).is_err());
        assert!(Vault::new(&[8; 32]).unwrap().open("destination 1", &sealed).is_err());
        assert!(!sealed.contains("pa55"));
    }

    #[test]
    fn a_callers_mark_is_known_and_a_forged_one_is_not() {
        let (vault, one) = (Vault::new(&[7; 32]).unwrap(), SubaccountId(uuid::Uuid::from_u128(1)));
        let mark = vault.caller_mark(one);
        assert_eq!(vault.marked_caller(&mark), Some(one));
        let proof = mark.split_once('.').unwrap().1;
        let other = format!("{}.{proof}", SubaccountId(uuid::Uuid::from_u128(2)).text());
        for forged in ["", ".", &one.text(), &other, &Vault::new(&[8; 32]).unwrap().caller_mark(one)] {
            assert_eq!(vault.marked_caller(forged), None, "{forged}");
        }
    }

    #[test]
    fn a_secret_is_verified_by_its_hash() {
        let vault = Vault::new(&[7; 32]).unwrap();
        let stored = vault.secret_hash("s3cr3t");
        assert!(vault.verify("s3cr3t", &stored));
        assert!(!vault.verify("s3cr3T", &stored));
    }
}
