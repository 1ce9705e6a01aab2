//! Who calls, and what they may: permission is an argument of the use case.
//!
//! A [`Caller`] of a permission exists only after the token was verified and the permission found in it, so a use
//! case that takes one cannot be reached without. Background work builds one openly with [`Caller::system`].

use crate::error::{Error, Result};
use model::role::{self, App, Holder, Right};
use model::{GlobalAccountId, InstanceId, PersonId, SubaccountId};
use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::sync::Arc;

/// Which realm a token belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Zone {
    /// A subaccount: the tenant.
    Subaccount(SubaccountId),
    /// The global account: account administration only.
    GlobalAccount(GlobalAccountId),
    /// Cloud Foundry (`/cf-uaa`): people of all subaccounts.
    CloudFoundry,
}

/// The person behind a user token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Stable id; `user_id` in the token.
    pub id: PersonId,
    /// Log-in name; `user_name` in the token.
    pub name: String,
    /// Mail address.
    pub email: String,
    /// Identity provider; `origin` in the token.
    pub origin: String,
}

/// What a verified token says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The realm.
    pub zone: Zone,
    /// Its name in URLs: the subdomain.
    pub zone_name: String,
    pub client_id: String,
    /// The person, in a user token.
    pub person: Option<Person>,
    /// Full scope names, prefix included.
    pub scopes: Vec<String>,
    /// `xs.user.attributes`.
    pub attributes: BTreeMap<String, Vec<String>>,
    /// The service instance that owns the client.
    pub instance: Option<InstanceId>,
}

impl Identity {
    /// The subaccount whose data this token may touch.
    ///
    /// # Errors
    /// Forbidden for tokens of the global account or of Cloud Foundry.
    pub fn subaccount(&self) -> Result<SubaccountId> {
        match self.zone {
            Zone::Subaccount(id) => Ok(id),
            _ => Err(Error::forbidden("this token belongs to no subaccount; use a token of the subaccount's own zone")),
        }
    }

    /// Whether a scope of this local name is there, under one of the app prefixes that end in nothing but a plan
    /// index: `alm-ts!t5.Display` has the local name `Display` of application `alm-ts`.
    #[must_use]
    pub fn has_scope(&self, apps: &[App], local: &str) -> bool {
        self.scopes.iter().any(|scope| scope_is(scope, apps, local))
    }

    /// Whether it holds a right.
    ///
    /// # Errors
    /// Forbidden, naming the missing scope; unauthenticated, where the token is of another service.
    pub fn check(&self, right: &Right) -> Result<()> {
        match right.holder {
            Holder::Person(why) if self.person.is_none() => return Err(Error::forbidden(why)),
            Holder::Client(why) if self.person.is_some() => return Err(Error::forbidden(why)),
            Holder::OfCloudFoundry(why) if self.zone != Zone::CloudFoundry => return Err(Error::unauthenticated(why)),
            _ => {}
        }
        let held = |scope: &&str| match right.apps {
            [] => self.scopes.iter().any(|held| held == scope),
            apps => self.has_scope(apps, scope),
        };
        if right.scopes.is_empty() || right.scopes.iter().any(held) {
            return Ok(());
        }
        let refusal = Error::forbidden(right.refusal());
        Err(match right.code {
            Some(code) => refusal.with_code(code),
            None => refusal,
        })
    }

    /// The technical name shown as `createdBy`: the person's name or the client's id.
    #[must_use]
    pub fn actor(&self) -> &str {
        self.person.as_ref().map_or(&self.client_id, |p| &p.name)
    }
}

/// `app!x7.local`: the application's name is what stands before `!`, the local name what follows the first `.` after
/// the index (local names may hold dots themselves, as in `calm-api.features.read`).
fn scope_is(scope: &str, apps: &[App], local: &str) -> bool {
    scope
        .split_once('!')
        .and_then(|(app, rest)| rest.split_once('.').map(|(_, name)| (app, name)))
        .is_some_and(|(app, name)| name == local && apps.iter().any(|known| known.name() == app))
}

/// A right that a use case demands. One type per right; the scopes behind it are in `model::role`.
pub trait Permission: Send + Sync + 'static {
    /// What it takes.
    const RIGHT: Right;
}

/// Declares rights, each by what it takes.
macro_rules! rights {
    ($($(#[$doc:meta])* $name:ident => $right:expr),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}

        impl $crate::caller::Permission for $name {
            const RIGHT: model::role::Right = $right;
        }
    )*};
}
pub(crate) use rights;

/// What may be done with an object, and why not; it goes along with everything that a person looks at.
pub type Can = Vec<(&'static str, Result<(), String>)>;

/// Somebody with a proven right `P`.
#[derive(Debug)]
pub struct Caller<P> {
    identity: Arc<Identity>,
    right: PhantomData<fn() -> P>,
}

impl<P> Clone for Caller<P> {
    fn clone(&self) -> Self {
        Self { identity: Arc::clone(&self.identity), right: PhantomData }
    }
}

impl<P: Permission> Caller<P> {
    /// Checks the right.
    ///
    /// # Errors
    /// Forbidden, naming the missing scope.
    pub fn new(identity: Arc<Identity>) -> Result<Self> {
        identity.check(&P::RIGHT)?;
        Ok(Self { identity, right: PhantomData })
    }
}

impl<P> Caller<P> {
    /// Background work acting for nobody in particular inside one subaccount; `name` is what logs show.
    #[must_use]
    pub fn system(name: &str, subaccount: SubaccountId) -> Self {
        let identity = Identity {
            zone: Zone::Subaccount(subaccount),
            zone_name: String::new(),
            client_id: name.to_owned(),
            person: None,
            scopes: Vec::new(),
            attributes: BTreeMap::new(),
            instance: None,
        };
        Self { identity: Arc::new(identity), right: PhantomData }
    }

    /// What the token says.
    #[must_use]
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The same, to check another right of the caller.
    #[must_use]
    pub fn shared(&self) -> Arc<Identity> {
        Arc::clone(&self.identity)
    }

    /// Whether the caller has another right, too; who has not, hears what would help.
    ///
    /// # Errors
    /// A sentence for the person.
    pub fn may<Q: Permission>(&self) -> Result<(), String> {
        self.identity.check(&Q::RIGHT).map_err(|error| match role::remedy(&Q::RIGHT) {
            Some(remedy) => format!("{}. {remedy}", error.message().trim_end_matches('.')),
            None => error.message().to_owned(),
        })
    }

    /// The subaccount whose data the caller may touch.
    ///
    /// # Errors
    /// Forbidden for tokens that belong to none.
    pub fn subaccount(&self) -> Result<SubaccountId> {
        self.identity.subaccount()
    }

    /// The technical name shown as creator.
    #[must_use]
    pub fn actor(&self) -> &str {
        self.identity.actor()
    }
}

#[cfg(test)]
mod tests {
    use super::{App, scope_is};

    #[test]
    fn a_scope_is_split_at_the_plan_index() {
        assert!(scope_is("alm-ts!t5.Display", &[App::Tms], "Display"));
        assert!(scope_is("sapcloudalm!b2.calm-api.features.read", &[App::CloudAlm], "calm-api.features.read"));
        assert!(!scope_is("other!b2.Display", &[App::Tms], "Display"));
        assert!(!scope_is("uaa.resource", &[App::Xsuaa], "resource"));
    }
}
