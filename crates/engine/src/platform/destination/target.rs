//! Destinations for our own outbound calls: looked up in process, scoped to one subaccount, secrets opened.

use super::{Stored, open};
use crate::cx::Cx;
use crate::error::{Error, Result};
use client::{Auth, Target, TokenRequest};
use model::SubaccountId;
use model::destination::{Authentication, Destination, Level, Owner};

/// The subaccount's destination of this name.
///
/// # Errors
/// Of the store, or when its secrets cannot be opened.
pub async fn find(cx: &Cx, subaccount: SubaccountId, name: &str) -> Result<Option<Destination>> {
    Ok(stored(cx, subaccount, name).await?.map(|stored| stored.destination))
}

pub(super) async fn stored(cx: &Cx, subaccount: SubaccountId, name: &str) -> Result<Option<Stored>> {
    let (owner, name) = (Owner { subaccount, level: Level::Subaccount }, name.to_owned());
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::destination::find(tx, owner, &name).await?)).await?;
    row.map(|row| open(cx, &row)).transpose()
}

/// A subaccount's destination as something that can be called, in its name.
///
/// # Errors
/// Unprocessable, when it is not for HTTP or when its authentication type is not supported here.
pub fn callable(cx: &Cx, subaccount: SubaccountId, destination: &Destination) -> Result<Target> {
    Ok(target(destination)?.marked(cx.vault.caller_mark(subaccount)))
}

fn target(destination: &Destination) -> Result<Target> {
    if destination.get("Type") != Some("HTTP") {
        let kind = destination.get("Type").unwrap_or_default();
        return Err(unsupported(destination, &format!("is of type {kind}; only HTTP destinations can be called")));
    }
    if destination.get("ProxyType") == Some("OnPremise") {
        return Err(unsupported(destination, "leads to an on-premise system; there is no Cloud Connector here"));
    }
    let auth = match destination.authentication() {
        Authentication::None => Auth::None,
        Authentication::Basic => {
            Auth::Basic { user: text(destination, "User"), password: text(destination, "Password") }
        }
        Authentication::ClientCredentials => Auth::Token(Box::new(token_request(destination, "", "")?)),
        Authentication::TokenElsewhere | Authentication::NoToken => {
            let kind = destination.get("Authentication").unwrap_or_default();
            return Err(unsupported(destination, &format!("uses {kind}, which is not supported")));
        }
    };
    Ok(Target::new(destination.name(), destination.url(), auth))
}

fn unsupported(destination: &Destination, what: &str) -> Error {
    Error::unprocessable(format!("destination '{}' {what}", destination.name()))
}

fn text(destination: &Destination, key: &str) -> String {
    destination.get(key).unwrap_or_default().to_owned()
}

/// How the token of an OAuth2ClientCredentials destination is got; `owner` and `tenant` are those of the caller.
///
/// # Errors
/// Unprocessable, when that needs something that is not supported here.
pub(super) fn token_request(destination: &Destination, owner: &str, tenant: &str) -> Result<TokenRequest> {
    if destination.filled("tokenService.KeyStoreLocation").is_some() {
        return Err(unsupported(destination, "gets its token with a client certificate, which is not supported"));
    }
    if destination.filled("clientAssertion.destinationName").is_some() {
        return Err(unsupported(destination, "gets its token with a client assertion, which is not supported"));
    }
    let user = destination.filled("tokenServiceUser");
    Ok(TokenRequest {
        owner: owner.to_owned(),
        token_url: destination.token_url(tenant),
        client_id: text(destination, "clientId"),
        client_secret: text(destination, "clientSecret"),
        in_body: destination.get("tokenService.addClientCredentialsInBody") != Some("false"),
        basic: user.map(|user| (user.to_owned(), text(destination, "tokenServicePassword"))),
        scope: destination.filled("scope").map(str::to_owned),
        headers: destination.prefixed("tokenServiceURL.headers."),
        queries: destination.prefixed("tokenServiceURL.queries."),
        fields: destination.prefixed("tokenService.body."),
        caller: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn of(properties: Value) -> Destination {
        model::destination::validate::read(&properties).unwrap()
    }

    #[test]
    fn each_supported_type_becomes_its_credentials() {
        let open = target(&of(json!({"Name": "N", "Type": "HTTP", "URL": "http://n"}))).unwrap();
        assert_eq!(open, Target::open("N", "http://n"));
        let basic = of(json!({"Name": "B", "Type": "HTTP", "URL": "http://b", "Authentication": "BasicAuthentication",
            "User": "u", "Password": "p"}));
        assert_eq!(target(&basic).unwrap().auth, Auth::Basic { user: "u".into(), password: "p".into() });
    }

    #[test]
    fn everything_about_the_token_is_taken_over() {
        let given = of(
            json!({"Name": "T", "Type": "HTTP", "URL": "http://t", "Authentication": "OAuth2ClientCredentials",
            "clientId": "c", "clientSecret": "s", "tokenServiceURL": "https://{tenant}.t/token",
            "tokenServiceURLType": "Common", "tokenService.addClientCredentialsInBody": "false", "tokenServiceUser": "u",
            "tokenServicePassword": "p", "scope": "a b", "tokenServiceURL.headers.X-A": "1",
            "tokenServiceURL.queries.q": "2", "tokenService.body.b": "3"}),
        );
        let request = token_request(&given, "o", "t1").unwrap();
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        let wanted = TokenRequest {
            owner: "o".into(),
            token_url: "https://t1.t/token".into(),
            client_id: "c".into(),
            client_secret: "s".into(),
            in_body: false,
            basic: Some(pair("u", "p")),
            scope: Some("a b".into()),
            headers: vec![pair("X-A", "1")],
            queries: vec![pair("q", "2")],
            fields: vec![pair("b", "3")],
            caller: None,
        };
        assert!(request == wanted);
    }

    #[test]
    fn what_cannot_be_called_is_refused_with_its_name() {
        let given = of(json!({"Name": "S", "Type": "HTTP", "URL": "http://s", "Authentication": "SAMLAssertion"}));
        assert_eq!(target(&given).unwrap_err().message(), "destination 'S' uses SAMLAssertion, which is not supported");
        assert!(target(&of(json!({"Name": "R", "Type": "RFC"}))).is_err());
        let proxy = json!({"Name": "P", "Type": "HTTP", "URL": "http://p", "ProxyType": "OnPremise"});
        assert!(target(&of(proxy)).is_err());
    }
}
