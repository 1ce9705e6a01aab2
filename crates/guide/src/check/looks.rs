//! One look per step, with the keys at hand.

use super::findings::Finding;
use crate::failure::{Failure, Result};
use crate::output::Files;
use crate::web::{self, Login, Sent, Web};
use client::Method;
use serde_json::Value;
use std::collections::HashMap;

const DISPLAY: &str = "imp-cdm-feature-display-ui";
const MANAGE: &str = "imp-cdm-feature-manage-ui";
const PASS_THROUGH: &str = "TransportManagementService";

/// Looks at a landscape; what was fetched once is kept.
pub(super) struct Looks<'a> {
    files: &'a Files,
    web: Option<Web>,
    tokens: HashMap<&'static str, Value>,
    seen: HashMap<String, Value>,
}

impl<'a> Looks<'a> {
    pub(super) fn new(files: &'a Files) -> Self {
        Self { files, web: Web::new().ok(), tokens: HashMap::new(), seen: HashMap::new() }
    }

    /// The look at this step.
    pub(super) async fn at(&mut self, number: u8) -> Finding {
        let found = match number {
            0 => self.subaccounts(),
            1 => self.cis_sees_subaccount().await,
            2..=5 => self.entitled("alm-ts").await,
            6..=9 => self.transport_answers().await,
            10 => self.key_works("content-agent-dev", "/uaa").await,
            11 => self.key_works("it-rt-dev", "/oauth").await,
            13 => self.destination("ContentAssemblyService").await,
            14 => self.destination("CloudIntegration").await,
            17..=20 => self.entitled("SAPCloudALMAPIs").await,
            21..=26 => self.alm_key().await,
            27..=31 => self.pass_through_destination().await,
            32 => self.pass_through_root().await,
            33..=34 | 36 => self.target_destinations().await,
            35 => self.ping().await,
            37 => self.source_node().await,
            38 => self.target_nodes().await,
            39 | 41 => self.chain().await,
            40 => self.forward_modes().await,
            45 | 53 => self.requests().await,
            _ => Ok(Finding::not_checkable("there is no public API to look at this")),
        };
        found.unwrap_or_else(Finding::from)
    }

    fn subaccounts(&self) -> Result<Finding> {
        let named = self.files.landscape.subaccounts.iter().map(|s| s.name.as_str()).collect::<Vec<_>>();
        Ok(match named.len() {
            0 => Finding::missing("landscape.json names no subaccount"),
            n => Finding::done(format!("{n} subaccounts: {}", named.join(", "))),
        })
    }

    fn web(&self) -> Result<Web> {
        self.web.clone().ok_or_else(|| Failure::new("outbound calls cannot be made"))
    }

    fn key(&self, name: &str) -> Option<&'a Value> {
        self.files.keys.get(name)
    }

    /// The token of a key with the whole token answer, kept; `None` when the key was not given.
    async fn token(&mut self, name: &'static str, at: &str) -> Result<Option<String>> {
        let Some(key) = self.key(name) else { return Ok(None) };
        if let Some(kept) = self.tokens.get(name) {
            return web::text(kept, "/access_token").map(|t| Some(t.to_owned()));
        }
        let (id, secret) = (web::text(key, &format!("{at}/clientid"))?, web::text(key, &format!("{at}/clientsecret"))?);
        let url = match key.pointer(&format!("{at}/tokenurl")).and_then(Value::as_str) {
            Some(url) => url.to_owned(),
            None => format!("{}/oauth/token", web::text(key, &format!("{at}/url"))?),
        };
        let form = [("grant_type", "client_credentials")];
        let answer = self.web()?.call(Method::POST, &url, Login::Basic(id, secret), Sent::Form(&form)).await?;
        let answer = answer.demand(&[200])?.json()?;
        let token = web::text(&answer, "/access_token")?.to_owned();
        self.tokens.insert(name, answer);
        Ok(Some(token))
    }

    /// GET with the token of a key; kept.
    async fn get(&mut self, name: &'static str, at: &str, url: String) -> Result<Option<Value>> {
        let Some(token) = self.token(name, at).await? else { return Ok(None) };
        if let Some(seen) = self.seen.get(&url) {
            return Ok(Some(seen.clone()));
        }
        let seen = self.web()?.get(&url, &token).await?;
        self.seen.insert(url, seen.clone());
        Ok(Some(seen))
    }

    async fn key_works(&mut self, name: &'static str, at: &str) -> Result<Finding> {
        Ok(match self.token(name, at).await? {
            Some(_) => Finding::done(format!("the key {name} gives a token")),
            None => without(name),
        })
    }

    async fn cis_sees_subaccount(&mut self) -> Result<Finding> {
        let (Some(key), Some(alm)) = (self.key("cis"), self.files.landscape.subaccounts.first()) else {
            return Ok(without("cis"));
        };
        let base = web::text(key, "/endpoints/accounts_service_url")?;
        let url = format!("{base}/accounts/v1/subaccounts/{}", alm.guid);
        let Some(seen) = self.get("cis", "/uaa", url).await? else { return Ok(without("cis")) };
        Ok(Finding::done(format!("{}, {}", web::text(&seen, "/displayName")?, web::text(&seen, "/state")?)))
    }

    async fn entitled(&mut self, service: &str) -> Result<Finding> {
        let (Some(key), Some(alm)) = (self.key("cis"), self.files.landscape.subaccounts.first()) else {
            return Ok(without("cis"));
        };
        let base = web::text(key, "/endpoints/entitlements_service_url")?;
        let url = format!("{base}/entitlements/v1/assignments?subaccountGUID={}", alm.guid);
        let Some(seen) = self.get("cis", "/uaa", url).await? else { return Ok(without("cis")) };
        let there = web::list(&seen, "/assignedServices")?.iter().any(|s| s["name"] == service);
        Ok(if there {
            Finding::done(format!("{service} is entitled"))
        } else {
            Finding::missing(format!("{service} is not entitled"))
        })
    }

    async fn transport(&mut self, path: &str) -> Result<Option<Value>> {
        let Some(key) = self.key("transport") else { return Ok(None) };
        let url = format!("{}/v2/{path}", web::text(key, "/uri")?.trim_end_matches('/'));
        self.get("transport", "/uaa", url).await
    }

    async fn transport_answers(&mut self) -> Result<Finding> {
        Ok(match self.transport("nodes").await? {
            Some(seen) => {
                Finding::done(format!("transport management answers, {} nodes", web::list(&seen, "/nodes")?.len()))
            }
            None => without("transport"),
        })
    }

    async fn destinations(&mut self, key: &'static str) -> Result<Option<Vec<Value>>> {
        let Some(credentials) = self.key(key) else { return Ok(None) };
        let uri = web::text(credentials, "/uri")?;
        let url = format!("{uri}/destination-configuration/v1/subaccountDestinations");
        Ok(self.get(key, "", url).await?.and_then(|seen| seen.as_array().cloned()))
    }

    async fn destination(&mut self, name: &str) -> Result<Finding> {
        let Some(all) = self.destinations("destination-dev").await? else { return Ok(without("destination-dev")) };
        let Some(found) = all.iter().find(|d| d["Name"] == name) else {
            let like = all.iter().filter_map(|d| d["Name"].as_str()).find(|n| n.eq_ignore_ascii_case(name));
            return Ok(match like {
                Some(other) => Finding::wrong(format!("the destination is called {other}"))
                    .fix(format!("names are case-sensitive: call it {name}")),
                None => Finding::missing(format!("the source subaccount has no destination {name}")),
            });
        };
        let url = found["URL"].as_str().unwrap_or_default();
        let token_url = found["tokenServiceURL"].as_str().unwrap_or_default();
        Ok(match token_url.contains("/oauth/token") {
            true => Finding::done(format!("{name} → {url}")),
            false => Finding::wrong(format!("its token service URL is {token_url}")).fix("append /oauth/token"),
        })
    }

    async fn pass_through_destination(&mut self) -> Result<Finding> {
        let found = self.destination(PASS_THROUGH).await?;
        let Some(all) = self.destinations("destination-dev").await? else { return Ok(found) };
        let Some(destination) = all.iter().find(|d| d["Name"] == PASS_THROUGH).and_then(Value::as_object) else {
            return Ok(found);
        };
        let spelled = destination.keys().find(|k| k.eq_ignore_ascii_case("sourceSystemId")).map(String::as_str);
        Ok(match spelled {
            Some("sourceSystemId") => found,
            Some(other) => Finding::wrong(format!("the property is spelled {other}")).fix("spell it sourceSystemId"),
            None => Finding::missing("it has no property sourceSystemId"),
        })
    }

    async fn pass_through_root(&mut self) -> Result<Finding> {
        let Some(key) = self.key("calm-api") else { return Ok(without("calm-api")) };
        let url = format!("{}/imp-cdm-transport-management-api/v1", web::text(key, "/endpoints/Api")?);
        let answer = self.web()?.call(Method::GET, &url, Login::Nobody, Sent::Nothing).await?;
        Ok(match answer.status {
            404 => Finding::done("404 at the root, as expected"),
            status if status < 500 => Finding::wrong(format!("the root answers {status} instead of 404")),
            status => Finding::wrong(format!("the root answers {status}: the service is not well")),
        })
    }

    async fn alm_key(&mut self) -> Result<Finding> {
        let Some(key) = self.key("calm-api") else { return Ok(without("calm-api")) };
        web::text(key, "/endpoints/Api")?;
        self.token("calm-api", "/uaa").await?;
        let scopes = self.tokens.get("calm-api").and_then(|t| t["scope"].as_str()).unwrap_or_default().to_owned();
        let missing: Vec<&str> = [DISPLAY, MANAGE]
            .into_iter()
            .filter(|s| !scopes.split(' ').any(|have| have.ends_with(&format!(".{s}"))))
            .collect();
        Ok(match missing.as_slice() {
            [] => Finding::done("the key gives a token with both scopes"),
            missing => Finding::wrong(format!("the token lacks {}", missing.join(" and ")))
                .fix("create the instance with both authorities in its parameters"),
        })
    }

    async fn ping(&mut self) -> Result<Finding> {
        let Some(all) = self.destinations("destination-alm").await? else { return Ok(without("destination-alm")) };
        let Some(base) =
            all.iter().find_map(|d| d["URL"].as_str()?.split_once("/slprot/").map(|(base, _)| base.to_owned()))
        else {
            return Ok(Finding::missing("no destination points to a deploy service"));
        };
        let answer =
            self.web()?.call(Method::GET, &format!("{base}/public/ping"), Login::Nobody, Sent::Nothing).await?;
        Ok(match answer.status {
            200 => Finding::done(format!("{base} answers 200")),
            status => Finding::wrong(format!("{base} answers {status}: it is not the right domain")),
        })
    }

    async fn target_destinations(&mut self) -> Result<Finding> {
        let Some(all) = self.destinations("destination-alm").await? else { return Ok(without("destination-alm")) };
        let targets: Vec<&Value> =
            all.iter().filter(|d| d["URL"].as_str().is_some_and(|u| u.contains("/slprot/"))).collect();
        if let Some(bad) =
            targets.iter().find(|d| d["URL"].as_str().is_some_and(|u| u.contains(' ') || u.contains(',')))
        {
            return Ok(Finding::wrong(format!("the URL of {} has blanks or commas", bad["Name"]))
                .fix("percent-encode the names of org and space"));
        }
        Ok(match targets.len() {
            0 => Finding::missing("no destination points to a deploy service"),
            n => Finding::done(format!("{n} target destinations")),
        })
    }

    async fn nodes(&mut self) -> Result<Option<Vec<Value>>> {
        Ok(self.transport("nodes").await?.and_then(|seen| seen["nodes"].as_array().cloned()))
    }

    async fn source_node(&mut self) -> Result<Finding> {
        let Some(nodes) = self.nodes().await? else { return Ok(without("transport")) };
        let all = self.destinations("destination-dev").await?.unwrap_or_default();
        let wanted = all.iter().find(|d| d["Name"] == PASS_THROUGH).and_then(|d| d["sourceSystemId"].as_str());
        let Some(wanted) = wanted else {
            return Ok(Finding::not_checkable("the sourceSystemId is not known: give the key destination-dev"));
        };
        let Some(node) = nodes.iter().find(|n| n["name"] == wanted) else {
            let names: Vec<&str> = nodes.iter().filter_map(|n| n["name"].as_str()).collect();
            return Ok(Finding::missing(format!("there is no node {wanted}; there are {}", names.join(", "))));
        };
        Ok(match node["uploadAllowed"] == true {
            true => Finding::done(format!("{wanted}, uploads allowed")),
            false => Finding::wrong(format!("{wanted} does not allow uploads")),
        })
    }

    async fn target_nodes(&mut self) -> Result<Finding> {
        let Some(nodes) = self.nodes().await? else { return Ok(without("transport")) };
        let targets = nodes.iter().filter(|n| n["targets"].as_array().is_some_and(|t| !t.is_empty())).count();
        Ok(if targets == 0 {
            Finding::missing("no node has a target")
        } else {
            Finding::done(format!("{targets} target nodes"))
        })
    }

    async fn chain(&mut self) -> Result<Finding> {
        let Some(seen) = self.transport("routes").await? else { return Ok(without("transport")) };
        let routes = web::list(&seen, "/routes")?;
        let mut sources: Vec<i64> = routes.iter().filter_map(|r| r["sourceNodeId"].as_i64()).collect();
        sources.sort_unstable();
        Ok(match (routes.len(), sources.windows(2).any(|pair| pair[0] == pair[1])) {
            (0, _) => Finding::missing("there is no route"),
            (n, false) => Finding::done(format!("{n} routes, one successor per node")),
            (_, true) => Finding::wrong("a node has several successors: only linear landscapes are supported"),
        })
    }

    async fn forward_modes(&mut self) -> Result<Finding> {
        let Some(nodes) = self.nodes().await? else { return Ok(without("transport")) };
        let manual: Vec<&str> =
            nodes.iter().filter(|n| n["forwardMode"] == "MANUAL").filter_map(|n| n["name"].as_str()).collect();
        Ok(if manual.is_empty() {
            Finding::done("no node forwards manually")
        } else {
            Finding::wrong(format!("{} forwards manually", manual.join(", ")))
        })
    }

    async fn requests(&mut self) -> Result<Finding> {
        let Some(nodes) = self.nodes().await? else { return Ok(without("transport")) };
        let last = nodes.iter().rfind(|n| n["targets"].as_array().is_some_and(|t| !t.is_empty()));
        let Some(id) = last.and_then(|n| n["id"].as_i64()) else { return Ok(Finding::missing("no node has a target")) };
        let path = format!("nodes/{id}/transportRequests?status=in,ru,re,su,sk,wa,er,fa,de");
        let seen = self.transport(&path).await?.unwrap_or_default();
        let count = web::list(&seen, "/transportRequests")?.len();
        Ok(if count == 0 {
            Finding::missing("the last node has no transport request")
        } else {
            Finding::done(format!("{count} transport requests in the last node"))
        })
    }
}

fn without(key: &str) -> Finding {
    Finding::not_checkable(format!("give the service key as keys/{key}.json to check this"))
}
