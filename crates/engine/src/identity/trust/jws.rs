//! Signatures of others: their public keys (JWK, RFC 7517) and the three algorithms that are taken. A token does not
//! choose how it is checked: its algorithm must be listed here, and be one that its key is for.

use aws_lc_rs::rsa::PublicKeyComponents;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RSA_PSS_2048_8192_SHA256, UnparsedPublicKey,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;

/// How many keys of a provider are looked at.
pub(super) const MOST_KEYS: usize = 64;

/// How a token is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Algorithm {
    Rs256,
    Ps256,
    Es256,
}

impl Algorithm {
    pub(super) fn of(name: &str) -> Option<Self> {
        match name {
            "RS256" => Some(Self::Rs256),
            "PS256" => Some(Self::Ps256),
            "ES256" => Some(Self::Es256),
            _ => None,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Ps256 => "PS256",
            Self::Es256 => "ES256",
        }
    }
}

/// The published keys as they come; what is no key for us is passed over.
#[derive(Debug, Deserialize)]
pub(super) struct Jwks {
    keys: Vec<serde_json::Value>,
}

#[derive(Debug, Clone, Deserialize)]
struct Jwk {
    kty: String,
    kid: Option<String>,
    #[serde(rename = "use")]
    purpose: Option<String>,
    alg: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

/// A public key.
#[derive(Debug, Clone)]
pub(super) struct Key {
    pub(super) kid: Option<String>,
    alg: Option<String>,
    material: Material,
}

#[derive(Debug, Clone)]
enum Material {
    Rsa {
        n: Vec<u8>,
        e: Vec<u8>,
    },
    /// A point, uncompressed.
    P256(Vec<u8>),
}

/// The keys that sign, of those published.
pub(super) fn keys(set: Jwks) -> Vec<Key> {
    let read = |value| serde_json::from_value::<Jwk>(value).ok().and_then(key);
    set.keys.into_iter().filter_map(read).take(MOST_KEYS).collect()
}

fn key(jwk: Jwk) -> Option<Key> {
    if jwk.purpose.as_deref().is_some_and(|purpose| purpose != "sig") {
        return None;
    }
    let bytes = |text: Option<String>| URL_SAFE_NO_PAD.decode(text?).ok();
    let material = match (jwk.kty.as_str(), jwk.crv.as_deref()) {
        ("RSA", _) => Material::Rsa { n: bytes(jwk.n)?, e: bytes(jwk.e)? },
        ("EC", Some("P-256")) => {
            let (x, y) = (bytes(jwk.x)?, bytes(jwk.y)?);
            (x.len() == 32 && y.len() == 32).then(|| Material::P256([vec![4], x, y].concat()))?
        }
        _ => return None,
    };
    Some(Key { kid: jwk.kid, alg: jwk.alg, material })
}

impl Key {
    /// Whether it is one for this algorithm.
    pub(super) fn is_for(&self, algorithm: Algorithm) -> bool {
        let kind = matches!(
            (&self.material, algorithm),
            (Material::Rsa { .. }, Algorithm::Rs256 | Algorithm::Ps256) | (Material::P256(_), Algorithm::Es256)
        );
        kind && self.alg.as_deref().is_none_or(|alg| alg == algorithm.word())
    }

    /// Whether the signature is of this key.
    pub(super) fn verifies(&self, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> bool {
        let outcome = match (&self.material, algorithm) {
            (Material::Rsa { n, e }, Algorithm::Rs256) => {
                PublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
            }
            (Material::Rsa { n, e }, Algorithm::Ps256) => {
                PublicKeyComponents { n, e }.verify(&RSA_PSS_2048_8192_SHA256, message, signature)
            }
            (Material::P256(point), Algorithm::Es256) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(message, signature)
            }
            _ => return false,
        };
        outcome.is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_lc_rs::rand::SystemRandom;
    use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
    use serde_json::json;

    #[test]
    fn only_keys_that_sign_and_that_are_whole_are_taken() {
        let set = json!({"keys": [
            {"kty": "RSA", "use": "enc", "n": "AQAB", "e": "AQAB"},
            {"kty": "oct", "k": "AQAB"},
            {"kty": "EC", "crv": "P-256", "x": "AQAB", "y": "AQAB"},
            {"kty": "RSA", "n": "AQAB"},
            7,
            {"kty": "RSA", "kid": "a", "n": "AQAB", "e": "AQAB"},
        ]});
        let taken = keys(serde_json::from_value(set).unwrap());
        assert_eq!(taken.iter().map(|key| key.kid.as_deref()).collect::<Vec<_>>(), [Some("a")]);
    }

    #[test]
    fn a_key_is_for_its_own_algorithms_only() {
        for name in ["none", "HS256", "RS512", "rs256", ""] {
            assert_eq!(Algorithm::of(name), None, "{name}");
        }
        let set = json!({"keys": [{"kty": "RSA", "alg": "RS256", "n": "AQAB", "e": "AQAB"}]});
        let [key] = keys(serde_json::from_value(set).unwrap()).try_into().unwrap();
        assert!(key.is_for(Algorithm::Rs256) && !key.is_for(Algorithm::Ps256) && !key.is_for(Algorithm::Es256));
    }

    #[test]
    fn a_signature_on_the_curve_is_that_of_its_key() {
        let random = SystemRandom::new();
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap();
        let point = pair.public_key().as_ref();
        let part = |part: &[u8]| URL_SAFE_NO_PAD.encode(part);
        let jwk = json!({"kty": "EC", "crv": "P-256", "x": part(&point[1..33]), "y": part(&point[33..])});
        let [key] = keys(serde_json::from_value(json!({"keys": [jwk]})).unwrap()).try_into().unwrap();
        let signature = pair.sign(&random, b"message").unwrap();
        assert!(key.verifies(Algorithm::Es256, b"message", signature.as_ref()));
        assert!(!key.verifies(Algorithm::Es256, b"massage", signature.as_ref()));
        assert!(!key.verifies(Algorithm::Rs256, b"message", signature.as_ref()));
    }
}
