//! What a run carries from step to step: who logs in, what was created, which keys were read.

use crate::failure::{Failure, Result};
use crate::landscape::{Landscape, Named, Person, Role, Subaccount};
use crate::run::Options;
use crate::web::{self, Login, Sent, Web};
use client::Method;
use model::address::Addresses;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// The subaccounts of the guide by their names in `landscape.json`.
pub(crate) const ALM: &str = "alm";
/// The source.
pub(crate) const DEV: &str = "cpi-dev";
/// The targets, with their transport nodes.
pub(crate) const TARGETS: [(&str, &str); 2] = [("cpi-test", "TEST"), ("cpi-prod", "PROD")];
/// The source node: `sourceSystemId`.
pub(crate) const SOURCE_NODE: &str = "DEV";
/// The space of the three integration subaccounts.
pub(crate) const SPACE: &str = "integration";

/// A run in progress.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) web: Web,
    pub(crate) options: Options,
    pub(crate) addresses: Addresses,
    pub(crate) landscape: Landscape,
    /// Service keys by the names of `keys/<name>.json`.
    pub(crate) keys: BTreeMap<String, Value>,
    /// What one step found and a later one needs, by name.
    pub(crate) notes: HashMap<&'static str, Value>,
    tokens: HashMap<(String, String), String>,
}

impl Session {
    /// Starts with the credentials of a first start.
    pub(crate) fn new(options: Options) -> Result<Self> {
        let first = &options.credentials;
        let public = web::text(first, "/publicUrl")?.to_owned();
        let public = options.server.clone().unwrap_or(public);
        let administrator = Person {
            role: Role::Administrator,
            user_name: web::text(first, "/administrator/userName")?.to_owned(),
            password: web::text(first, "/administrator/password")?.to_owned(),
        };
        let cis = first.pointer("/cis").cloned().ok_or_else(|| Failure::new("the credentials have no cis key"))?;
        let mut landscape = Landscape { public_url: public.clone(), ..Landscape::default() };
        landscape.people.push(administrator);
        Ok(Self {
            web: Web::trusting(options.extra_ca.clone())?,
            addresses: Addresses::new(&public, None),
            landscape,
            keys: BTreeMap::from([("cis".to_owned(), cis)]),
            notes: HashMap::new(),
            tokens: HashMap::new(),
            options,
        })
    }

    /// The subaccount with this name.
    pub(crate) fn subaccount(&self, name: &str) -> Result<&Subaccount> {
        self.landscape
            .subaccounts
            .iter()
            .find(|s| s.name == name)
            .ok_or_else(|| Failure::new(format!("the subaccount {name} does not exist yet")))
    }

    /// The same, to add to it.
    pub(crate) fn subaccount_mut(&mut self, name: &str) -> Result<&mut Subaccount> {
        self.landscape
            .subaccounts
            .iter_mut()
            .find(|s| s.name == name)
            .ok_or_else(|| Failure::new(format!("the subaccount {name} does not exist yet")))
    }

    /// A space of a subaccount's org.
    pub(crate) fn space(&self, subaccount: &str, space: &str) -> Result<&Named> {
        self.subaccount(subaccount)?
            .spaces
            .iter()
            .find(|s| s.name == space)
            .ok_or_else(|| Failure::new(format!("the subaccount {subaccount} has no space {space} yet")))
    }

    /// The person with this role.
    pub(crate) fn person(&self, role: Role) -> Result<&Person> {
        self.landscape
            .people
            .iter()
            .find(|p| p.role == role)
            .ok_or_else(|| Failure::new(format!("nobody has the role '{role}' yet")))
    }

    /// A node's number.
    pub(crate) fn node(&self, name: &str) -> Result<i64> {
        let node = self.landscape.nodes.iter().find(|n| n.name == name);
        node.map(|n| n.id).ok_or_else(|| Failure::new(format!("the node {name} does not exist yet")))
    }

    /// A service key read earlier.
    pub(crate) fn key(&self, name: &str) -> Result<&Value> {
        self.keys.get(name).ok_or_else(|| Failure::new(format!("the service key {name} was not read yet")))
    }

    /// What an earlier step noted.
    pub(crate) fn note(&self, name: &str) -> Result<&Value> {
        self.notes.get(name).ok_or_else(|| Failure::new(format!("an earlier step did not note '{name}'")))
    }

    /// The token service of a subaccount.
    pub(crate) fn uaa(&self, subaccount: &str) -> Result<String> {
        Ok(self.addresses.uaa(&self.subaccount(subaccount)?.subdomain))
    }

    /// A person's token in the zone of a subaccount, kept for the run.
    pub(crate) async fn token(&mut self, role: Role, subaccount: &str) -> Result<String> {
        let url = format!("{}/oauth/token", self.uaa(subaccount)?);
        self.person_token(role, url, "ropeway").await
    }

    /// A person's token for Cloud Foundry, kept for the run.
    pub(crate) async fn cf_token(&mut self, role: Role) -> Result<String> {
        let url = format!("{}/oauth/token", self.addresses.cf_uaa());
        self.person_token(role, url, "cf").await
    }

    async fn person_token(&mut self, role: Role, url: String, client: &str) -> Result<String> {
        let person = self.person(role)?.clone();
        let form = [("grant_type", "password"), ("username", &*person.user_name), ("password", &*person.password)];
        self.kept(url, person.user_name.clone(), Login::Basic(client, ""), &form).await
    }

    /// The token of a key whose credentials are at `at` (a JSON pointer to `clientid`, `clientsecret`, `url`).
    pub(crate) async fn key_token(&mut self, key: &str, at: &str) -> Result<String> {
        let key = self.key(key)?.clone();
        let client = web::text(&key, &format!("{at}/clientid"))?.to_owned();
        let secret = web::text(&key, &format!("{at}/clientsecret"))?.to_owned();
        let url = format!("{}/oauth/token", web::text(&key, &format!("{at}/url"))?);
        let form = [("grant_type", "client_credentials")];
        self.kept(url, client.clone(), Login::Basic(&client, &secret), &form).await
    }

    async fn kept(&mut self, url: String, who: String, login: Login<'_>, form: &[(&str, &str)]) -> Result<String> {
        if let Some(token) = self.tokens.get(&(url.clone(), who.clone())) {
            return Ok(token.clone());
        }
        let answer = self.web.call(Method::POST, &url, login, Sent::Form(form)).await?.demand(&[200])?.json()?;
        let token = web::text(&answer, "/access_token")?.to_owned();
        self.tokens.insert((url, who), token.clone());
        Ok(token)
    }

    /// Forgets kept tokens: new roles are in new tokens only.
    pub(crate) fn forget_tokens(&mut self) {
        self.tokens.clear();
    }
}
