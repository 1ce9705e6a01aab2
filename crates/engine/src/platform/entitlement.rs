//! Entitlements: which plans a subaccount may use. The arithmetic is in [`model::account::quota`].

use super::cis_job;
use super::right::{ManageGlobalAccount, ViewGlobalAccount};
use super::{account, code};
use crate::audit::{self, Event};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::version;
use model::account::quota::{self, Outcome, QuotaChange, Refused, Standing};
use model::catalog::{self, Plan};
use model::{JobId, SubaccountId, Time};
use serde_json::json;
use std::collections::BTreeSet;
use store::Tx;
use store::entitlement::Assignment;

/// The most assignments of one call: they are made in one transaction.
const MOST: usize = 1000;

/// One assignment to be made, changed or taken back.
#[derive(Debug, Clone)]
pub struct Assigning {
    pub service: String,
    pub plan: String,
    /// Tells apart plans that share service and name.
    pub unique_id: Option<String>,
    /// To whom.
    pub subaccount: SubaccountId,
    /// How much.
    pub wish: QuotaChange,
    /// Only of this version, if it is said.
    pub version: Option<String>,
}

/// The version of an assignment: how much it is; 0 where there is none.
#[must_use]
pub fn version(amount: i64) -> String {
    amount.to_string()
}

/// A plan that the global account was granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Granted {
    pub plan: &'static Plan,
    /// How much of it.
    pub amount: i64,
    /// What is left of that.
    pub remaining: i64,
}

/// What a subaccount is assigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assigned {
    pub plan: &'static Plan,
    pub subaccount: SubaccountId,
    /// How much; 1 for plans that are on or off.
    pub amount: i64,
    pub created_at: Time,
    pub modified_at: Time,
}

/// All grants, and who is assigned what of them.
#[derive(Debug, Clone)]
pub struct Overview {
    pub global: account::GlobalAccount,
    /// In the order of the catalogue.
    pub granted: Vec<Granted>,
    /// By plan, the oldest first.
    pub assigned: Vec<Assigned>,
}

/// Assigns plans, all or none of them.
///
/// # Errors
/// Says which rule forbids which; with [`crate::error::CHANGED`], when one is another version. Nothing is changed then.
pub async fn assign(cx: &Cx, caller: Caller<ManageGlobalAccount>, wishes: Vec<Assigning>) -> Result<JobId> {
    if wishes.is_empty() {
        return Err(Error::invalid("there is nothing to assign").with_code(code::VALIDATION));
    }
    if wishes.len() > MOST {
        let text =
            format!("there are {} assignments, at most {MOST} are made at once; send several calls", wishes.len());
        return Err(Error::invalid(text).with_code(code::VALIDATION));
    }
    let (now, mut wishes) = (cx.now(), known(wishes)?);
    // In one order everywhere, so that two of these cannot wait for each other.
    wishes.sort_by_key(|(plan, wish)| (wish.subaccount, plan.service, plan.name));
    cx.db
        .write(async move |tx| {
            for (_, wish) in &wishes {
                account::lock(tx, wish.subaccount).await?;
            }
            wishes.sort_by_key(|(plan, _)| (plan.service, plan.name));
            for (plan, wish) in wishes {
                assign_one(tx, plan, &wish, now).await?;
                record(tx, &caller, plan, &wish, now).await?;
            }
            cis_job::done(tx, &caller, "Succeeded to update assignment of service plan.", now).await
        })
        .await
}

fn known(wishes: Vec<Assigning>) -> Result<Vec<(&'static Plan, Assigning)>> {
    let find = |wish: Assigning| {
        let plan = catalog::plan(&wish.service, &wish.plan)
            .filter(|plan| wish.unique_id.as_deref().is_none_or(|id| id == plan.unique_id));
        plan.map(|plan| (plan, wish.clone())).ok_or_else(|| unknown(&wish))
    };
    wishes.into_iter().map(find).collect()
}

fn unknown(wish: &Assigning) -> Error {
    let text = format!("there is no plan '{}' of service '{}'", wish.plan, wish.service);
    Error::invalid(text).with_code(code::ENTITLEMENT)
}

async fn assign_one(tx: &mut Tx, plan: &'static Plan, wish: &Assigning, now: Time) -> Result<()> {
    store::entitlement::lock(tx, plan.service, plan.name).await?;
    let subaccount = wish.subaccount;
    let there = store::entitlement::find(tx, subaccount, plan.service, plan.name).await?.unwrap_or(0);
    let what = format!("The entitlement to plan '{}'", plan.name);
    version::check(wish.version.as_deref(), || version(there), &what)?;
    let standing = standing(tx, plan, subaccount).await?;
    match quota::decide(plan, wish.wish, standing).map_err(refused)? {
        Outcome::Assigned(amount) => {
            let (service, plan) = (plan.service.to_owned(), plan.name.to_owned());
            let row = Assignment { subaccount, service, plan, amount, created_at: now, modified_at: now };
            store::entitlement::put(tx, &row).await?;
        }
        Outcome::Removed => store::entitlement::delete(tx, subaccount, plan.service, plan.name).await?,
    }
    Ok(())
}

async fn standing(tx: &mut Tx, plan: &Plan, subaccount: SubaccountId) -> Result<Standing> {
    let granted = store::entitlement::granted(tx, plan.service, plan.name).await?.unwrap_or(0);
    let rows = store::entitlement::of_plan(tx, plan.service, plan.name).await?;
    let others = rows.iter().filter(|row| row.subaccount != subaccount).map(|row| row.amount).sum();
    Ok(Standing { granted, others, in_use: in_use(tx, plan, subaccount).await? })
}

async fn in_use(tx: &mut Tx, plan: &Plan, subaccount: SubaccountId) -> Result<bool> {
    if plan.service == model::catalog::CLOUD_FOUNDRY {
        return Ok(!store::environment::of_subaccount(tx, subaccount).await?.is_empty());
    }
    let (instances, subscriptions) = store::entitlement::uses(tx, subaccount, plan.service, plan.name).await?;
    Ok(instances + subscriptions > 0)
}

fn refused(refused: Refused) -> Error {
    let text = refused.to_string();
    match refused {
        Refused::InUse { .. } => Error::conflict(text),
        _ => Error::invalid(text),
    }
    .with_code(code::ENTITLEMENT)
}

async fn record(
    tx: &mut Tx,
    caller: &Caller<ManageGlobalAccount>,
    plan: &Plan,
    wish: &Assigning,
    now: Time,
) -> Result<()> {
    let event = Event {
        actor: caller.actor().to_owned(),
        subaccount: wish.subaccount.text(),
        event: "entitlement.assign",
        object: format!("plan {}/{}", plan.service, plan.name),
        detail: json!({"amount": wish.wish.amount, "enable": wish.wish.enable}),
    };
    audit::record(tx, now, event).await
}

/// The grants, and the assignments of all subaccounts or of one.
///
/// # Errors
/// Not found, when the one is not there.
pub async fn overview(
    cx: &Cx,
    _caller: Caller<ViewGlobalAccount>,
    subaccount: Option<SubaccountId>,
) -> Result<Overview> {
    cx.db
        .read(async move |tx| {
            if let Some(id) = subaccount {
                account::existing(tx, id).await?;
            }
            let rows = store::entitlement::all(tx).await?;
            let granted = granted(&store::entitlement::grants(tx).await?, &rows);
            let mut assigned: Vec<_> = rows.iter().filter_map(assigned).collect();
            assigned.retain(|row| subaccount.is_none_or(|id| row.subaccount == id));
            Ok(Overview { global: account::global(tx).await?, granted, assigned })
        })
        .await
}

fn granted(grants: &[(String, String, i64)], rows: &[Assignment]) -> Vec<Granted> {
    let of = |plan: &'static Plan| {
        let (_, _, amount) = grants.iter().find(|(s, p, _)| s == plan.service && p == plan.name)?;
        let used = rows.iter().filter(|row| row.service == plan.service && row.plan == plan.name);
        let remaining = quota::remaining(plan, *amount, used.map(|row| row.amount).sum());
        Some(Granted { plan, amount: *amount, remaining })
    };
    catalog::plans().filter_map(of).collect()
}

/// A plan that is not in the catalogue any more is not shown.
fn assigned(row: &Assignment) -> Option<Assigned> {
    Some(Assigned {
        plan: catalog::plan(&row.service, &row.plan)?,
        subaccount: row.subaccount,
        amount: row.amount,
        created_at: row.created_at,
        modified_at: row.modified_at,
    })
}

/// The plans that a subaccount may use.
pub async fn plans(tx: &mut Tx, subaccount: SubaccountId) -> Result<Vec<&'static Plan>> {
    let rows = store::entitlement::of_subaccount(tx, subaccount).await?;
    let entitled = |plan: &&Plan| rows.iter().any(|(service, name)| service == plan.service && name == plan.name);
    Ok(catalog::plans().filter(|plan| plan.is_for_all() || entitled(plan)).collect())
}

/// The subaccounts that are assigned a plan.
pub async fn of_plan(tx: &mut Tx, plan: &Plan) -> Result<BTreeSet<SubaccountId>> {
    let rows = store::entitlement::of_plan(tx, plan.service, plan.name).await?;
    Ok(rows.into_iter().map(|row| row.subaccount).collect())
}

/// Holds the plan for the subaccount: it may use it, and the entitlement cannot be taken away before this transaction
/// ends. Only for transactions that write.
///
/// # Errors
/// Unprocessable, naming the plan.
pub async fn require(tx: &mut Tx, subaccount: SubaccountId, service: &str, plan: &str) -> Result<()> {
    let service = catalog::canonical(service);
    if catalog::plan(service, plan).is_some_and(Plan::is_for_all) {
        return Ok(());
    }
    let granted = store::entitlement::lock(tx, service, plan).await?;
    match granted && store::entitlement::find(tx, subaccount, service, plan).await?.is_some() {
        true => Ok(()),
        false => Err(Error::unprocessable(format!(
            "the subaccount is not entitled to plan '{plan}' of service '{service}'; assign the plan to it first"
        ))
        .with_code(code::ENTITLEMENT)),
    }
}
