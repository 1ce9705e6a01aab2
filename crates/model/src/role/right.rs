//! What a use case demands of a token, and what somebody is told whose token does not hold it.

use super::App;

/// A right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Right {
    /// Whose token it can be in.
    pub holder: Holder,
    /// The applications whose scopes count; none: the scopes have no prefix.
    pub apps: &'static [App],
    /// One of these is enough; none: nothing more is needed.
    pub scopes: &'static [&'static str],
    /// The refusal. `{app}` is the last application, `{any}` are the scopes, `{last}` is the last of them.
    pub refusal: &'static str,
    /// The code of the refusal.
    pub code: Option<&'static str>,
}

/// Whose token a right can be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// Anybody's.
    Anybody,
    /// A person's; others are told this.
    Person(&'static str),
    /// A technical client's; people are told this.
    Client(&'static str),
    /// Cloud Foundry's own; others count as unknown, and are told this.
    OfCloudFoundry(&'static str),
}

/// What everybody may who proved who it is.
pub const ANYBODY: Right = Right::new(&[], &[], "");

impl Right {
    /// A right that is one of these scopes.
    #[must_use]
    pub const fn new(apps: &'static [App], scopes: &'static [&'static str], refusal: &'static str) -> Self {
        Self { holder: Holder::Anybody, apps, scopes, refusal, code: None }
    }

    /// The same, in certain tokens only.
    #[must_use]
    pub const fn of(self, holder: Holder) -> Self {
        Self { holder, ..self }
    }

    /// What somebody is told who does not have it.
    #[must_use]
    pub fn refusal(&self) -> String {
        let (app, last) =
            (self.apps.last().map_or("", |app| app.id()), self.scopes.last().copied().unwrap_or_default());
        self.refusal.replace("{app}", app).replace("{any}", &self.scopes.join(" or ")).replace("{last}", last)
    }
}
