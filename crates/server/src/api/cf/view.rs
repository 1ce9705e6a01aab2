//! Organizations, spaces, roles, users, domains and jobs on the wire.

use engine::Cx;
use engine::cf::async_call::{CfJob, State};
use engine::cf::metadata::Metadata;
use engine::cf::org::Org;
use engine::cf::role::Role;
use engine::cf::space::Space;
use engine::cf::user::{self, User};
use model::Time;
use std::collections::BTreeMap;
use uuid::Uuid;
use wire::cf::{self, Guid, Link, Links, Relationships, ToOne};

/// Nothing is limited, so there is one quota.
pub(super) const QUOTA: Uuid = Uuid::from_u128(0x9a7c_1c5e_0b1f_4a56_8d2e_0000_0000_0001);

/// Converts with links below one API address.
pub(super) struct View {
    /// The API, without a slash at its end.
    pub(super) api: String,
}

impl View {
    pub(super) fn of(cx: &Cx) -> Self {
        Self { api: cx.addresses().cf() }
    }
}

pub(super) fn time(time: Time) -> String {
    time.rfc3339_seconds()
}

pub(super) fn to_one(guid: Option<impl ToString>) -> ToOne {
    ToOne { data: guid.map(|guid| Guid { guid: guid.to_string() }) }
}

pub(super) fn relationships<const N: usize>(all: [(&str, ToOne); N]) -> Relationships {
    all.map(|(name, to)| (name.to_owned(), to)).into()
}

pub(super) fn metadata(metadata: &Metadata) -> cf::Metadata {
    cf::Metadata { labels: metadata.labels.clone(), annotations: metadata.annotations.clone() }
}

/// What a request says about labels and annotations.
pub(super) fn given_metadata(given: Option<cf::Metadata>) -> Metadata {
    given.map(|given| Metadata { labels: given.labels, annotations: given.annotations }).unwrap_or_default()
}

impl View {
    pub(super) fn link(&self, path: &str) -> Option<Link> {
        Some(Link { href: format!("{}{path}", self.api), ..Link::default() })
    }

    /// Links by name and path below the API.
    pub(super) fn links(&self, all: &[(&str, String)]) -> Links {
        all.iter().map(|(name, path)| ((*name).to_owned(), self.link(path))).collect()
    }

    pub(super) fn org(&self, org: &Org) -> cf::Organization {
        let own = format!("/v3/organizations/{}", org.guid);
        cf::Organization {
            guid: org.guid.text(),
            created_at: time(org.created_at),
            updated_at: time(org.updated_at),
            name: org.name.clone(),
            suspended: org.suspended,
            relationships: relationships([("quota", to_one(Some(QUOTA)))]),
            metadata: metadata(&org.metadata),
            links: self.links(&[
                ("domains", format!("{own}/domains")),
                ("default_domain", format!("{own}/domains/default")),
                ("quota", format!("/v3/organization_quotas/{QUOTA}")),
                ("self", own),
            ]),
        }
    }

    pub(super) fn space(&self, space: &Space) -> cf::Space {
        let own = format!("/v3/spaces/{}", space.guid);
        cf::Space {
            guid: space.guid.text(),
            created_at: time(space.created_at),
            updated_at: time(space.updated_at),
            name: space.name.clone(),
            relationships: relationships([("organization", to_one(Some(space.org))), ("quota", to_one(None::<Uuid>))]),
            metadata: metadata(&space.metadata),
            links: self.links(&[("organization", format!("/v3/organizations/{}", space.org)), ("self", own)]),
        }
    }

    pub(super) fn role(&self, role: &Role) -> cf::Role {
        let org = role.space.is_none().then_some(role.org);
        let mut links =
            vec![("self", format!("/v3/roles/{}", role.guid)), ("user", format!("/v3/users/{}", role.holder))];
        links.extend(org.map(|org| ("organization", format!("/v3/organizations/{org}"))));
        links.extend(role.space.map(|space| ("space", format!("/v3/spaces/{space}"))));
        cf::Role {
            guid: role.guid.text(),
            created_at: time(role.created_at),
            updated_at: time(role.created_at),
            kind: role.kind.text().to_owned(),
            relationships: relationships([
                ("user", to_one(Some(&role.holder))),
                ("organization", to_one(org)),
                ("space", to_one(role.space)),
            ]),
            links: self.links(&links),
        }
    }

    pub(super) fn user(&self, user: &User) -> cf::User {
        cf::User {
            guid: user.guid.clone(),
            created_at: time(user.created_at),
            updated_at: time(user.updated_at),
            username: user.name.clone(),
            presentation_name: user.presentation().to_owned(),
            origin: user.name.is_some().then(|| user::ORIGIN.to_owned()),
            metadata: metadata(&user.metadata),
            links: self.links(&[("self", format!("/v3/users/{}", user.guid))]),
        }
    }

    pub(super) fn job(&self, job: &CfJob) -> cf::Job {
        // The command line crashes on a failed job without an error.
        let failed = (job.state == State::Failed).then(|| cf::Error {
            code: 10008,
            title: "CF-UnprocessableEntity".to_owned(),
            detail: job.failure.clone().unwrap_or_else(|| "the operation failed".to_owned()),
        });
        cf::Job {
            guid: job.guid.to_string(),
            created_at: time(job.created_at),
            updated_at: time(job.updated_at),
            operation: job.operation.clone(),
            state: job.state.text().to_owned(),
            errors: failed.into_iter().collect(),
            warnings: Vec::new(),
            links: self.links(&[("self", format!("/v3/jobs/{}", job.guid))]),
        }
    }
}

/// Reads a GUID that a request refers to.
pub(super) fn referred(relationships: &BTreeMap<String, cf::RequestToOne>, name: &str) -> Option<cf::Reference> {
    relationships.get(name).and_then(|to| to.data.clone())
}
