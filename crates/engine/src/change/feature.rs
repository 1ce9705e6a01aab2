//! Features: made, read, changed, and brought from status to status.

mod attach;
mod load;
mod outlook;
mod overview;
mod types;

pub(super) use attach::attach;
pub(super) use load::{assigned, details, editable, locked, open, whole};
pub use outlook::Outlook;
pub use overview::{Line, Overview, Search, overview};
pub use types::{Details, Edit, ExternalReference, Feature, Made, NewFeature, NewReference, Transport, UrlReference};

use super::history::{self, HistoryEntry};
use super::project::{self, Project};
use super::right::{ReadFeatures, Work, WriteFeatures};
use super::tenant::{audited, enter};
use crate::caller::{Caller, Identity, Permission};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::version;
use model::feature::right::Action;
use model::feature::{DEFAULT_PRIORITY, MOST_REFERENCES, Status, html, transition};
use model::word::UnknownWord;
use model::{FeatureId, ProjectId, SubaccountId, Time, UrlReferenceId};
use serde_json::json;
use std::collections::HashMap;
use store::Tx;

/// A right with which features are read.
pub trait Reads: Permission {}
impl Reads for Work {}
impl Reads for ReadFeatures {}
impl Reads for WriteFeatures {}

/// A right with which features are changed.
pub trait Writes: Reads {}
impl Writes for Work {}
impl Writes for WriteFeatures {}

/// Makes a feature.
///
/// # Errors
/// Invalid, when a value is not allowed or there is no such project; forbidden without the right in it.
pub async fn create<P: Writes>(cx: &Cx, caller: Caller<P>, tenant: &str, new: NewFeature) -> Result<Details> {
    let (identity, tenant, now, id) =
        (caller.identity().clone(), tenant.to_owned(), cx.now(), FeatureId(cx.random.uuid()));
    let count = new.references.len();
    if count > MOST_REFERENCES {
        let text = format!("there are {count} references, at most {MOST_REFERENCES} come along with a feature");
        return Err(Error::invalid(format!("{text}; add the others to it")));
    }
    let ids: Vec<_> = new.references.iter().map(|_| UrlReferenceId(cx.random.uuid())).collect();
    cx.db
        .write(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let status = first_status(new.edit.status.as_deref())?;
            let project = project_for(tx, &identity, subaccount, new.project).await?;
            let row = blank(subaccount, id, project, status, now);
            let row = Feature { number: store::feature::next_number(tx, subaccount).await?, ..row };
            let row = new.edit.apply(row, now)?;
            store::feature::insert(tx, &row).await?;
            for (reference, id_of_link) in new.references.into_iter().zip(ids) {
                attach(tx, id, id_of_link, reference, now).await?;
            }
            let value = model::feature::display_id(row.number);
            let detail = json!({ "displayId": value, "project": project });
            store::feature::add_history(
                tx,
                &HistoryEntry {
                    feature: id,
                    at: now,
                    actor: identity.actor().to_owned(),
                    heading: history::CREATED.to_owned(),
                    value,
                    old_value: None,
                },
            )
            .await?;
            audited(tx, &identity, "feature.create", format!("feature {id}"), detail, now).await?;
            whole(tx, &identity, subaccount, id).await
        })
        .await
}

/// A new feature is in specification, or put off; everything else is reached by steps.
fn first_status(code: Option<&str>) -> Result<Status> {
    match code.map(|code| (code, code.parse())) {
        None => Ok(Status::InSpecification),
        Some((_, Ok(status @ (Status::InSpecification | Status::NotPlanned)))) => Ok(status),
        Some((code, _)) => Err(Error::invalid(format!(
            "statusCode '{code}': a new feature is CREATED or NOT_PLANNED; change the status afterwards"
        ))),
    }
}

async fn project_for(tx: &mut Tx, identity: &Identity, subaccount: SubaccountId, id: ProjectId) -> Result<ProjectId> {
    let found = project::seen(tx, identity, subaccount, id).await?;
    let (project, powers) =
        found.ok_or_else(|| Error::invalid(format!("projectId '{id}': there is no such project")))?;
    powers.demand(Action::Create)?;
    Ok(project.id)
}

fn blank(subaccount: SubaccountId, id: FeatureId, project: ProjectId, status: Status, now: Time) -> Feature {
    Feature {
        id,
        subaccount,
        number: 0,
        project,
        title: String::new(),
        description: String::new(),
        status,
        priority: DEFAULT_PRIORITY,
        release_id: None,
        scope_id: None,
        workstream_id: None,
        responsible_id: None,
        kind: "FEATURE".to_owned(),
        tags: Vec::new(),
        rev: 0,
        created_at: now,
        modified_at: now,
    }
}

/// One feature with all that belongs to it.
///
/// # Errors
/// Not found, also when its project is not visible.
pub async fn get<P: Reads>(cx: &Cx, caller: Caller<P>, tenant: &str, id: FeatureId) -> Result<Details> {
    let (identity, tenant) = (caller.identity().clone(), tenant.to_owned());
    cx.db
        .read(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            whole(tx, &identity, subaccount, id).await
        })
        .await
}

/// Features behind a number, by number.
#[derive(Debug)]
pub struct Stretch {
    /// Those that the caller sees, with their projects.
    pub features: Vec<(Feature, Project)>,
    /// The number to go on behind, when there may be more.
    pub last: Option<i64>,
}

/// The features of the projects that the caller sees, by number, with their projects.
///
/// # Errors
/// As [`enter`].
pub async fn list<P: Reads>(cx: &Cx, caller: Caller<P>, tenant: &str) -> Result<Vec<(Feature, Project)>> {
    Ok(page(cx, caller, tenant, 0, usize::MAX).await?.features)
}

/// At most `limit` features behind the number `after`; of those, the ones that the caller sees.
///
/// # Errors
/// As [`enter`].
pub async fn page<P: Reads>(cx: &Cx, caller: Caller<P>, tenant: &str, after: i64, limit: usize) -> Result<Stretch> {
    let (identity, tenant) = (caller.identity().clone(), tenant.to_owned());
    cx.db
        .read(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            stretch(tx, &identity, subaccount, after, limit).await
        })
        .await
}

pub(super) async fn stretch(
    tx: &mut Tx,
    identity: &Identity,
    subaccount: SubaccountId,
    after: i64,
    limit: usize,
) -> Result<Stretch> {
    let projects = project::visible(tx, identity, subaccount).await?;
    let projects: HashMap<_, _> = projects.into_iter().map(|(project, _)| (project.id, project)).collect();
    let rows = store::feature::page(tx, subaccount, after, i64::try_from(limit).unwrap_or(i64::MAX)).await?;
    let last = rows.last().filter(|_| rows.len() >= limit).map(|row| row.number);
    let seen = |row: Feature| projects.get(&row.project).map(|project| (row, project.clone()));
    Ok(Stretch { features: rows.into_iter().filter_map(seen).collect(), last })
}

/// Several features with all that belongs to them, in the order asked for. Those that are not visible are left out.
///
/// # Errors
/// As [`enter`].
pub async fn many<P: Reads>(cx: &Cx, caller: Caller<P>, tenant: &str, ids: Vec<FeatureId>) -> Result<Vec<Details>> {
    let (identity, tenant) = (caller.identity().clone(), tenant.to_owned());
    cx.db
        .read(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let mut all = Vec::new();
            for id in ids {
                if let Some(opened) = load::find(tx, &identity, subaccount, id).await? {
                    all.push(load::details(tx, opened).await?);
                }
            }
            Ok(all)
        })
        .await
}

/// The history of a feature, newest first.
///
/// # Errors
/// Not found.
pub async fn past<P: Reads>(cx: &Cx, caller: Caller<P>, tenant: &str, id: FeatureId) -> Result<Vec<HistoryEntry>> {
    let (identity, tenant) = (caller.identity().clone(), tenant.to_owned());
    cx.db
        .read(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            open(tx, &identity, subaccount, id).await?;
            Ok(store::feature::history(tx, id).await?)
        })
        .await
}

/// The version of a feature: of what people say about it, not of where it stands.
#[must_use]
pub fn version(feature: &Feature) -> String {
    let Feature { title, description, priority, release_id, scope_id, workstream_id, .. } = feature;
    let Feature { responsible_id, kind, tags, .. } = feature;
    let texts = json!([title, description, release_id, scope_id, workstream_id, responsible_id, kind]);
    version::of(&json!([texts, priority, tags]))
}

/// Changes fields, and the status by the rules for it. All or nothing.
///
/// # Errors
/// With [`crate::error::CHANGED`], when it is another version than the one named; not found; invalid, when frozen, when a value or a step is not allowed; forbidden without the right.
pub async fn change<P: Writes>(
    cx: &Cx,
    caller: Caller<P>,
    tenant: &str,
    id: FeatureId,
    edit: Edit,
) -> Result<(Details, Vec<String>)> {
    let (identity, tenant, now) = (caller.identity().clone(), tenant.to_owned(), cx.now());
    cx.db
        .write(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let opened = load::locked(tx, &identity, subaccount, id).await?;
            let what = format!("Feature '{}'", opened.feature.title);
            version::check(edit.version.as_deref(), || version(&opened.feature), &what)?;
            let before = opened.feature.status;
            before.editable()?;
            if edit.changes_fields() {
                opened.powers.demand(Action::Edit)?;
            }
            let wanted = edit.status.as_deref().map(status_of).transpose()?.unwrap_or(before);
            let warnings = match wanted == before {
                true => Vec::new(),
                false => transition::check(before, wanted, &opened.powers, &load::assigned(tx, id).await?)?,
            };
            let feature = edit.apply(opened.feature, now)?;
            store::feature::update(tx, &Feature { status: wanted, ..feature }).await?;
            if wanted != before {
                note_status(tx, &identity, id, (before, wanted), now).await?;
            }
            let detail = json!({ "status": wanted.word() });
            audited(tx, &identity, "feature.update", format!("feature {id}"), detail, now).await?;
            Ok((whole(tx, &identity, subaccount, id).await?, warnings))
        })
        .await
}

async fn note_status(
    tx: &mut Tx,
    identity: &Identity,
    id: FeatureId,
    (before, now_is): (Status, Status),
    now: Time,
) -> Result<()> {
    let entry = HistoryEntry {
        feature: id,
        at: now,
        actor: identity.actor().to_owned(),
        heading: history::STATUS.to_owned(),
        value: now_is.label().to_owned(),
        old_value: Some(before.label().to_owned()),
    };
    Ok(store::feature::add_history(tx, &entry).await?)
}

fn status_of(code: &str) -> Result<Status> {
    code.parse().map_err(|UnknownWord { known, .. }| {
        Error::invalid(format!("statusCode '{code}' is not known; known are {known}"))
    })
}

impl Edit {
    /// Puts the wishes into the row; the status is not among them.
    fn apply(self, old: Feature, now: Time) -> Result<Feature> {
        let kept = |wish: Option<Option<String>>, before: Option<String>| wish.unwrap_or(before);
        if self.project.is_some_and(|project| !project.eq_ignore_ascii_case(&old.project.text())) {
            return Err(Error::invalid("projectId: a feature stays in the project that it was made in"));
        }
        let priority = self.priority.unwrap_or(old.priority);
        if model::feature::priority(priority).is_none() {
            return Err(Error::invalid(format!("priorityCode {priority} is not known; known are 10, 20, 30, 40")));
        }
        Ok(Feature {
            title: match (self.title, old.title) {
                (None, kept) if !kept.is_empty() => kept,
                (given, _) => model::feature::title(&given.unwrap_or_default())?,
            },
            description: self.description.map_or(old.description, |text| html::clean(&text)),
            priority,
            release_id: kept(self.release_id, old.release_id),
            scope_id: kept(self.scope_id, old.scope_id),
            workstream_id: kept(self.workstream_id, old.workstream_id),
            responsible_id: kept(self.responsible_id, old.responsible_id),
            kind: self.kind.unwrap_or(old.kind),
            tags: self.tags.unwrap_or(old.tags),
            modified_at: now,
            ..old
        })
    }
}
