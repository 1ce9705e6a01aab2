//! What is inside of an artifact: the model of a flow, its resources as text, the tables of a value mapping.

use crate::caller::Caller;
use crate::content::artifact::{self, Which};
use crate::content::delivery;
use crate::content::resource::{self, At, Resource};
use crate::content::rights::ReadPackages;
use crate::content::tenant::Tenant;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::memory::Loaded;
use std::collections::BTreeMap;

/// The largest resource that is shown as text.
const LARGEST: u64 = 1 << 20;

/// The model of a flow, as BPMN.
///
/// # Errors
/// `NotFound`; `Unprocessable`, where the artifact has no model, or more than one.
pub async fn model(cx: &Cx, caller: &Caller<ReadPackages>, tenant: &Tenant, which: &Which) -> Result<String> {
    let found = artifact::find(cx, caller, tenant, which).await?;
    let Loaded { bytes, room: _room } = artifact::bytes(cx, &found, which).await?;
    delivery::blocking(move || {
        let mut bundle = mta::Bundle::open(&bytes).map_err(delivery::unreadable)?;
        bundle.model().map_err(|error| Error::unprocessable(error.to_string()).with_code("no_model"))
    })
    .await
}

/// A resource as people read it.
#[derive(Debug, Clone)]
pub struct Shown {
    pub resource: Resource,
    /// None, where it is not text or too large.
    pub text: Option<String>,
}

/// A resource.
///
/// # Errors
/// As [`resource::content`].
pub async fn text(cx: &Cx, caller: &Caller<ReadPackages>, tenant: &Tenant, at: At) -> Result<Shown> {
    let (resource, Loaded { bytes, .. }) = resource::content(cx, caller, tenant, at).await?;
    let text = if resource.size <= LARGEST { String::from_utf8(bytes).ok() } else { None };
    let text = text.filter(|text| !text.contains('\0'));
    Ok(Shown { resource, text: text.map(|text| text.trim_start_matches('\u{feff}').to_owned()) })
}

/// A system of a value mapping, and a sort of value in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Side {
    pub agency: String,
    pub schema: String,
}

/// The table of a value mapping: a column a side, in the order of the file.
#[derive(Debug, Clone)]
pub struct Table {
    pub sides: Vec<Side>,
    /// Each with its number, and a value or none for each side.
    pub rows: Vec<(usize, Vec<Option<String>>)>,
}

/// Rows of a value mapping from the number `from` on; with a text those in which a value has it, in whatever case.
///
/// # Errors
/// `NotFound`; `Unprocessable`, where the artifact is no value mapping that can be read.
pub async fn values(
    cx: &Cx,
    caller: &Caller<ReadPackages>,
    tenant: &Tenant,
    which: &Which,
    (text, from, limit): (String, usize, usize),
) -> Result<Table> {
    let found = artifact::find(cx, caller, tenant, which).await?;
    let Loaded { bytes, room: _room } = artifact::bytes(cx, &found, which).await?;
    delivery::blocking(move || {
        let mut bundle = mta::Bundle::open(&bytes).map_err(delivery::unreadable)?;
        let groups = bundle.value_groups().map_err(|error| Error::unprocessable(error.to_string()))?;
        let mut table = table(groups);
        let text = text.trim().to_lowercase();
        let has = |value: &Option<String>| value.as_ref().is_some_and(|value| value.to_lowercase().contains(&text));
        table.rows.retain(|(number, values)| *number >= from && (text.is_empty() || values.iter().any(has)));
        table.rows.truncate(limit);
        Ok(table)
    })
    .await
}

fn table(groups: Vec<Vec<mta::bundle::ValueEntry>>) -> Table {
    let mut sides = Vec::new();
    let mut places: BTreeMap<Side, usize> = BTreeMap::new();
    let mut rows = Vec::new();
    for group in groups {
        let mut row: Vec<Option<String>> = vec![None; sides.len()];
        for entry in group {
            let side = Side { agency: entry.agency, schema: entry.schema };
            let place = *places.entry(side.clone()).or_insert_with(|| {
                sides.push(side);
                sides.len() - 1
            });
            row.resize(sides.len().max(row.len()), None);
            // A side may have several values that mean the same.
            if let Some(cell) = row.get_mut(place) {
                *cell = Some(match cell.take() {
                    Some(before) => format!("{before}, {}", entry.value),
                    None => entry.value,
                });
            }
        }
        rows.push(row);
    }
    let width = sides.len();
    rows.iter_mut().for_each(|row| row.resize(width, None));
    Table { sides, rows: rows.into_iter().enumerate().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mta::bundle::ValueEntry;

    #[test]
    fn each_side_is_a_column_and_what_a_group_does_not_say_is_empty() {
        let entry = |agency: &str, value: &str| ValueEntry {
            agency: agency.to_owned(),
            schema: "country".to_owned(),
            value: value.to_owned(),
        };
        let table = table(vec![
            vec![entry("Shop", "DE"), entry("ERP", "DEU")],
            vec![entry("ERP", "FRA"), entry("Bank", "F"), entry("Bank", "FR")],
        ]);
        let names: Vec<&str> = table.sides.iter().map(|side| side.agency.as_str()).collect();
        assert_eq!(names, ["Shop", "ERP", "Bank"]);
        let cells =
            |row: &[Option<String>]| row.iter().map(|cell| cell.clone().unwrap_or_default()).collect::<Vec<_>>();
        assert_eq!(cells(&table.rows[0].1), ["DE", "DEU", ""]);
        assert_eq!((table.rows[1].0, cells(&table.rows[1].1)), (1, vec![String::new(), "FRA".into(), "F, FR".into()]));
    }
}
