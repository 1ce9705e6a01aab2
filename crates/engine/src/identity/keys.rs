//! Signing keys: one set for all zones. The newest signs; older ones stay published until nothing they signed is
//! valid any more.

use super::client::DEFAULT_VALIDITY;
use crate::audit::{self, Event};
use crate::cx::Cx;
use crate::error::{Error, Result};
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der, PublicKeyX509Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{KeyPair as _, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use model::Time;
use serde_json::json;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::Tx;
use store::token::KeyRow;

/// How long a process goes without looking whether another one rotated the keys.
const FRESH: Duration = Duration::from_secs(30);
/// What verifiers allow clocks to differ, and what a process may sign with a retired key, together.
const GRACE: Duration = Duration::from_secs(120);

/// A key, parsed once.
pub struct Key {
    /// Its id; `kid` in tokens.
    pub kid: String,
    /// The public half, PEM.
    pub pem: String,
    /// The modulus, base64url.
    pub n: String,
    /// The exponent, base64url.
    pub e: String,
    pair: KeyPair,
    public: ParsedPublicKey,
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Key({})", self.kid)
    }
}

impl Key {
    fn parse(kid: &str, pkcs8: &[u8]) -> Result<Self> {
        let wrong = || Error::internal(format!("the signing key {kid} cannot be read"));
        let pair = KeyPair::from_pkcs8(pkcs8).map_err(|e| wrong().because(e))?;
        let public = pair.public_key();
        let spki: PublicKeyX509Der<'_> = public.as_der().map_err(|e| wrong().because(e))?;
        let parsed = ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, public.as_ref());
        Ok(Self {
            kid: kid.to_owned(),
            pem: pem(spki.as_ref()),
            n: URL_SAFE_NO_PAD.encode(public.modulus().big_endian_without_leading_zero()),
            e: URL_SAFE_NO_PAD.encode(public.exponent().big_endian_without_leading_zero()),
            public: parsed.map_err(|e| wrong().because(e))?,
            pair,
        })
    }

    /// Signs with SHA-256, as `RS256` says.
    ///
    /// # Errors
    /// Internal.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>> {
        let mut signature = vec![0; self.pair.public_modulus_len()];
        let signed = self.pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature);
        signed.map_err(|e| Error::internal("a token could not be signed").because(e))?;
        Ok(signature)
    }

    /// Whether the signature is of this key.
    #[must_use]
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        self.public.verify_sig(message, signature).is_ok()
    }
}

fn pem(der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let mut lines = String::from("-----BEGIN PUBLIC KEY-----\n");
    for at in (0..text.len()).step_by(64) {
        lines.push_str(&text[at..text.len().min(at + 64)]);
        lines.push('\n');
    }
    lines + "-----END PUBLIC KEY-----"
}

/// The published keys.
#[derive(Debug)]
pub struct KeySet {
    /// The newest first; it signs.
    pub keys: Vec<Arc<Key>>,
    loaded_at: Time,
}

impl KeySet {
    /// The key that signs.
    ///
    /// # Errors
    /// Internal, when there is none.
    pub fn signer(&self) -> Result<&Key> {
        self.keys.first().map(AsRef::as_ref).ok_or_else(|| Error::internal("there is no signing key"))
    }

    /// The key with this id.
    #[must_use]
    pub fn find(&self, kid: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.kid == kid).map(AsRef::as_ref)
    }
}

#[derive(Debug, Default)]
struct Cache {
    set: Mutex<Option<Arc<KeySet>>>,
}

impl Cache {
    fn get(&self) -> Option<Arc<KeySet>> {
        self.set.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn put(&self, set: Option<Arc<KeySet>>) {
        *self.set.lock().unwrap_or_else(PoisonError::into_inner) = set;
    }
}

/// The published keys; the first is made at first need.
///
/// # Errors
/// Of the store, or when a stored key cannot be opened.
pub async fn current(cx: &Cx) -> Result<Arc<KeySet>> {
    let now = cx.now();
    match cx.cache::<Cache>().get() {
        Some(set) if now.since(set.loaded_at) < FRESH => Ok(set),
        known => load(cx, known).await,
    }
}

/// The published keys, among which one with this id is expected: another process may just have made it.
pub(super) async fn expecting(cx: &Cx, kid: &str) -> Result<Arc<KeySet>> {
    let set = current(cx).await?;
    let stale = cx.now().since(set.loaded_at) >= Duration::from_secs(1);
    if set.find(kid).is_none() && stale { load(cx, Some(set)).await } else { Ok(set) }
}

async fn load(cx: &Cx, known: Option<Arc<KeySet>>) -> Result<Arc<KeySet>> {
    let now = cx.now();
    let mut rows = stored(cx, now).await?;
    if !rows.iter().any(|row| row.keep_until.is_none()) {
        adopt(cx, &generate().await?).await?;
        rows = stored(cx, now).await?;
    }
    rows.sort_by_key(|row| row.keep_until.is_some());
    let parse = |row: &KeyRow| {
        let parsed = known.as_ref().and_then(|set| set.keys.iter().find(|key| key.kid == row.kid).cloned());
        parsed.map_or_else(|| open(cx, row).map(Arc::new), Ok)
    };
    let set = Arc::new(KeySet { keys: rows.iter().map(parse).collect::<Result<_>>()?, loaded_at: now });
    cx.cache::<Cache>().put(Some(Arc::clone(&set)));
    Ok(set)
}

async fn stored(cx: &Cx, now: Time) -> Result<Vec<KeyRow>> {
    cx.db.read(async move |tx| Ok::<_, Error>(store::token::keys(tx, now).await?)).await
}

fn open(cx: &Cx, row: &KeyRow) -> Result<Key> {
    Key::parse(&row.kid, &cx.vault.open(&context(&row.kid), &row.sealed)?)
}

fn context(kid: &str) -> String {
    format!("signing_key {kid}")
}

/// Makes a key (PKCS #8). Takes up to a fifth of a second of another thread.
///
/// # Errors
/// Internal.
pub async fn generate() -> Result<Vec<u8>> {
    let made = tokio::task::spawn_blocking(|| {
        let pair = KeyPair::generate(KeySize::Rsa2048)?;
        let der: Pkcs8V1Der<'static> = pair.as_der()?;
        Ok::<_, aws_lc_rs::error::Unspecified>(der.as_ref().to_vec())
    });
    let made = made.await.map_err(|e| Error::internal("a signing key could not be made").because(e))?;
    made.map_err(|e| Error::internal("a signing key could not be made").because(e))
}

fn sealed(cx: &Cx, pkcs8: &[u8]) -> Result<KeyRow> {
    let kid = format!("default-jwt-key-{}", &cx.random.uuid().simple().to_string()[..10]);
    Key::parse(&kid, pkcs8)?;
    let sealed = cx.vault.seal(&cx.random, &context(&kid), pkcs8)?;
    Ok(KeyRow { kid, sealed, created_at: cx.now(), keep_until: None })
}

/// Takes a key made elsewhere (PKCS #8) as the first one; nothing happens when there is one that signs. Tests start
/// faster with a key they bring.
///
/// # Errors
/// When it cannot be read.
pub async fn adopt(cx: &Cx, pkcs8: &[u8]) -> Result<()> {
    let (row, now) = (sealed(cx, pkcs8)?, cx.now());
    cx.db
        .write(async move |tx| {
            let rows = store::token::keys(tx, now).await?;
            if rows.iter().all(|row| row.keep_until.is_some()) {
                store::token::insert_key(tx, &row).await?;
                record(tx, "key.create", &row.kid, now).await?;
            }
            Ok::<_, Error>(())
        })
        .await
}

/// Signs with a new key from now on. The old one stays published until the last token signed with it has run out.
pub async fn rotate(cx: &Cx, actor: &str) -> Result<String> {
    let (row, now, actor) = (sealed(cx, &generate().await?)?, cx.now(), actor.to_owned());
    let kid = row.kid.clone();
    cx.db
        .write(async move |tx| {
            let longest = store::client::longest_validity(tx).await?.unwrap_or_default().max(DEFAULT_VALIDITY);
            let keep = now.plus(longest + GRACE);
            store::token::retire_keys(tx, keep).await?;
            store::token::prune_keys(tx, now).await?;
            store::token::insert_key(tx, &row).await?;
            record_by(tx, &actor, "key.rotate", &row.kid, now).await
        })
        .await?;
    cx.cache::<Cache>().put(None);
    Ok(kid)
}

async fn record(tx: &mut Tx, event: &'static str, kid: &str, now: Time) -> Result<()> {
    record_by(tx, "platform", event, kid, now).await
}

async fn record_by(tx: &mut Tx, actor: &str, event: &'static str, kid: &str, now: Time) -> Result<()> {
    let event = Event {
        actor: actor.to_owned(),
        subaccount: String::new(),
        event,
        object: format!("signing key {kid}"),
        detail: json!({}),
    };
    audit::record(tx, now, event).await
}
