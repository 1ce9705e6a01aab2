//! Calls with the keys and people at hand; whatever came back, a refusal too, is kept, so that each is asked once.

use super::findings::{Finding, Looked};
use crate::failure::Result;
use crate::landscape::{Person, Role, Subaccount};
use crate::output::Files;
use crate::session::ALM;
use crate::web::{self, Answer, Login, Sent, Web};
use client::Method;
use model::address::Addresses;
use serde_json::Value;
use std::collections::HashMap;

/// The files that were given, and what was seen with them.
pub(super) struct Calls<'a> {
    pub(super) files: &'a Files,
    web: Web,
    tokens: HashMap<String, Looked<Value>>,
    seen: HashMap<(String, String), Looked<Option<Value>>>,
}

impl<'a> Calls<'a> {
    pub(super) fn new(files: &'a Files, web: Web) -> Self {
        Self { files, web, tokens: HashMap::new(), seen: HashMap::new() }
    }

    /// A service key; not checkable without it.
    pub(super) fn key(&self, name: &str) -> Looked<&'a Value> {
        let without = || Finding::not_checkable(format!("give the service key as keys/{name}.json to check this"));
        self.files.keys.get(name).ok_or_else(without)
    }

    /// A text of a service key, by JSON pointer. The key's other values are secrets, so none is shown.
    pub(super) fn text(&self, name: &str, at: &str) -> Looked<&'a str> {
        self.key(name)?.pointer(at).and_then(Value::as_str).ok_or_else(|| {
            Finding::wrong(format!("keys/{name}.json has nothing at {at}"))
                .fix("write the whole service key there, exactly as the service shows it")
        })
    }

    /// The subaccount with Cloud ALM: `alm`, or the first one.
    pub(super) fn alm(&self) -> Looked<&'a Subaccount> {
        let all = &self.files.landscape.subaccounts;
        let found = all.iter().find(|one| one.name == ALM).or_else(|| all.first());
        found.ok_or_else(|| Finding::not_checkable("landscape.json names no subaccount"))
    }

    /// The whole token answer of a key.
    pub(super) async fn token(&mut self, name: &str) -> Looked<Value> {
        if let Some(kept) = self.tokens.get(name) {
            return kept.clone();
        }
        let fresh = self.fetch_token(name).await;
        self.tokens.insert(name.to_owned(), fresh.clone());
        fresh
    }

    async fn fetch_token(&self, name: &str) -> Looked<Value> {
        let key = self.key(name)?;
        let at = ["/uaa", "/oauth"].into_iter().find(|at| key.pointer(at).is_some()).unwrap_or_default();
        let (id, secret) =
            (self.text(name, &format!("{at}/clientid"))?, self.text(name, &format!("{at}/clientsecret"))?);
        let url = match key.pointer(&format!("{at}/tokenurl")).and_then(Value::as_str) {
            Some(url) => url.to_owned(),
            None => format!("{}/oauth/token", self.text(name, &format!("{at}/url"))?.trim_end_matches('/')),
        };
        let answer = self.client_token(&url, id, secret).await?;
        answer.demand(&[200]).and_then(|answer| answer.json()).map_err(|failure| {
            Finding::wrong(format!("the key {name} gives no token: {}", failure.cause))
                .fix(format!("read the service key again and write it as keys/{name}.json"))
        })
    }

    /// Whatever a token service answers to these client credentials.
    pub(super) async fn client_token(&self, url: &str, id: &str, secret: &str) -> Result<Answer> {
        let form = Sent::Form(&[("grant_type", "client_credentials")]);
        self.web.call(Method::POST, url, Login::Basic(id, secret), form).await
    }

    /// GET with the token of a key; `None` when that does not exist.
    pub(super) async fn find(&mut self, name: &str, url: String) -> Looked<Option<Value>> {
        let answer = self.token(name).await?;
        let token = web::text(&answer, "/access_token")?.to_owned();
        self.kept(Method::GET, name, url, &token).await
    }

    /// GET with the token of a key.
    pub(super) async fn get(&mut self, name: &str, url: String) -> Looked<Value> {
        let asked = url.clone();
        self.find(name, url).await?.ok_or_else(|| Finding::wrong(format!("GET {asked} answered 404")))
    }

    async fn kept(&mut self, method: Method, who: &str, url: String, token: &str) -> Looked<Option<Value>> {
        let place = (who.to_owned(), url);
        if let Some(kept) = self.seen.get(&place) {
            return kept.clone();
        }
        let answer = self.web.call(method, &place.1, Login::Bearer(token), Sent::Nothing).await;
        let fresh = answer.and_then(|answer| match answer.status {
            404 => Ok(None),
            _ => answer.demand(&[200])?.json().map(Some),
        });
        let fresh = fresh.map_err(Finding::from);
        self.seen.insert(place, fresh.clone());
        fresh
    }

    /// The status of a GET, with a user and his password or without anybody.
    pub(super) async fn status(&self, url: &str, login: Login<'_>) -> Looked<u16> {
        Ok(self.web.call(Method::GET, url, login, Sent::Nothing).await?.status)
    }

    /// Where the landscape is, when it is a Ropeway: what has no public API is looked at with its own.
    pub(super) async fn ours(&mut self) -> Looked<Addresses> {
        let public = self.files.landscape.public_url.clone();
        let beyond = "there is no public API to look at this; see it in the cockpit";
        if public.is_empty() {
            return Err(Finding::not_checkable(beyond));
        }
        let addresses = Addresses::new(&public, None);
        let url = format!("{}/api/v1/openapi.json", addresses.public());
        match self.kept(Method::GET, "", url, "").await? {
            Some(document) if document["info"]["title"] == "Ropeway" => Ok(addresses),
            _ => Err(Finding::not_checkable(beyond)),
        }
    }

    /// Somebody with this role, as landscape.json gives him.
    pub(super) fn person(&self, role: Role) -> Looked<&'a Person> {
        self.files.landscape.people.iter().find(|one| one.role == role).ok_or_else(|| {
            Finding::not_checkable(format!("give somebody with the role '{role}' in landscape.json to check this"))
        })
    }

    /// The subaccount with this name.
    pub(super) fn subaccount(&self, name: &str) -> Looked<&'a Subaccount> {
        let found = self.files.landscape.subaccounts.iter().find(|one| one.name == name);
        found.ok_or_else(|| Finding::not_checkable(format!("landscape.json names no subaccount {name}")))
    }

    /// The whole token answer of a person in the zone of a subaccount of ours.
    pub(super) async fn login(&mut self, role: Role, subaccount: &str) -> Looked<Value> {
        let (addresses, person) = (self.ours().await?, self.person(role)?);
        let who = format!("{} in {subaccount}", person.user_name);
        if let Some(kept) = self.tokens.get(&who) {
            return kept.clone();
        }
        let url = format!("{}/oauth/token", addresses.uaa(&self.subaccount(subaccount)?.subdomain));
        let form = [("grant_type", "password"), ("username", &*person.user_name), ("password", &*person.password)];
        let answer = self.web.call(Method::POST, &url, Login::Basic("ropeway", ""), Sent::Form(&form)).await;
        let fresh = answer.and_then(|answer| answer.demand(&[200])?.json()).map_err(|failure| {
            Finding::wrong(format!("{} cannot log in: {}", person.user_name, failure.cause))
                .fix("write the present password into landscape.json")
        });
        self.tokens.insert(who, fresh.clone());
        fresh
    }

    /// A call of ours as a person.
    pub(super) async fn own(&mut self, method: Method, path: &str, who: (Role, &str)) -> Looked<Value> {
        let token = self.login(who.0, who.1).await?;
        let url = format!("{}{path}", self.ours().await?.public());
        let token = web::text(&token, "/access_token")?.to_owned();
        let asked = url.clone();
        let seen = self.kept(method, &format!("{} {}", who.0, who.1), url, &token).await?;
        seen.ok_or_else(|| Finding::missing(format!("{asked} answered 404")))
    }
}
