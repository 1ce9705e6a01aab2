//! OAuth clients: those of service instances, and the public ones that are always there.

use super::recent::{Look, Recent};
use super::zone::Realm;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::vault::Vault;
use model::{InstanceId, Time, ZoneId};
use std::sync::Arc;
use std::time::Duration;
use store::Tx;
use store::client::ClientRow;
use uuid::Uuid;

/// How long a token lives unless its client says otherwise.
pub const DEFAULT_VALIDITY: Duration = Duration::from_secs(43_200);
/// How long refresh tokens live in zones.
const REFRESH_VALIDITY: Duration = Duration::from_secs(604_800);
/// The scope that every client has.
pub const RESOURCE: &str = "uaa.resource";
/// The public client of each zone, for our own page and command line.
pub const ROPEWAY: &str = "ropeway";
/// The client of the page's sessions; no token names it.
pub const ROPEWAY_PAGE: &str = "ropeway-page";
/// The public client of the cf command line.
pub const CF: &str = "cf";

/// Stands for the zone of Cloud Foundry's own clients; no zone has this id.
pub(super) const OF_CLOUD_FOUNDRY: ZoneId = ZoneId(Uuid::nil());

/// A client to be.
#[derive(Clone)]
pub struct NewClient {
    /// Its id, unique over all zones.
    pub client_id: String,
    /// The zone whose tokens it gets.
    pub zone: ZoneId,
    /// Its application with the plan index; for a clone `own!b1|master!b2`.
    pub app_id: String,
    /// Full scope names; [`RESOURCE`] is added to them in every token.
    pub authorities: Vec<String>,
    /// Grant types it may use.
    pub grant_types: Vec<String>,
    /// How long its tokens live.
    pub validity: Duration,
    /// Its secret. More of them can be added ([`add_secret`]).
    pub secret: String,
    /// The service instance it belongs to.
    pub instance: Option<InstanceId>,
}

impl std::fmt::Debug for NewClient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewClient")
            .field("client_id", &self.client_id)
            .field("zone", &self.zone)
            .finish_non_exhaustive()
    }
}

/// Makes a client.
///
/// # Errors
/// Conflict, when the id is taken.
pub async fn register(tx: &mut Tx, vault: &Vault, client: NewClient, now: Time) -> Result<()> {
    if store::client::find(tx, &client.client_id).await?.is_some() {
        return Err(Error::conflict(format!("the client '{}' exists already", client.client_id)));
    }
    let row = ClientRow {
        client_id: client.client_id,
        zone: client.zone,
        app_id: client.app_id,
        authorities: client.authorities,
        grant_types: client.grant_types,
        validity: client.validity,
        instance: client.instance,
        redirect_uris: Vec::new(),
    };
    store::client::insert(tx, &row, now).await?;
    add_secret(tx, vault, &row.client_id, "", &client.secret).await
}

/// Gives a client one more secret, or another one to the same `holder`: keys of one instance share its client, each
/// with a secret of its own.
pub async fn add_secret(tx: &mut Tx, vault: &Vault, client_id: &str, holder: &str, secret: &str) -> Result<()> {
    Ok(store::client::put_secret(tx, client_id, holder, &vault.secret_hash(secret)).await?)
}

/// Takes a holder's secret away: from now on it gets no tokens.
pub async fn remove_secret(tx: &mut Tx, client_id: &str, holder: &str) -> Result<()> {
    Ok(store::client::delete_secret(tx, client_id, holder).await?)
}

/// Changes what the client's next tokens say.
///
/// # Errors
/// Not found.
pub async fn set_authorities(tx: &mut Tx, client_id: &str, authorities: &[String]) -> Result<()> {
    match store::client::set_authorities(tx, client_id, authorities).await? {
        true => Ok(()),
        false => Err(Error::not_found(format!("there is no client '{client_id}'"))),
    }
}

/// Changes which grants the client may use, and how long its next tokens live.
///
/// # Errors
/// Not found.
pub async fn set_terms(tx: &mut Tx, client_id: &str, grants: &[String], validity: Duration) -> Result<()> {
    match store::client::set_terms(tx, client_id, grants, validity).await? {
        true => Ok(()),
        false => Err(Error::not_found(format!("there is no client '{client_id}'"))),
    }
}

/// Changes where browsers may be sent back to with a code for the client.
///
/// # Errors
/// Not found.
pub async fn set_redirects(tx: &mut Tx, client_id: &str, uris: &[String]) -> Result<()> {
    match store::client::set_redirects(tx, client_id, uris).await? {
        true => Ok(()),
        false => Err(Error::not_found(format!("there is no client '{client_id}'"))),
    }
}

/// Removes a client with all its secrets; nothing happens when it is gone already.
pub async fn remove(tx: &mut Tx, client_id: &str) -> Result<()> {
    store::client::delete(tx, client_id).await?;
    Ok(())
}

/// A client that proved who it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    pub client_id: String,
    /// Its application; empty for public clients, which see all applications.
    pub app_id: String,
    /// Full scope names.
    pub authorities: Vec<String>,
    /// Grant types it may use.
    pub grant_types: Vec<String>,
    /// How long its tokens live.
    pub validity: Duration,
    /// How long its refresh tokens live.
    pub refresh_validity: Duration,
    /// The service instance it belongs to.
    pub instance: Option<InstanceId>,
    /// Where a browser may be sent back to with a code.
    pub redirect_uris: Vec<String>,
    /// The hash of the secret it proved itself with; none for public clients.
    pub secret_hash: Option<String>,
}

impl Client {
    fn public(realm: &Realm, client_id: &str) -> Option<Self> {
        let (validity, refresh_validity) = match (realm, client_id) {
            (Realm::CloudFoundry, CF) => (Duration::from_secs(1_200), Duration::from_secs(2_592_000)),
            (Realm::Zone(_), ROPEWAY) => (DEFAULT_VALIDITY, REFRESH_VALIDITY),
            _ => return None,
        };
        let mut grant_types = vec!["password".to_owned(), "refresh_token".to_owned()];
        if client_id == ROPEWAY {
            grant_types.push("authorization_code".to_owned());
        }
        Some(Self {
            client_id: client_id.to_owned(),
            app_id: String::new(),
            authorities: Vec::new(),
            grant_types,
            validity,
            refresh_validity,
            instance: None,
            redirect_uris: Vec::new(),
            secret_hash: None,
        })
    }

    pub(super) fn of(row: ClientRow) -> Self {
        let ClientRow { client_id, app_id, authorities, grant_types, validity, instance, redirect_uris, .. } = row;
        let (refresh_validity, secret_hash) = (REFRESH_VALIDITY, None);
        Self {
            client_id,
            app_id,
            authorities,
            grant_types,
            validity,
            refresh_validity,
            instance,
            redirect_uris,
            secret_hash,
        }
    }

    /// Whether it is the client of a public program: an empty secret, and a person behind every token.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.app_id.is_empty()
    }
}

/// The client with this id in this realm, which has proven nothing.
pub(super) async fn named(cx: &Cx, realm: &Realm, client_id: &str) -> Result<Option<Client>> {
    if let Some(client) = Client::public(realm, client_id) {
        return Ok(Some(client));
    }
    let (home, id) = (home(realm), client_id.to_owned());
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::client::find(tx, &id).await?)).await?;
    Ok(row.filter(|row| row.zone == home).map(Client::of))
}

fn home(realm: &Realm) -> ZoneId {
    realm.zone().map_or(OF_CLOUD_FOUNDRY, |zone| zone.id)
}

/// The client with this id and secret in this realm, or nothing.
pub async fn authenticate(cx: &Cx, realm: &Realm, client_id: &str, secret: &str) -> Result<Option<Client>> {
    if let Some(client) = Client::public(realm, client_id) {
        return Ok(secret.is_empty().then_some(client));
    }
    let home = home(realm);
    let (recent, look) = (cx.cache::<Recent<String, Arc<Known>>>(), Look::now(cx));
    let proven = recent.get(client_id, look).and_then(|known| known.proven(cx, home, secret));
    if proven.is_some() {
        return Ok(proven);
    }
    // What is not known, or no longer, may be in the store by now.
    let key = client_id.to_owned();
    let found = cx.db.read(async move |tx| Known::load(tx, &key).await).await?;
    let proven = found.as_ref().and_then(|known| known.proven(cx, home, secret));
    // Whoever only guesses puts nothing here.
    if let (Some(known), Some(_)) = (found, &proven) {
        recent.put(client_id.to_owned(), look, Arc::new(known));
    }
    Ok(proven)
}

/// A client with the hashes of its secrets.
#[derive(Debug)]
struct Known {
    zone: ZoneId,
    client: Client,
    hashes: Vec<String>,
}

impl Known {
    async fn load(tx: &mut Tx, client_id: &str) -> Result<Option<Self>> {
        let Some(row) = store::client::find(tx, client_id).await? else { return Ok(None) };
        let hashes = store::client::hashes(tx, client_id).await?;
        Ok(Some(Self { zone: row.zone, client: Client::of(row), hashes }))
    }

    fn proven(&self, cx: &Cx, home: ZoneId, secret: &str) -> Option<Client> {
        let mut hashes = self.hashes.iter().filter(|_| self.zone == home);
        let hash = hashes.find(|hash| cx.vault.verify(secret, hash))?;
        Some(Client { secret_hash: Some(hash.clone()), ..self.client.clone() })
    }
}
