//! The overview of features: found by what people look for, a page at a time.

use super::super::project::{self, Project};
use super::super::right::Work;
use super::super::tenant::enter;
use super::types::Feature;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::Result;
use model::{FeatureId, ProjectId, RequestId};
use std::collections::HashMap;
pub use store::feature::Search;

/// A line of the overview.
#[derive(Debug, Clone)]
pub struct Line {
    pub feature: Feature,
    pub project: Project,
    /// Its transports, in the order of their release.
    pub transports: Vec<RequestId>,
}

/// A page of the overview.
#[derive(Debug, Clone, Default)]
pub struct Overview {
    pub lines: Vec<Line>,
    /// The number to go on before, when there may be more.
    pub next: Option<i64>,
}

/// The features that fit and that the caller sees, the newest first.
///
/// # Errors
/// As [`enter`].
pub async fn overview(cx: &Cx, caller: Caller<Work>, tenant: &str, mut wish: Search) -> Result<Overview> {
    let (identity, tenant) = (caller.identity().clone(), tenant.to_owned());
    cx.db
        .read(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let seen = project::visible(tx, &identity, subaccount).await?;
            let projects: HashMap<_, _> = seen.into_iter().map(|(project, _)| (project.id, project)).collect();
            let limit = usize::try_from(wish.limit).unwrap_or_default();
            let mut page = Overview::default();
            // What the caller does not see is passed over, so that a page is full as long as there is more.
            loop {
                let rows = store::feature::search(tx, subaccount, &wish).await?;
                let Some(last) = rows.last().map(|row| row.number) else { return Ok(page) };
                let is_full = rows.len() == limit;
                let carried = store::feature::carried(tx, subaccount, &wish, last).await?;
                page.lines.extend(lines(rows, &projects, carried));
                if page.lines.len() >= limit {
                    let is_more = is_full || page.lines.len() > limit;
                    page.lines.truncate(limit);
                    page.next = page.lines.last().filter(|_| is_more).map(|line| line.feature.number);
                    return Ok(page);
                }
                if !is_full {
                    return Ok(page);
                }
                wish.before = last;
            }
        })
        .await
}

fn lines(
    rows: Vec<Feature>,
    projects: &HashMap<ProjectId, Project>,
    carried: Vec<(FeatureId, RequestId)>,
) -> Vec<Line> {
    let mut transports: HashMap<FeatureId, Vec<RequestId>> = HashMap::new();
    for (feature, id) in carried {
        transports.entry(feature).or_default().push(id);
    }
    let line = |feature: Feature| {
        let project = projects.get(&feature.project)?.clone();
        Some(Line { transports: transports.remove(&feature.id).unwrap_or_default(), feature, project })
    };
    rows.into_iter().filter_map(line).collect()
}
