//! Features: made, read, changed, and brought from status to status.

mod load;
mod types;

use load::shown;
pub(super) use load::{assigned, details, locked, open, transport, whole};
pub use types::{Details, Edit, Feature, NewFeature, Transport};

use super::history::{self, Entry, Happened};
use super::project::{self, Project};
use super::reference;
use super::right::{ReadFeatures, Work, WriteFeatures};
use super::tenant::{audited, enter};
use crate::caller::{Caller, Identity, Permission};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::feature::right::Action;
use model::feature::{DEFAULT_PRIORITY, Status, html, transition};
use model::{FeatureId, ProjectId, SubaccountId, Time};
use serde_json::json;
use std::collections::HashMap;
use store::Tx;
use store::feature::FeatureRow;

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
    let ids: Vec<_> = new.references.iter().map(|_| cx.random.uuid()).collect();
    cx.db
        .write(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let status = first_status(new.edit.status.as_deref())?;
            let project = project_for(tx, &identity, subaccount, new.project).await?;
            let row = blank(subaccount, id, project, status, now);
            let row = FeatureRow { number: store::feature::next_number(tx, subaccount.0).await?, ..row };
            let row = new.edit.apply(row, now)?;
            store::feature::insert(tx, &row).await?;
            for (reference, id_of_link) in new.references.into_iter().zip(ids) {
                reference::insert(tx, id, id_of_link, reference, now).await?;
            }
            let value = model::feature::display_id(row.number);
            let detail = json!({ "displayId": value, "project": project });
            let happened =
                Happened { actor: identity.actor(), heading: history::CREATED.to_owned(), value, old_value: None };
            history::add(tx, id, happened, now).await?;
            audited(tx, &identity, "feature.create", format!("feature {id}"), detail, now).await?;
            whole(tx, &identity, subaccount, id).await
        })
        .await
}

/// A new feature is in specification, or put off; everything else is reached by steps.
fn first_status(code: Option<&str>) -> Result<Status> {
    match code.map(|code| (code, Status::of_code(code))) {
        None => Ok(Status::InSpecification),
        Some((_, Some(status @ (Status::InSpecification | Status::NotPlanned)))) => Ok(status),
        Some((code, _)) => Err(Error::invalid(format!(
            "statusCode '{code}': a new feature is CREATED or NOT_PLANNED; change the status afterwards"
        ))),
    }
}

async fn project_for(tx: &mut Tx, identity: &Identity, subaccount: SubaccountId, id: ProjectId) -> Result<ProjectId> {
    let found = project::seen(tx, identity, subaccount, id).await?;
    let (row, powers) = found.ok_or_else(|| Error::invalid(format!("projectId '{id}': there is no such project")))?;
    powers.demand(Action::Create)?;
    Ok(ProjectId(row.id))
}

fn blank(subaccount: SubaccountId, id: FeatureId, project: ProjectId, status: Status, now: Time) -> FeatureRow {
    FeatureRow {
        id: id.0,
        subaccount: subaccount.0,
        number: 0,
        project: project.0,
        title: String::new(),
        description: String::new(),
        status: status.code().to_owned(),
        priority: DEFAULT_PRIORITY,
        release_id: None,
        scope_id: None,
        workstream_id: None,
        responsible_id: None,
        kind: "FEATURE".to_owned(),
        tags: "[]".to_owned(),
        rev: 0,
        created_at: now.micros(),
        modified_at: now.micros(),
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
    let projects: HashMap<_, _> = projects.into_iter().map(|(row, _)| (row.id, Project::from(row))).collect();
    let rows = store::feature::page(tx, subaccount.0, after, i64::try_from(limit).unwrap_or(i64::MAX)).await?;
    let last = rows.last().filter(|_| rows.len() >= limit).map(|row| row.number);
    let mut features = Vec::new();
    for row in rows {
        if let Some(project) = projects.get(&row.project) {
            features.push((shown(row)?, project.clone()));
        }
    }
    Ok(Stretch { features, last })
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
pub async fn past<P: Reads>(cx: &Cx, caller: Caller<P>, tenant: &str, id: FeatureId) -> Result<Vec<Entry>> {
    let (identity, tenant) = (caller.identity().clone(), tenant.to_owned());
    cx.db
        .read(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            open(tx, &identity, subaccount, id).await?;
            history::of(tx, id).await
        })
        .await
}

/// Changes fields, and the status by the rules for it. All or nothing.
///
/// # Errors
/// Not found; invalid, when frozen, when a value or a step is not allowed; forbidden without the right.
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
            let before = opened.status;
            before.editable()?;
            if edit.changes_fields() {
                opened.powers.demand(Action::Edit)?;
            }
            let wanted = edit.status.as_deref().map(status_of).transpose()?.unwrap_or(before);
            let warnings = match wanted == before {
                true => Vec::new(),
                false => transition::check(before, wanted, &opened.powers, &load::assigned(tx, id).await?)?,
            };
            let row = edit.apply(opened.row, now)?;
            store::feature::update(tx, &FeatureRow { status: wanted.code().to_owned(), ..row }).await?;
            if wanted != before {
                note_status(tx, &identity, id, (before, wanted), now).await?;
            }
            let detail = json!({ "status": wanted.code() });
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
    let happened = Happened {
        actor: identity.actor(),
        heading: history::STATUS.to_owned(),
        value: now_is.label().to_owned(),
        old_value: Some(before.label().to_owned()),
    };
    history::add(tx, id, happened, now).await
}

fn status_of(code: &str) -> Result<Status> {
    Status::of_code(code).ok_or_else(|| {
        let known: Vec<&str> = model::feature::STATUSES.iter().map(|status| status.code()).collect();
        Error::invalid(format!("statusCode '{code}' is not known; known are {}", known.join(", ")))
    })
}

impl Edit {
    /// Puts the wishes into the row; the status is not among them.
    fn apply(self, row: FeatureRow, now: Time) -> Result<FeatureRow> {
        let kept = |wish: Option<Option<String>>, old: Option<String>| wish.unwrap_or(old);
        let priority = self.priority.unwrap_or(row.priority);
        if model::feature::priority(priority).is_none() {
            return Err(Error::invalid(format!("priorityCode {priority} is not known; known are 10, 20, 30, 40")));
        }
        Ok(FeatureRow {
            title: match (self.title, row.title) {
                (None, old) if !old.is_empty() => old,
                (given, _) => model::feature::title(&given.unwrap_or_default())?,
            },
            description: self.description.map_or(row.description, |text| html::clean(&text)),
            priority,
            release_id: kept(self.release_id, row.release_id),
            scope_id: kept(self.scope_id, row.scope_id),
            workstream_id: kept(self.workstream_id, row.workstream_id),
            responsible_id: kept(self.responsible_id, row.responsible_id),
            kind: self.kind.unwrap_or(row.kind),
            tags: self.tags.map_or(Ok(row.tags), |tags| serde_json::to_string(&tags))?,
            modified_at: now.micros(),
            ..row
        })
    }
}
