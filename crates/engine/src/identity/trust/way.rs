//! The way of a browser to a provider and back.
//!
//! What is asked and what is expected (state, nonce, the verifier of PKCE) is in a cookie of this browser, sealed: nobody
//! else can end the way, nobody can look into it or change it, and nothing is kept here for those who never come back. Each way
//! ends once.

use super::id_token::{self, Told, Wanted};
use super::metadata::{self, Document, Known};
use super::{Provider, arrive, provider};
use crate::audit::{self, Event};
use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use crate::identity::page::SignedIn;
use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use client::{Auth, Body, Call, Target};
use model::Time;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::time::Duration;
use subtle::ConstantTimeEq;
use url::{Url, form_urlencoded};

/// How long somebody may take at the provider.
pub const LIFE: Duration = Duration::from_secs(600);
/// The longest wait for the provider's token endpoint.
const PATIENCE: Duration = Duration::from_secs(10);
/// The most that is read of its answer, in bytes.
const LARGEST: usize = 256 << 10;
/// The longest code and the longest place to go on to, in bytes.
const LONGEST: usize = 4_096;
const CONTEXT: &str = "sign-in cookie";

/// What the browser keeps until it comes back.
#[derive(Serialize, Deserialize)]
struct Way {
    id: String,
    origin: String,
    state: String,
    nonce: String,
    verifier: String,
    next: String,
    until: i64,
}

/// The way there.
pub struct Begun {
    /// Where the browser goes.
    pub to: Url,
    /// What it keeps, and sends along when it comes back.
    pub cookie: String,
}

/// With what the browser comes back; unknown parameters are left alone.
#[derive(Default, Clone, Deserialize)]
#[serde(default)]
pub struct Back {
    pub code: Option<String>,
    pub state: Option<String>,
    pub iss: Option<String>,
    pub error: Option<String>,
    pub error_description: Option<String>,
}

/// Who came back, and where he wanted to go.
pub struct Arrived {
    pub session: SignedIn,
    /// As it was given to [`begin`]; nobody could change it since.
    pub next: String,
}

/// The way to a provider.
///
/// # Errors
/// Not found: the provider. Upstream, when it cannot be asked for its addresses.
pub async fn begin(cx: &Cx, origin: &str, next: &str) -> Result<Begun> {
    let provider = provider(cx, origin)?;
    let known = metadata::known(cx, provider).await?;
    let way = Way {
        id: cx.random.uuid().simple().to_string(),
        origin: provider.origin.clone(),
        state: drawn(cx),
        nonce: drawn(cx),
        verifier: drawn(cx),
        next: if next.len() > LONGEST { String::new() } else { next.to_owned() },
        until: cx.now().plus(LIFE).seconds(),
    };
    let to = address(cx, provider, &known.document, &way)?;
    let cookie = cx.vault.seal(&cx.random, CONTEXT, &serde_json::to_vec(&way)?)?;
    Ok(Begun { to, cookie })
}

/// 256 bits, in 43 letters.
fn drawn(cx: &Cx) -> String {
    let mut bytes = [0; 32];
    cx.random.fill(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

fn address(cx: &Cx, provider: &Provider, document: &Document, way: &Way) -> Result<Url> {
    let mut url = Url::parse(&document.authorization_endpoint)
        .map_err(|e| Error::upstream("the identity provider gives no address to sign in at").because(e))?;
    let challenge = URL_SAFE_NO_PAD.encode(digest(&SHA256, way.verifier.as_bytes()));
    url.query_pairs_mut().extend_pairs([
        ("response_type", "code"),
        ("client_id", &provider.client_id),
        ("redirect_uri", &provider.redirect_uri(cx)),
        ("scope", &provider.scopes.join(" ")),
        ("state", &way.state),
        ("nonce", &way.nonce),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
    ]);
    Ok(url)
}

/// The end of the way: who it is, and a session for him. The session that his browser had ends.
///
/// # Errors
/// Invalid: the way was not begun in this browser, is over, or the provider refused. Unauthenticated: its token is not
/// believed. Forbidden: the person may not sign in. Upstream: the provider. Each with what to do.
pub async fn end(cx: &Cx, origin: &str, back: Back, (cookie, former): (Option<&str>, Option<&str>)) -> Result<Arrived> {
    let provider = provider(cx, origin)?;
    let outcome = ended(cx, provider, back, cookie, former).await;
    if let Err(error) = &outcome
        && matches!(error.kind(), Kind::Unauthenticated | Kind::Forbidden | Kind::Invalid)
    {
        let event = Event {
            actor: String::new(),
            subaccount: String::new(),
            event: "login.failed",
            object: format!("identity provider {}", provider.origin),
            detail: json!({"why": error.message()}),
        };
        audit::refused(cx, event).await;
    }
    outcome
}

async fn ended(
    cx: &Cx,
    provider: &Provider,
    back: Back,
    cookie: Option<&str>,
    former: Option<&str>,
) -> Result<Arrived> {
    let way = way_of(cx, provider, &back, cookie)?;
    let known = metadata::known(cx, provider).await?;
    came_from(provider, &known.document, &back)?;
    if let Some(code) = &back.error {
        return Err(refused(provider, code, back.error_description.as_deref()));
    }
    let code = back.code.as_deref().filter(|code| !code.is_empty() && code.len() <= LONGEST);
    let code = code.ok_or_else(|| again("the identity provider sent no code"))?;
    let token = redeem(cx, provider, &known, code, &way).await?;
    let told = believed(cx, provider, &token, &way.nonce).await?;
    let session = arrive::sign_in(cx, provider, told, (&way.id, Time::from_seconds(way.until)), former).await?;
    Ok(Arrived { session, next: way.next })
}

/// What a person does about it is to sign in once more.
fn again(why: &str) -> Error {
    Error::invalid(format!("{why}; sign in again")).with_code("again")
}

/// The way that this browser began, if it is this one.
fn way_of(cx: &Cx, provider: &Provider, back: &Back, cookie: Option<&str>) -> Result<Way> {
    let other = || again("this sign-in was not begun in this browser, or it was ended before");
    let sealed = cookie.ok_or_else(other)?;
    let plain = cx.vault.open(CONTEXT, sealed).map_err(|_| other())?;
    let way: Way = serde_json::from_slice(&plain).map_err(|_| other())?;
    let state = back.state.as_deref().unwrap_or_default();
    let same = bool::from(state.as_bytes().ct_eq(way.state.as_bytes())) && way.origin == provider.origin;
    if !same {
        return Err(other());
    }
    if Time::from_seconds(way.until) <= cx.now() {
        return Err(again("the sign-in took longer than ten minutes"));
    }
    Ok(way)
}

/// A browser may be sent back by another provider than the one it was sent to (RFC 9207).
fn came_from(provider: &Provider, document: &Document, back: &Back) -> Result<()> {
    let must = document.authorization_response_iss_parameter_supported;
    match back.iss.as_deref() {
        Some(iss) if iss != provider.issuer => Err(again("another identity provider answered")),
        None if must => Err(again("it cannot be told which identity provider answered")),
        _ => Ok(()),
    }
}

fn refused(provider: &Provider, code: &str, description: Option<&str>) -> Error {
    let cut = |text: &str| text.chars().filter(|c| !c.is_control()).take(200).collect::<String>();
    let said = description.map(|text| format!(": {}", cut(text))).unwrap_or_default();
    let fix = match code {
        "access_denied" => "you may not use this application there, or you broke it off; ask its administrator",
        "login_required" | "interaction_required" | "consent_required" => "sign in again",
        "temporarily_unavailable" | "server_error" => "try again in a moment",
        _ => "its administrator has to look at the client that Ropeway is there",
    };
    Error::invalid(format!("{} said {}{said}; {fix}", metadata::name(provider), cut(code))).with_code("refused")
}

#[derive(Deserialize)]
struct Tokens {
    id_token: Option<String>,
}

/// The id token for a code.
async fn redeem(cx: &Cx, provider: &Provider, known: &Known, code: &str, way: &Way) -> Result<String> {
    let redirect = provider.redirect_uri(cx);
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", &redirect),
        ("code_verifier", &way.verifier),
    ];
    let answer = post(cx, provider, &known.document, &form).await?;
    if !answer.status().is_success() {
        return Err(unredeemed(provider, answer).await);
    }
    let bytes = answer.bytes(LARGEST).await?;
    let tokens: Tokens = serde_json::from_slice(&bytes)
        .map_err(|_| Error::upstream(format!("{} answered with no tokens", metadata::name(provider))))?;
    let missing = || {
        let text = format!("{} gave no id token; its client must have the scope openid", metadata::name(provider));
        Error::upstream(text)
    };
    tokens.id_token.ok_or_else(missing)
}

/// Calls the token endpoint as the client that we are there.
pub(super) async fn post(
    cx: &Cx,
    provider: &Provider,
    document: &Document,
    form: &[(&str, &str)],
) -> Result<client::Response> {
    let mut form = form.to_vec();
    let auth = match (&provider.client_secret, in_body(document)) {
        (Some(secret), false) => Auth::Basic { user: encoded(&provider.client_id), password: encoded(secret) },
        (Some(secret), true) => {
            form.extend([("client_id", provider.client_id.as_str()), ("client_secret", secret.as_str())]);
            Auth::None
        }
        (None, _) => {
            form.push(("client_id", provider.client_id.as_str()));
            Auth::None
        }
    };
    let target = Target::new(metadata::name(provider), &document.token_endpoint, auth);
    let call = Call::post("", Body::form(&form)).header("Accept", "application/json").within(PATIENCE);
    Ok(cx.http.call(&target, call).await?)
}

/// Without a word of the provider it takes a Basic header (Discovery 1.0, 3).
fn in_body(document: &Document) -> bool {
    document.token_endpoint_auth_methods_supported.as_ref().is_some_and(|methods| {
        let takes = |name: &str| methods.iter().any(|method| method == name);
        takes("client_secret_post") && !takes("client_secret_basic")
    })
}

/// Id and secret of a client are form-encoded in a Basic header (RFC 6749, 2.3.1).
fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Refusal {
    pub(super) error: String,
}

/// What a token endpoint says is wrong.
pub(super) async fn refusal(answer: client::Response) -> Refusal {
    match answer.bytes(LARGEST).await {
        Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_default(),
        Err(_) => Refusal::default(),
    }
}

async fn unredeemed(provider: &Provider, answer: client::Response) -> Error {
    let (status, name) = (answer.status(), metadata::name(provider));
    match refusal(answer).await.error.as_str() {
        "invalid_grant" => again("the identity provider does not take its code any more"),
        "invalid_client" | "unauthorized_client" => Error::upstream(format!(
            "{name} does not take client id and secret; the operator of this server has to correct them"
        )),
        _ => Error::upstream(format!("{name} answered {status} when it was asked for tokens")),
    }
}

/// Who it is, if the token is to be believed.
async fn believed(cx: &Cx, provider: &Provider, token: &str, nonce: &str) -> Result<Told> {
    let parts = id_token::parts(token)?;
    let known = metadata::expecting(cx, provider, parts.kid.as_deref()).await?;
    parts.told(&known.keys, &Wanted { provider, nonce, now: cx.now() })
}

wire::unprinted!(Begun);
wire::unprinted!(Back);
wire::unprinted!(Arrived);

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn a_secret_is_encoded_as_the_protocol_wants_it() {
        assert_eq!(encoded("a:b%c d"), "a%3Ab%25c+d");
    }
}
