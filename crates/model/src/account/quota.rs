//! The arithmetic of quotas: how much of a plan a subaccount may be assigned.
//!
//! A counted plan is shared out: all assignments together never exceed what the global account was granted. Other
//! plans are on or off, for any number of subaccounts.

use crate::catalog::Plan;

/// What shall be assigned, as the request says it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct QuotaChange {
    pub amount: Option<f64>,
    pub enable: Option<bool>,
}

/// How a plan stands before the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Granted to the global account.
    pub granted: i64,
    /// Assigned to other subaccounts, together.
    pub others: i64,
    /// Whether the subaccount uses the plan: an instance, a subscription or an environment.
    pub in_use: bool,
}

/// What the assignment becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// This much; 1 for plans that are on or off.
    Assigned(i64),
    /// Nothing any more.
    Removed,
}

/// Why it cannot be so.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refused {
    /// Both were given, or neither.
    #[error("say exactly one of 'amount' and 'enable' for plan '{plan}' of service '{service}'")]
    NotOne { service: &'static str, plan: &'static str },
    /// A counted plan was to be enabled.
    #[error("plan '{plan}' of service '{service}' has a numeric quota; use 'amount' instead of 'enable'")]
    Counted { service: &'static str, plan: &'static str },
    /// No whole number, or less than nothing.
    #[error("the amount {amount} for plan '{plan}' of service '{service}' must be a whole number, 0 or more")]
    NoAmount {
        service: &'static str,
        plan: &'static str,
        /// What was asked for.
        amount: f64,
    },
    /// More than is left.
    #[error("the amount {wanted} for plan '{plan}' of service '{service}' exceeds the remaining quota of {left}")]
    TooMuch {
        service: &'static str,
        plan: &'static str,
        wanted: i64,
        /// What could be had.
        left: i64,
    },
    /// The plan is not the global account's to give.
    #[error("the global account is not entitled to plan '{plan}' of service '{service}'")]
    NotGranted { service: &'static str, plan: &'static str },
    /// It is to be removed but is used.
    #[error(
        "plan '{plan}' of service '{service}' is in use by the subaccount; delete its instances or subscriptions first"
    )]
    InUse { service: &'static str, plan: &'static str },
}

/// What the wish comes to.
///
/// # Errors
/// Says which rule forbids it, naming the plan.
pub fn decide(plan: &Plan, wish: QuotaChange, standing: Standing) -> Result<Outcome, Refused> {
    let wanted = wanted(plan, wish)?;
    let (service, name) = (plan.service, plan.name);
    if wanted == 0 {
        return if standing.in_use { Err(Refused::InUse { service, plan: name }) } else { Ok(Outcome::Removed) };
    }
    if standing.granted == 0 {
        return Err(Refused::NotGranted { service, plan: name });
    }
    let left = remaining(plan, standing.granted, standing.others);
    if plan.category.is_numeric() && wanted > left {
        return Err(Refused::TooMuch { service, plan: name, wanted, left });
    }
    Ok(Outcome::Assigned(wanted))
}

/// What is left of a grant when this much is assigned. Plans that are on or off do not run out.
#[must_use]
pub fn remaining(plan: &Plan, granted: i64, assigned: i64) -> i64 {
    if plan.category.is_numeric() { granted.saturating_sub(assigned).max(0) } else { granted }
}

/// The wish as an amount. Clients send `amount` 1 for plans that are on or off, too, and switch counted ones off.
fn wanted(plan: &Plan, wish: QuotaChange) -> Result<i64, Refused> {
    let (service, name, counted) = (plan.service, plan.name, plan.category.is_numeric());
    match (wish.amount, wish.enable) {
        (None, Some(true)) if counted => Err(Refused::Counted { service, plan: name }),
        (None, Some(enable)) => Ok(i64::from(enable)),
        (Some(amount), None) => {
            let whole = whole(amount).ok_or(Refused::NoAmount { service, plan: name, amount })?;
            Ok(if counted { whole } else { whole.min(1) })
        }
        _ => Err(Refused::NotOne { service, plan: name }),
    }
}

/// Amounts come as JSON numbers, often with a fraction of zero.
#[expect(clippy::cast_possible_truncation, reason = "checked to be whole and below 2^53")]
fn whole(amount: f64) -> Option<i64> {
    (amount.fract() == 0.0 && (0.0..9_007_199_254_740_992.0).contains(&amount)).then_some(amount as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;
    use proptest::prelude::*;

    fn it_rt() -> &'static Plan {
        catalog::plan("it-rt", "api").unwrap()
    }

    fn amount(amount: f64) -> QuotaChange {
        QuotaChange { amount: Some(amount), enable: None }
    }

    fn enable(enable: bool) -> QuotaChange {
        QuotaChange { amount: None, enable: Some(enable) }
    }

    #[test]
    fn a_counted_plan_is_shared_out() {
        let standing = Standing { granted: 10, others: 7, in_use: false };
        assert_eq!(decide(it_rt(), amount(3.0), standing), Ok(Outcome::Assigned(3)));
        let more = decide(it_rt(), amount(4.0), standing).unwrap_err();
        assert_eq!(more, Refused::TooMuch { service: "it-rt", plan: "api", wanted: 4, left: 3 });
        assert!(more.to_string().contains("'api'"));
    }

    #[test]
    fn enable_is_refused_for_a_counted_plan_by_name() {
        let refused = decide(it_rt(), enable(true), Standing { granted: 10, ..Standing::default() }).unwrap_err();
        assert_eq!(refused, Refused::Counted { service: "it-rt", plan: "api" });
    }

    #[test]
    fn an_amount_enables_a_plan_that_is_on_or_off() {
        let plan = catalog::plan("transport", "standard").unwrap();
        let standing = Standing { granted: 1, others: 1, in_use: false };
        assert_eq!(decide(plan, amount(1.0), standing), Ok(Outcome::Assigned(1)));
        assert_eq!(decide(plan, enable(true), standing), Ok(Outcome::Assigned(1)));
        assert_eq!(decide(plan, amount(0.0), standing), Ok(Outcome::Removed));
        assert_eq!(decide(plan, enable(false), standing), Ok(Outcome::Removed));
    }

    #[test]
    fn exactly_one_of_amount_and_enable() {
        let both = QuotaChange { amount: Some(1.0), enable: Some(true) };
        for wish in [both, QuotaChange::default()] {
            assert!(matches!(decide(it_rt(), wish, Standing::default()), Err(Refused::NotOne { .. })));
        }
    }

    #[test]
    fn odd_amounts_are_refused() {
        for odd in [-1.0, 0.5, f64::NAN, f64::INFINITY, 1e300] {
            let standing = Standing { granted: i64::MAX, ..Standing::default() };
            assert!(matches!(decide(it_rt(), amount(odd), standing), Err(Refused::NoAmount { .. })), "{odd}");
        }
    }

    #[test]
    fn what_is_used_stays() {
        let standing = Standing { granted: 10, others: 0, in_use: true };
        assert!(matches!(decide(it_rt(), amount(0.0), standing), Err(Refused::InUse { .. })));
        assert_eq!(decide(it_rt(), amount(1.0), standing), Ok(Outcome::Assigned(1)));
    }

    proptest! {
        /// Whatever is asked for in whatever order, the sum of assignments stays within the grant.
        #[test]
        fn assignments_never_exceed_the_grant(
            granted in 0_i64..50,
            wishes in prop::collection::vec((0_usize..5, -3_i64..60, any::<bool>()), 0..60),
        ) {
            let mut assigned = [0_i64; 5];
            for (who, much, in_use) in wishes {
                let others = assigned.iter().sum::<i64>() - assigned[who];
                #[expect(clippy::cast_precision_loss, reason = "small numbers")]
                match decide(it_rt(), amount(much as f64), Standing { granted, others, in_use }) {
                    Ok(Outcome::Assigned(now)) => assigned[who] = now,
                    Ok(Outcome::Removed) => assigned[who] = 0,
                    Err(_) => {}
                }
                prop_assert!(assigned.iter().sum::<i64>() <= granted);
                prop_assert!(assigned.iter().all(|a| *a >= 0));
            }
        }
    }
}
