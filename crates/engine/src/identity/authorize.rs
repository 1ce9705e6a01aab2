//! Signing in to another program: it sends the browser here, the person signs in, and the browser goes back with a code
//! that the program turns into a token (RFC 6749, 4.1, with PKCE, RFC 7636).
//!
//! Until client and redirect address are proven to belong together nobody is sent anywhere: what is wrong before that
//! is shown here. Nobody is asked whether he agrees: clients are made by those who administer the zone, for its people.

use super::client::{self, Client, ROPEWAY};
use super::grant::{self, refusal};
use super::zone::{self, Realm};
use super::{code, page};
use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use store::person::PersonRow;
use url::Url;

/// The longest text that is kept until the code is used, in bytes.
const LONGEST: usize = 2_048;

/// What a program asks for; unknown parameters are left alone, as the protocol wants it.
#[derive(Debug, Default, Clone)]
pub struct Asked {
    pub response_type: Option<String>,
    pub response_mode: Option<String>,
    pub client_id: Option<String>,
    pub redirect_uri: Option<String>,
    pub scope: Option<String>,
    pub state: Option<String>,
    pub nonce: Option<String>,
    pub prompt: Option<String>,
    pub code_challenge: Option<String>,
    pub code_challenge_method: Option<String>,
}

/// What the browser does next.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// The person signs in first; `again`, where he is signed in and shall do so once more.
    SignIn { again: bool },
    /// Back to the program, with a code or with what was wrong.
    Back(Url),
}

/// Decides where the browser goes.
///
/// # Errors
/// Invalid, as long as it is not known whose address it would be sent to.
pub async fn authorize(cx: &Cx, realm: &Realm, asked: Asked, cookie: Option<&str>) -> Result<Next> {
    let client = client_of(cx, realm, asked.client_id.as_deref()).await?;
    let back = redirect(&client, asked.redirect_uri.as_deref())?;
    let signed_in = match cookie {
        Some(cookie) => page::person_of(cx, cookie).await.ok(),
        None => None,
    };
    let outcome = match (signed_in, asked.prompt.as_deref()) {
        (None, Some("none")) => Err(refusal(Kind::Invalid, "login_required", "nobody is signed in")),
        (None, _) => check(&client, &asked).map(|()| Next::SignIn { again: false }),
        (Some(_), Some("login" | "select_account")) => check(&client, &asked).map(|()| Next::SignIn { again: true }),
        (Some(row), _) => code(cx, realm, &client, &asked, &back, row).await.map(|code| sent(&back, &asked, &code)),
    };
    match outcome {
        Err(error) if error.kind() == Kind::Invalid => Ok(refused(&back, &asked, &error)),
        outcome => outcome,
    }
}

async fn client_of(cx: &Cx, realm: &Realm, id: Option<&str>) -> Result<Client> {
    let id = id.ok_or_else(|| refusal(Kind::Invalid, "invalid_request", "The parameter client_id is missing"))?;
    let found = client::named(cx, realm, id).await?;
    found.ok_or_else(|| refusal(Kind::Invalid, "invalid_client", "There is no client with this client_id here"))
}

/// The address that the browser goes back to: exactly one of the client's.
fn redirect(client: &Client, wanted: Option<&str>) -> Result<Url> {
    let wrong = |text: &str| refusal(Kind::Invalid, "invalid_request", text);
    let one = match (wanted, client.redirect_uris.as_slice()) {
        (Some(wanted), _) if is_allowed(client, wanted) => wanted,
        (Some(_), _) => {
            return Err(wrong("The redirect_uri is not one of the client's; it must be the same, letter by letter"));
        }
        (None, [one]) => one,
        (None, _) => return Err(wrong("The parameter redirect_uri is missing")),
    };
    Url::parse(one).map_err(|_| wrong("The redirect_uri is no address"))
}

fn is_allowed(client: &Client, wanted: &str) -> bool {
    client.redirect_uris.iter().any(|one| one == wanted) || (client.client_id == ROPEWAY && is_own_program(wanted))
}

/// A program on the person's own machine listens where a port is free (RFC 8252, 7.3).
fn is_own_program(wanted: &str) -> bool {
    let Ok(url) = Url::parse(wanted) else { return false };
    let host = url.host_str().unwrap_or_default();
    let plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    url.scheme() == "http" && matches!(host, "127.0.0.1" | "[::1]" | "localhost") && plain
}

/// What the client may ask for, whoever signs in.
fn check(client: &Client, asked: &Asked) -> Result<()> {
    let wrong = |code: &'static str, text: &str| Err(refusal(Kind::Invalid, code, text));
    if !client.grant_types.iter().any(|grant| grant == "authorization_code") {
        return wrong("unauthorized_client", "the client may not use the grant type authorization_code");
    }
    if asked.response_type.as_deref() != Some("code") {
        return wrong("unsupported_response_type", "the response_type must be code");
    }
    if asked.response_mode.as_deref().is_some_and(|mode| mode != "query") {
        return wrong("invalid_request", "the response_mode must be query");
    }
    let long = |text: &Option<String>| text.as_ref().is_some_and(|text| text.len() > LONGEST);
    if long(&asked.scope) || long(&asked.nonce) || long(&asked.redirect_uri) {
        return wrong("invalid_request", "a parameter is longer than 2048 bytes");
    }
    match (asked.code_challenge.as_deref(), asked.code_challenge_method.as_deref()) {
        (None, None) if client.is_public() => {
            wrong("invalid_request", "a client without a secret needs a code_challenge (PKCE)")
        }
        (None, None) => Ok(()),
        (Some(challenge), Some("S256")) if challenge.len() == 43 => Ok(()),
        (Some(_), Some("S256")) => wrong("invalid_request", "the code_challenge must have 43 characters"),
        _ => wrong("invalid_request", "code_challenge and the code_challenge_method S256 belong together"),
    }
}

/// Draws a code for somebody who is signed in, unless there is nothing he may do there.
async fn code(cx: &Cx, realm: &Realm, client: &Client, asked: &Asked, back: &Url, row: PersonRow) -> Result<String> {
    check(client, asked)?;
    let scope = grant::names(asked.scope.as_deref().unwrap_or_default()).join(" ");
    grant::may(cx, realm, client, row.id, &scope).await?;
    let asked = code::Asked {
        scope,
        redirect_uri: asked.redirect_uri.clone().unwrap_or_else(|| back.to_string()),
        challenge: asked.code_challenge.clone(),
        nonce: asked.nonce.clone(),
    };
    code::draw(cx, realm, client, asked, row).await
}

fn sent(back: &Url, asked: &Asked, code: &str) -> Next {
    with(back, asked, &[("code", code)])
}

fn refused(back: &Url, asked: &Asked, error: &Error) -> Next {
    let code = error.code().unwrap_or("invalid_request");
    with(back, asked, &[("error", code), ("error_description", error.message())])
}

fn with(back: &Url, asked: &Asked, pairs: &[(&str, &str)]) -> Next {
    let mut url = back.clone();
    let state = asked.state.as_deref().map(|state| ("state", state));
    url.query_pairs_mut().extend_pairs(pairs.iter().copied().chain(state));
    Next::Back(url)
}

/// The realm of a client that was named at an address without one.
///
/// # Errors
/// Invalid, when there is no such client.
pub async fn realm_of(cx: &Cx, client_id: String) -> Result<Realm> {
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::client::find(tx, &client_id).await?)).await?;
    match row {
        Some(row) => zone::realm(cx, &row.zone.to_string()).await,
        None => Err(refusal(Kind::Invalid, "invalid_client", "There is no client with this client_id")),
    }
}

/// Whether somebody who signs out may be sent there.
///
/// # Errors
/// Of the store.
pub async fn may_return(cx: &Cx, realm: &Realm, client_id: &str, to: &str) -> Result<bool> {
    let client = client::named(cx, realm, client_id).await?;
    Ok(client.is_some_and(|client| is_allowed(&client, to)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_program_on_this_machine_chooses_its_port() {
        for good in ["http://127.0.0.1:4711/callback", "http://localhost:9/", "http://[::1]:1/x"] {
            assert!(is_own_program(good), "{good}");
        }
        for bad in [
            "http://127.0.0.1.evil.example/",
            "http://localhost@evil.example/",
            "https://evil.example/?http://localhost",
            "http://u:p@localhost/",
            "http://localhost/#x",
            "javascript:alert(1)",
        ] {
            assert!(!is_own_program(bad), "{bad}");
        }
    }
}
