//! Asynchronous calls of Cloud Foundry: ordered in the call's transaction, done by a worker, asked about by the client.
//!
//! Permission is checked when a call is ordered; the intent that is stored holds everything the work needs.

use super::rights::{self, CfRead, CfWrite};
use super::{instance, key, org, provision, role, space, user};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use crate::platform::{self, instance::Update};
use crate::work::{self, Hold, Next, Turn, Workflow};
use futures_util::FutureExt;
use model::catalog;
use model::cf::{CallAt, CallState, CallWork};
use model::{CfRoleGuid, InstanceId, OrgGuid, SpaceGuid, Time};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt;
use std::time::Duration;
use store::Tx;
pub use store::cf_job::CfJob;
use store::sealed::Hidden;
use uuid::Uuid;

/// The code of the refusal while another call is at work on the same instance.
pub const IN_PROGRESS: &str = "AsyncServiceInstanceOperationInProgress";

/// How long the outcome of a call can be asked for.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// What is to be done.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum Intent {
    DeleteOrg {
        org: OrgGuid,
        actor: String,
    },
    DeleteSpace {
        space: SpaceGuid,
        actor: String,
    },
    DeleteRole {
        role: Uuid,
    },
    DeleteUser {
        user: String,
    },
    CreateInstance(Box<instance::OrderedInstance>),
    UpdateInstance {
        instance: Uuid,
        name: Option<String>,
        plan: Option<Uuid>,
        parameters: Option<Value>,
        actor: String,
    },
    DeleteInstance {
        instance: Uuid,
        actor: String,
    },
    CreateKey(Box<key::OrderedKey>),
    DeleteKey {
        key: Uuid,
        actor: String,
    },
}

/// Parameters may hold secrets.
impl fmt::Debug for Intent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Intent").field(&self.operation()).finish_non_exhaustive()
    }
}

impl Intent {
    const fn operation(&self) -> &'static str {
        match self {
            Self::DeleteOrg { .. } => "organization.delete",
            Self::DeleteSpace { .. } => "space.delete",
            Self::DeleteRole { .. } => "role.delete",
            Self::DeleteUser { .. } => "user.delete",
            Self::CreateInstance(_) => "service_instance.create",
            Self::UpdateInstance { .. } => "service_instance.update",
            Self::DeleteInstance { .. } => "service_instance.delete",
            Self::CreateKey(_) => "service_keys.create",
            Self::DeleteKey { .. } => "service_keys.delete",
        }
    }
}

/// A call to be ordered.
#[derive(Debug)]
pub(crate) struct NewCall {
    pub(crate) id: Uuid,
    pub(crate) resource: Uuid,
    pub(crate) space: Option<SpaceGuid>,
    pub(crate) intent: Intent,
}

impl NewCall {
    async fn save(&self, tx: &mut Tx, state: CallState, now: Time) -> Result<()> {
        store::cf_job::delete_old(tx, now.minus(KEPT)).await?;
        let row = CfJob {
            id: self.id,
            operation: self.intent.operation().to_owned(),
            state,
            resource: self.resource,
            space: self.space,
            intent: Hidden(serde_json::to_string(&self.intent)?),
            failure: None,
            created_at: now,
            updated_at: now,
        };
        Ok(store::cf_job::insert(tx, &row).await?)
    }

    /// Orders the work.
    pub(crate) async fn order(&self, tx: &mut Tx, now: Time) -> Result<()> {
        self.save(tx, CallState::Processing, now).await?;
        work::order(tx, &CallWork { id: self.id, at: CallAt::Ordered }, now).await
    }

    /// Notes work that the call's own transaction has done already.
    async fn done(&self, tx: &mut Tx, now: Time) -> Result<()> {
        self.save(tx, CallState::Complete, now).await
    }
}

/// How far a call is.
///
/// # Errors
/// Not found.
pub async fn get(cx: &Cx, _caller: Caller<CfRead>, guid: Uuid) -> Result<CfJob> {
    let job = cx.db.read(async move |tx| Ok::<_, Error>(store::cf_job::get(tx, guid).await?)).await?;
    job.ok_or_else(|| Error::not_found("Job not found"))
}

/// Orders the removal of an organization with all that is in it.
///
/// # Errors
/// Not found; forbidden for all but administrators.
pub async fn delete_org(cx: &Cx, caller: Caller<CfWrite>, guid: OrgGuid) -> Result<Uuid> {
    let (id, now) = (cx.random.uuid(), cx.now());
    cx.db
        .write(async move |tx| {
            rights::visible_org(tx, caller.identity(), guid).await?;
            if !rights::is_admin(caller.identity()) {
                return Err(rights::not_authorized());
            }
            let intent = Intent::DeleteOrg { org: guid, actor: caller.actor().to_owned() };
            NewCall { id, resource: guid.0, space: None, intent }.order(tx, now).await?;
            Ok(id)
        })
        .await
}

/// Orders the removal of a space with all that is in it.
///
/// # Errors
/// Not found; forbidden for all but Org Managers.
pub async fn delete_space(cx: &Cx, caller: Caller<CfWrite>, guid: SpaceGuid) -> Result<Uuid> {
    let (id, now) = (cx.random.uuid(), cx.now());
    cx.db
        .write(async move |tx| {
            let (_, held) = rights::visible_space(tx, caller.identity(), guid).await?;
            if !held.manages_org() {
                return Err(rights::not_authorized());
            }
            let intent = Intent::DeleteSpace { space: guid, actor: caller.actor().to_owned() };
            NewCall { id, resource: guid.0, space: None, intent }.order(tx, now).await?;
            Ok(id)
        })
        .await
}

/// Takes a role away.
///
/// # Errors
/// As [`role::remove`].
pub async fn delete_role(cx: &Cx, caller: Caller<CfWrite>, guid: CfRoleGuid) -> Result<Uuid> {
    let (id, now) = (cx.random.uuid(), cx.now());
    cx.db
        .write(async move |tx| {
            role::remove(tx, &caller, guid, now).await?;
            let intent = Intent::DeleteRole { role: guid.0 };
            NewCall { id, resource: guid.0, space: None, intent }.done(tx, now).await?;
            Ok(id)
        })
        .await
}

/// Makes Cloud Foundry forget somebody.
///
/// # Errors
/// As [`user::forget`].
pub async fn delete_user(cx: &Cx, caller: Caller<CfWrite>, guid: String) -> Result<Uuid> {
    let (id, now) = (cx.random.uuid(), cx.now());
    cx.db
        .write(async move |tx| {
            let resource = user::forget(tx, &caller, &guid, now).await?;
            NewCall { id, resource, space: None, intent: Intent::DeleteUser { user: guid } }.done(tx, now).await?;
            Ok(id)
        })
        .await
}

impl Workflow for CallWork {
    const KIND: &'static str = "cf.call";

    fn key(&self) -> Option<String> {
        Some(self.id.to_string())
    }

    fn anew(&self) -> Self {
        Self { at: CallAt::Left, ..self.clone() }
    }

    async fn step(self, cx: &Cx, hold: &Hold) -> Result<Turn<Self>> {
        let (id, now) = (self.id, cx.now());
        let row = cx.db.read(async move |tx| Ok::<_, Error>(store::cf_job::get(tx, id).await?)).await?;
        let Some(row) = row else { return Ok(Turn::end()) };
        if !row.state.is_open() {
            return Ok(Turn::end());
        }
        if self.at == CallAt::Ordered {
            let begun = Self { at: CallAt::Begun, ..self };
            return Ok(set_state(id, CallState::Polling, None, now, Next::Go(begun)));
        }
        // Unless nothing can have happened since it was said to begin, an earlier try may have done a part.
        let outcome = perform(cx, &row, !hold.is_fresh).await;
        let (state, failure) = match outcome {
            Ok(()) => (CallState::Complete, None),
            Err(error) if error.is_hiccup() => return Err(error),
            Err(error) => {
                tracing::warn!(operation = %row.operation, error = %error.chain(), "an asynchronous call failed");
                (CallState::Failed, Some(error.message().to_owned()))
            }
        };
        Ok(set_state(id, state, failure, cx.now(), Next::End))
    }
}

fn set_state(id: Uuid, state: CallState, failure: Option<String>, now: Time, next: Next<CallWork>) -> Turn<CallWork> {
    Turn::write(move |tx| {
        async move {
            store::cf_job::set_state(tx, id, state, failure.as_deref(), now).await?;
            Ok(next)
        }
        .boxed()
    })
}

/// Does it. `again`: it may have been done before, or a part of it.
async fn perform(cx: &Cx, row: &CfJob, again: bool) -> Result<()> {
    let ordered_at = row.created_at;
    match row.intent.json()? {
        Intent::DeleteOrg { org, actor } => delete_whole_org(cx, org, actor).await,
        Intent::DeleteSpace { space, actor } => delete_whole_space(cx, space, actor).await,
        Intent::DeleteRole { .. } | Intent::DeleteUser { .. } => Ok(()),
        Intent::CreateInstance(wanted) => provision::make(cx, row.resource, *wanted, ordered_at, again).await,
        Intent::UpdateInstance { instance, name, plan, parameters, actor } => {
            let plan = plan.and_then(catalog::plan_by_id).map(|plan| plan.name.to_owned());
            let update = Update { name, parameters, plan, labels: None, by: actor };
            platform::instance::update(cx, InstanceId(instance), update).await.map(drop)
        }
        Intent::DeleteInstance { instance, actor } => provision::remove(cx, instance, &actor).await,
        Intent::CreateKey(wanted) => key::make(cx, row.resource, *wanted, ordered_at, again).await,
        Intent::DeleteKey { key, actor } => key::remove(cx, key, &actor).await,
    }
}

async fn delete_whole_org(cx: &Cx, org: OrgGuid, actor: String) -> Result<()> {
    let spaces = cx.db.read(async move |tx| Ok::<_, Error>(store::space::of_org(tx, org).await?)).await?;
    for space in spaces {
        delete_whole_space(cx, space.id, actor.clone()).await?;
    }
    let now = cx.now();
    cx.db
        .write(async move |tx| match org::remove(tx, org, &actor, now).await {
            Err(gone) if gone.kind() == Kind::NotFound => Ok(()),
            other => other,
        })
        .await
}

async fn delete_whole_space(cx: &Cx, space: SpaceGuid, actor: String) -> Result<()> {
    for guid in cx.db.report(async move |tx| instance::guids(tx, space).await).await? {
        provision::remove(cx, guid, &actor).await?;
    }
    let now = cx.now();
    cx.db
        .write(async move |tx| {
            let Some(row) = store::space::get(tx, space).await? else { return Ok(()) };
            space::forget(tx, space).await?;
            space::record(tx, &actor, "space.delete", &row, now).await
        })
        .await
}
