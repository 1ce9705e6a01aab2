//! The service's central question: where is X, and how does one prove oneself there?
//!
//! A token that cannot be got is no failure of the find: the answer says why, in place of the token.

use super::right::Find;
use super::target::token_request;
use super::{NOT_FOUND, Owner, Stored, open};
use crate::caller::{Caller, Identity};
use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use crate::identity::token;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use client::{Auth, Target, Token};
use model::destination::{Authentication, Destination, Level};

/// Where to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// In the caller's service instance, then in its subaccount.
    Anywhere,
    /// In the caller's service instance only.
    Instance,
    /// In the caller's subaccount only.
    Subaccount,
}

/// What is asked.
#[derive(Clone)]
pub struct FindOptions {
    pub name: String,
    /// Where to look.
    pub place: Where,
    /// The tenant for a token URL that is common to all: its subdomain.
    pub tenant: Option<String>,
    /// The token of the user on whose behalf the caller acts.
    pub user_token: Option<String>,
    /// Whether no token is wanted.
    pub skip_token: bool,
}

/// What is answered.
#[derive(Debug)]
pub struct Found {
    /// The destination, secrets included.
    pub stored: Stored,
    /// How to prove oneself; `None` when nothing is to be proven or no token was wanted.
    pub proof: Option<Proof>,
}

/// How to prove oneself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// User and password, encoded.
    Basic(String),
    /// A token.
    Bearer(Token),
    /// Nothing could be got, and why.
    Failed(String),
}

/// Finds a destination.
///
/// # Errors
/// Not found; invalid, when the headers contradict the destination.
pub async fn find(cx: &Cx, caller: Caller<Find>, wish: FindOptions) -> Result<Found> {
    if wish.tenant.is_some() && wish.user_token.is_some() {
        return Err(Error::invalid("X-tenant and X-user-token exclude each other; send one of them"));
    }
    let owners = owners(caller.identity(), wish.place)?;
    let stored = look_up(cx, owners, wish.name.clone()).await?;
    check_tenant(&stored.destination, &wish)?;
    let proof = if wish.skip_token { None } else { proof(cx, &caller, &stored, &wish).await? };
    Ok(Found { stored, proof })
}

fn owners(identity: &Identity, place: Where) -> Result<Vec<Owner>> {
    let subaccount = identity.subaccount()?;
    let instance = identity.instance.map(|id| Owner { subaccount, level: Level::Instance(id) });
    let whole = Owner { subaccount, level: Level::Subaccount };
    Ok(match place {
        Where::Anywhere => instance.into_iter().chain([whole]).collect(),
        Where::Instance => instance.into_iter().collect(),
        Where::Subaccount => vec![whole],
    })
}

async fn look_up(cx: &Cx, owners: Vec<Owner>, name: String) -> Result<Stored> {
    let row = cx.db.read(async move |tx| {
        for owner in owners {
            let row = store::destination::find(tx, owner, &name).await?;
            if row.is_some() {
                return Ok(row);
            }
        }
        Ok::<_, Error>(None)
    });
    open(cx, &row.await?.ok_or_else(|| Error::not_found(NOT_FOUND))?)
}

fn check_tenant(destination: &Destination, wish: &FindOptions) -> Result<()> {
    let Some(tenant) = &wish.tenant else { return Ok(()) };
    if destination.authentication() == Authentication::ClientCredentials && !destination.is_common() {
        let text = "X-tenant is only for a tokenServiceURLType of Common; this destination's is Dedicated";
        return Err(Error::invalid(text));
    }
    let is_label = tenant.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if tenant.is_empty() || tenant.len() > 63 || !is_label {
        return Err(Error::invalid("X-tenant must be the subdomain of a tenant: letters, digits and hyphens"));
    }
    Ok(())
}

async fn proof(cx: &Cx, caller: &Caller<Find>, stored: &Stored, wish: &FindOptions) -> Result<Option<Proof>> {
    let destination = &stored.destination;
    Ok(match destination.authentication() {
        Authentication::None | Authentication::NoToken => None,
        Authentication::Basic => Some(Proof::Basic(basic(destination))),
        Authentication::ClientCredentials => {
            let tenant = tenant(cx, caller.identity(), destination, wish).await?;
            Some(bearer(cx, stored, &tenant).await)
        }
        Authentication::TokenElsewhere => {
            let kind = destination.get("Authentication").unwrap_or_default();
            Some(Proof::Failed(format!("retrieving a token for authentication type {kind} is not supported")))
        }
    })
}

fn basic(destination: &Destination) -> String {
    let part = |key| destination.get(key).unwrap_or_default();
    STANDARD.encode(format!("{}:{}", part("User"), part("Password")))
}

/// The tenant named, else the user's, else the caller's.
async fn tenant(cx: &Cx, caller: &Identity, destination: &Destination, wish: &FindOptions) -> Result<String> {
    match (&wish.tenant, &wish.user_token) {
        (Some(tenant), _) => Ok(tenant.clone()),
        (None, Some(user)) if destination.is_common() => {
            let bad = |e: Error| match e.kind() {
                Kind::Unauthenticated => Error::invalid("the token in X-user-token is not valid").because(e),
                _ => e,
            };
            Ok(token::verify(cx, user).await.map_err(bad)?.zone_name.clone())
        }
        _ => Ok(caller.zone_name.clone()),
    }
}

/// The version is part of the token's owner: a changed destination starts with a fresh token.
async fn bearer(cx: &Cx, stored: &Stored, tenant: &str) -> Proof {
    let destination = &stored.destination;
    let owner = format!("{}/{}", stored.owner.subaccount, stored.etag);
    let request = match token_request(destination, &owner, tenant) {
        Ok(request) => request,
        Err(error) => return Proof::Failed(error.message().to_owned()),
    };
    let auth = Auth::Token(Box::new(request));
    let target = Target::new(destination.name(), destination.url(), auth);
    match cx.http.token(&target.marked(cx.vault.caller_mark(stored.owner.subaccount))).await {
        Ok(Some(token)) => Proof::Bearer(token),
        Ok(None) => Proof::Failed("the destination needs no token".to_owned()),
        Err(error) => Proof::Failed(error.to_string()),
    }
}

wire::unprinted!(FindOptions);
