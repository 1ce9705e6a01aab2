//! What the global account was granted, and what of it is assigned to which subaccount.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::{SubaccountId, Time};

const GRANT: &str = "insert into plan_grant (service, plan, amount, rev) values ($1, $2, $3, 0) on conflict do nothing";

/// Grants a plan, unless it is.
pub async fn grant(tx: &mut Tx, service: &str, plan: &str, amount: i64) -> Result<()> {
    tx.execute(GRANT, p![service, plan, amount]).await.map(drop)
}

const LOCK: &str = "update plan_grant set rev = rev + 1 where service = $1 and plan = $2";

/// Makes this transaction the only one that assigns or uses the plan; `false` if it is not granted.
pub async fn lock(tx: &mut Tx, service: &str, plan: &str) -> Result<bool> {
    Ok(tx.execute(LOCK, p![service, plan]).await? == 1)
}

const GRANTED: &str = "select amount from plan_grant where service = $1 and plan = $2";

/// How much of a plan the global account was granted.
pub async fn granted(tx: &mut Tx, service: &str, plan: &str) -> Result<Option<i64>> {
    tx.query_opt(GRANTED, p![service, plan]).await
}

record! {
    /// An assignment.
    pub struct Assignment of "assignment" {
        /// To whom.
        pub subaccount: SubaccountId,
        pub service: String,
        pub plan: String,
        /// How much; 1 for plans that are on or off.
        pub amount: i64,
        pub created_at: Time,
        pub modified_at: Time,
    }
}

const OF_PLAN: &str = select!(Assignment, "where service = $1 and plan = $2 order by created_at, subaccount");

/// Who is assigned how much of a plan.
pub async fn of_plan(tx: &mut Tx, service: &str, plan: &str) -> Result<Vec<Assignment>> {
    tx.query(OF_PLAN, p![service, plan]).await
}

const ALL: &str = select!(Assignment, "order by service, plan, created_at, subaccount");

/// All assignments.
pub async fn all(tx: &mut Tx) -> Result<Vec<Assignment>> {
    tx.query(ALL, p![]).await
}

const ALL_GRANTS: &str = "select service, plan, amount from plan_grant order by service, plan";

/// All grants: service, plan, amount.
pub async fn grants(tx: &mut Tx) -> Result<Vec<(String, String, i64)>> {
    tx.query(ALL_GRANTS, p![]).await
}

const FIND: &str = "select amount from assignment where subaccount = $1 and service = $2 and plan = $3";

/// How much of a plan a subaccount is assigned.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId, service: &str, plan: &str) -> Result<Option<i64>> {
    tx.query_opt(FIND, p![subaccount, service, plan]).await
}

const OF_SUBACCOUNT: &str = "select service, plan from assignment where subaccount = $1 order by service, plan";

/// Which plans a subaccount is assigned.
pub async fn of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<Vec<(String, String)>> {
    tx.query(OF_SUBACCOUNT, p![subaccount]).await
}

const PUT: &str = insert!(
    Assignment,
    "on conflict (subaccount, service, plan) do update set amount = excluded.amount, modified_at = excluded.modified_at"
);

/// Assigns this much.
pub async fn put(tx: &mut Tx, row: &Assignment) -> Result<()> {
    tx.execute(PUT, row.params()).await.map(drop)
}

const DELETE: &str = "delete from assignment where subaccount = $1 and service = $2 and plan = $3";

/// Takes the assignment back.
pub async fn delete(tx: &mut Tx, subaccount: SubaccountId, service: &str, plan: &str) -> Result<()> {
    tx.execute(DELETE, p![subaccount, service, plan]).await.map(drop)
}

const USES: &str = "select \
    (select count(*) from service_instance where subaccount = $1 and service = $2 and plan = $3) as instances, \
    (select count(*) from subscription where subaccount = $1 and app = $2 and plan = $3) as subscriptions";

/// How many service instances and subscriptions of the plan the subaccount has.
pub async fn uses(tx: &mut Tx, subaccount: SubaccountId, service: &str, plan: &str) -> Result<(i64, i64)> {
    tx.query_one(USES, p![subaccount, service, plan]).await
}
