//! Keys of service instances. A key is a secret of the instance's client: its own, or the one that all keys of the
//! instance share. Secrets are sealed for showing again, and hashed for verifying.

use super::instance::{self, Instance, locked, object};
use super::operation::{Done, Kind, Operation, Resource};
use super::{account, code, credentials};
use crate::audit::{self, Event};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::identity::client;
use crate::vault::Vault;
use model::account::Labels;
use model::instance::Credential;
use model::{BindingId, InstanceId, SubaccountId};
use serde_json::{Value, json};
use store::Tx;
pub use store::binding::Binding;
use store::sealed::Hidden;

/// A key to be.
#[derive(Clone)]
pub struct NewBinding {
    pub instance: InstanceId,
    pub name: String,
    /// An object, or nothing.
    pub parameters: Value,
    pub labels: Labels,
    /// Who makes it.
    pub created_by: String,
}

fn own_context(id: BindingId) -> String {
    format!("service_binding {id}")
}

fn shared_context(instance: InstanceId) -> String {
    format!("service_instance {instance}")
}

/// A secret, sealed for either place it may be kept in: which one is known only inside the transaction.
struct Drawn {
    secret: String,
    own: String,
    shared: String,
    vault: Vault,
}

impl Drawn {
    fn new(cx: &Cx, binding: BindingId, instance: InstanceId) -> Result<Self> {
        let secret = cx.random.secret();
        let seal = |context: &str| cx.vault.seal(&cx.random, context, secret.as_bytes());
        let (own, shared) = (seal(&own_context(binding))?, seal(&shared_context(instance))?);
        Ok(Self { own, shared, vault: cx.vault.clone(), secret })
    }
}

/// Makes a key.
///
/// # Errors
/// Not found: the instance. Conflict: the name. With [`code::BROKER`]: what the parameters say.
pub async fn create(cx: &Cx, instance: InstanceId, name: &str, parameters: Value, by: &str) -> Result<Binding> {
    let new =
        NewBinding { instance, name: name.to_owned(), parameters, labels: Labels::new(), created_by: by.to_owned() };
    create_labelled(cx, new).await
}

/// As [`create`], with labels.
///
/// # Errors
/// As there, or invalid labels.
pub async fn create_labelled(cx: &Cx, new: NewBinding) -> Result<Binding> {
    create_as(cx, BindingId(cx.random.uuid()), new).await
}

/// The same under a GUID that it was given before: whoever ordered it knows it by that.
pub(crate) async fn create_as(cx: &Cx, id: BindingId, new: NewBinding) -> Result<Binding> {
    model::account::check_labels(&new.labels).map_err(|e| Error::invalid(e.to_string()))?;
    let parameters = object(new.parameters)?;
    model::instance::check_key(&parameters).map_err(|e| Error::invalid(e.to_string()).with_code(code::BROKER))?;
    if new.name.trim().is_empty() || new.name.chars().count() > 255 {
        return Err(Error::invalid("the name must have 1 to 255 characters"));
    }
    let now = cx.now();
    let drawn = Drawn::new(cx, id, new.instance)?;
    let operation = Operation { id: cx.random.uuid(), kind: Kind::Create, at: now };
    let mut row = Binding {
        id,
        instance: new.instance,
        name: new.name,
        parameters: Hidden(Value::Object(parameters).to_string()),
        labels: new.labels,
        secret: None,
        operation,
        created_by: new.created_by,
        created_at: now,
        updated_at: now,
    };
    cx.db
        .write(async move |tx| {
            let instance = locked(tx, new.instance).await?;
            name_is_free(tx, &row).await?;
            give_secret(tx, instance.clone(), &mut row, drawn).await?;
            store::binding::insert(tx, &row).await?;
            finish(tx, "service_binding.create", &row, instance.subaccount, &row.created_by).await?;
            Ok(row)
        })
        .await
}

async fn name_is_free(tx: &mut Tx, row: &Binding) -> Result<()> {
    match store::binding::by_name(tx, row.instance, &row.name).await? {
        Some(_) => Err(Error::conflict(format!("found conflicting service binding with the name '{}'", row.name))),
        None => Ok(()),
    }
}

fn shares(instance: &Instance) -> bool {
    instance.credential == Credential::Instance
}

/// Gives the client the key's own secret, or the one to be shared when this is the first key.
async fn give_secret(tx: &mut Tx, mut instance: Instance, row: &mut Binding, drawn: Drawn) -> Result<()> {
    let client_id = model::instance::client_id(&instance.app_id);
    if !shares(&instance) {
        row.secret = Some(drawn.own);
        return client::add_secret(tx, &drawn.vault, &client_id, &row.id.to_string(), &drawn.secret).await;
    }
    if instance.secret.is_none() {
        instance.secret = Some(drawn.shared);
        store::instance::update(tx, &instance).await?;
        client::add_secret(tx, &drawn.vault, &client_id, "", &drawn.secret).await?;
    }
    Ok(())
}

async fn finish(tx: &mut Tx, event: &'static str, row: &Binding, subaccount: SubaccountId, by: &str) -> Result<()> {
    let Operation { id, kind, at } = row.operation;
    let done = Done { id, subaccount, resource_type: Resource::Binding, resource: row.id.0, kind, at };
    store::instance::insert_operation(tx, &done).await?;
    let event = Event {
        actor: by.to_owned(),
        subaccount: subaccount.text(),
        event,
        object: format!("service binding {}", row.id),
        detail: json!({"name": row.name, "instance": row.instance}),
    };
    audit::record(tx, at, event).await
}

/// The keys of an instance, by name.
pub async fn list(tx: &mut Tx, instance: InstanceId) -> Result<Vec<Binding>> {
    Ok(store::binding::of_instance(tx, instance).await?)
}

/// The key of this name.
pub async fn find_by_name(tx: &mut Tx, instance: InstanceId, name: &str) -> Result<Option<Binding>> {
    Ok(store::binding::by_name(tx, instance, name).await?)
}

/// The key with this GUID, whosever it is.
pub async fn find(tx: &mut Tx, id: BindingId) -> Result<Option<Binding>> {
    Ok(store::binding::find(tx, id).await?)
}

/// What is in a key: the JSON that the service's clients read.
///
/// # Errors
/// Not found, or when the secret cannot be opened.
pub async fn credentials(cx: &Cx, id: BindingId) -> Result<Value> {
    let (row, holder, subaccount) = cx
        .db
        .read(async move |tx| {
            let row = store::binding::find(tx, id).await?.ok_or_else(not_found)?;
            let holder = store::instance::find(tx, row.instance).await?.ok_or_else(instance::not_found)?;
            let subaccount = account::existing(tx, holder.subaccount).await?;
            Ok::<_, Error>((row, holder, subaccount))
        })
        .await?;
    let secret = open(cx, &row, &holder)?;
    credentials::of_instance(cx, &holder, &subaccount, secret, row.created_at).await
}

fn open(cx: &Cx, row: &Binding, holder: &Instance) -> Result<String> {
    let lost = || Error::internal(format!("the secret of service binding {} is missing", row.id));
    match &row.secret {
        Some(sealed) => cx.vault.open_text(&own_context(row.id), sealed),
        None => cx.vault.open_text(&shared_context(holder.id), holder.secret.as_ref().ok_or_else(lost)?),
    }
}

pub(super) fn not_found() -> Error {
    Error::not_found("could not find such service binding")
}

/// Deletes a key: its secret gets no tokens any more. A shared secret goes with the last key.
///
/// # Errors
/// Not found.
pub async fn delete(cx: &Cx, id: BindingId, by: &str) -> Result<Operation> {
    let operation = Operation { id: cx.random.uuid(), kind: Kind::Delete, at: cx.now() };
    let by = by.to_owned();
    cx.db
        .write(async move |tx| {
            let row = store::binding::find(tx, id).await?.ok_or_else(not_found)?;
            let holder = locked(tx, row.instance).await?;
            store::binding::delete(tx, id).await?;
            take_secret(tx, holder.clone(), &row).await?;
            let row = Binding { operation, ..row };
            finish(tx, "service_binding.delete", &row, holder.subaccount, &by).await?;
            Ok(operation)
        })
        .await
}

async fn take_secret(tx: &mut Tx, mut holder: Instance, row: &Binding) -> Result<()> {
    let client_id = model::instance::client_id(&holder.app_id);
    if !shares(&holder) {
        return client::remove_secret(tx, &client_id, &row.id.to_string()).await;
    }
    if store::binding::count(tx, holder.id).await? == 0 {
        holder.secret = None;
        store::instance::update(tx, &holder).await?;
        client::remove_secret(tx, &client_id, "").await?;
    }
    Ok(())
}

wire::unprinted!(NewBinding);
