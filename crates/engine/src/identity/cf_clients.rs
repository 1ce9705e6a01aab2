//! Clients of Cloud Foundry's own token service: programs that log in with an id and a secret (`cf auth
//! --client-credentials`). The administrator makes them; what they may do in organizations and spaces is said by roles.

use super::client::{self, Client, NewClient, OF_CLOUD_FOUNDRY};
use super::rights::{LoggedIn, WritePeople};
use crate::audit::{self, Event};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use serde_json::json;
use std::time::Duration;
use store::Tx;
use store::client::ClientRow;

/// The only grant: there is nobody behind such a token.
const GRANT: &str = "client_credentials";
/// What a client can be given; there is no such thing as an administrator without a name.
const AUTHORITIES: [&str; 3] = ["cloud_controller.read", "cloud_controller.write", "uaa.none"];
const VALIDITY: Duration = Duration::from_secs(1_200);

/// A client to be.
pub struct NewCfClient {
    pub client_id: String,
    pub secret: String,
    /// What its tokens allow; reading and writing when none is named.
    pub authorities: Vec<String>,
    /// Must be, or include, client_credentials.
    pub grant_types: Vec<String>,
}

/// A secret is no text to be shown.
impl std::fmt::Debug for NewCfClient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewCfClient").field("client_id", &self.client_id).finish_non_exhaustive()
    }
}

fn missing(id: &str) -> Error {
    Error::not_found(format!("No client with requested id: {id}"))
}

fn check(new: &NewCfClient) -> Result<()> {
    let wrong = |text: String| Err(Error::invalid(text).with_code("invalid_client"));
    if new.client_id.trim().is_empty() || new.client_id.len() > 255 || new.client_id == client::CF {
        return wrong("client_id must be a name of its own".to_owned());
    }
    if new.secret.is_empty() || new.secret.len() > 255 {
        return wrong("client_secret must have 1 to 255 characters".to_owned());
    }
    if let Some(other) = new.grant_types.iter().find(|grant| *grant != GRANT) {
        return wrong(format!("{other} is not an allowed grant type. Must be one of: [{GRANT}]"));
    }
    match new.authorities.iter().find(|name| !AUTHORITIES.contains(&name.as_str())) {
        Some(other) => {
            wrong(format!("{other} cannot be given to a client. Must be one of: [{}]", AUTHORITIES.join(", ")))
        }
        None => Ok(()),
    }
}

/// Makes a client.
///
/// # Errors
/// Invalid; conflict, when the id is taken.
pub async fn create(cx: &Cx, caller: Caller<WritePeople>, new: NewCfClient) -> Result<Client> {
    check(&new)?;
    let (now, vault, actor) = (cx.now(), cx.vault.clone(), caller.actor().to_owned());
    let authorities = match new.authorities.is_empty() {
        true => AUTHORITIES[..2].iter().map(|name| (*name).to_owned()).collect(),
        false => new.authorities,
    };
    let id = new.client_id.clone();
    let client = NewClient {
        client_id: new.client_id,
        zone: OF_CLOUD_FOUNDRY,
        app_id: "cloud_controller".to_owned(),
        authorities,
        grant_types: vec![GRANT.to_owned()],
        validity: VALIDITY,
        secret: new.secret,
        instance: None,
    };
    cx.db
        .write(async move |tx| {
            client::register(tx, &vault, client, now).await.map_err(|error| match error.kind() {
                crate::Kind::Conflict => {
                    Error::conflict(format!("Client already exists: {id}")).with_code("invalid_client")
                }
                _ => error,
            })?;
            record(tx, actor, "client.create", &id, now).await?;
            Ok(Client::of(find(tx, &id).await?))
        })
        .await
}

async fn find(tx: &mut Tx, id: &str) -> Result<ClientRow> {
    let row = store::client::find(tx, id).await?;
    row.filter(|row| row.zone == OF_CLOUD_FOUNDRY).ok_or_else(|| missing(id))
}

async fn record(tx: &mut Tx, actor: String, event: &'static str, id: &str, now: model::Time) -> Result<()> {
    let (subaccount, object) = (String::new(), format!("client {id}"));
    audit::record(tx, now, Event { actor, subaccount, event, object, detail: json!({}) }).await
}

/// One client.
///
/// # Errors
/// Not found.
pub async fn get(cx: &Cx, _caller: Caller<LoggedIn>, id: String) -> Result<Client> {
    cx.db.read(async move |tx| Ok(Client::of(find(tx, &id).await?))).await
}

/// Removes a client: from now on it gets no tokens.
///
/// # Errors
/// Not found.
pub async fn delete(cx: &Cx, caller: Caller<WritePeople>, id: String) -> Result<Client> {
    let (now, actor) = (cx.now(), caller.actor().to_owned());
    cx.db
        .write(async move |tx| {
            let client = Client::of(find(tx, &id).await?);
            client::remove(tx, &id).await?;
            record(tx, actor, "client.delete", &id, now).await?;
            Ok(client)
        })
        .await
}
