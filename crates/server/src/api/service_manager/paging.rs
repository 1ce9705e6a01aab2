//! Pages: items are in the order of their GUIDs, and the token of the next page is the last GUID of this one.

use super::error::Problem;
use super::query::Query;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use engine::Error;
use engine::platform::service_manager::Span;
use odata::page::{Cut, Window};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::future::Future;
use uuid::Uuid;
use wire::service_manager::Page;

/// How many items are on a page unless asked otherwise.
const DEFAULT: usize = 200;
/// However many are asked for; the token leads on.
const MOST: usize = 500;
/// How many are read at a time.
const CHUNK: usize = 500;
/// What instances and keys can be told apart by.
pub(super) const OF_INSTANCES: [&str; 10] = [
    "id",
    "ready",
    "name",
    "service_plan_id",
    "platform_id",
    "usable",
    "subaccount_id",
    "created_by",
    "created_at",
    "updated_at",
];
pub(super) const OF_BINDINGS: [&str; 8] =
    ["id", "ready", "name", "service_instance_id", "subaccount_id", "created_by", "created_at", "updated_at"];
pub(super) const OF_OFFERINGS: [&str; 13] = [
    "id",
    "ready",
    "name",
    "description",
    "bindable",
    "instances_retrievable",
    "bindings_retrievable",
    "plan_updateable",
    "broker_id",
    "catalog_id",
    "catalog_name",
    "created_at",
    "updated_at",
];
pub(super) const OF_PLANS: [&str; 11] = [
    "id",
    "ready",
    "name",
    "description",
    "catalog_id",
    "catalog_name",
    "free",
    "bindable",
    "service_offering_id",
    "created_at",
    "updated_at",
];

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ListOptions {
    #[serde(rename = "fieldQuery")]
    field_query: Option<String>,
    #[serde(rename = "labelQuery")]
    label_query: Option<String>,
    token: Option<String>,
    max_items: Option<String>,
}

/// A list that is read in the order of its GUIDs, and only as far as its page needs it; what is kept is the page.
pub(super) struct Reading {
    fields: Query,
    labels: Query,
    page: Cut<String, Value>,
    /// How many items there are, when that is known without looking at them.
    known: Option<usize>,
    behind: Uuid,
    asked: usize,
    over: bool,
}

impl Reading {
    /// Begins the list that is asked for. `count` says how many items there are, should that help.
    pub(super) async fn of(
        wish: &ListOptions,
        fields: &[&str],
        count: impl Future<Output = Result<i64, Error>>,
    ) -> Result<Self, Problem> {
        let mut reading = Self::begun(wish, fields)?;
        // Of what is filtered, all must be looked at: the answer says how many fit.
        if reading.fields.is_empty() && reading.labels.is_empty() {
            reading.known = usize::try_from(count.await?).ok();
            reading.behind = reading.page.after().and_then(|last| last.parse().ok()).unwrap_or_default();
        }
        Ok(reading)
    }

    fn begun(wish: &ListOptions, fields: &[&str]) -> Result<Self, Problem> {
        let window = Window { after: after(wish)?, skip: 0, most: most(wish)? };
        Ok(Self {
            fields: Query::read(wish.field_query.as_deref())?.about(fields)?,
            labels: Query::read(wish.label_query.as_deref())?,
            page: Cut::new(window),
            known: None,
            behind: Uuid::nil(),
            asked: 0,
            over: false,
        })
    }

    /// What to read next; none when the page is complete, or nothing is left.
    pub(super) fn next(&mut self) -> Option<Span> {
        self.asked = if self.known.is_some() { self.page.missing().min(CHUNK) } else { CHUNK };
        let limit = i64::try_from(self.asked).unwrap_or(i64::MAX);
        (!self.over && limit > 0).then_some(Span { after: self.behind, limit })
    }

    /// Takes what was read.
    pub(super) fn take<T: Serialize>(&mut self, items: impl IntoIterator<Item = T>) -> Result<(), Problem> {
        let mut read = 0;
        for item in items {
            read += 1;
            let item = serde_json::to_value(item).map_err(Error::from)?;
            let id = item["id"].as_str().unwrap_or_default().to_owned();
            self.behind = id.parse().unwrap_or_default();
            if self.fields.fits_fields(&item) && self.labels.fits_labels(&item) {
                self.page.offer(id, item, &String::cmp);
            }
        }
        self.over = read < self.asked;
        Ok(())
    }

    pub(super) fn end(self) -> Page<Value> {
        let found = self.page.finish(&String::cmp);
        let token = found.last.map(|last| URL_SAFE_NO_PAD.encode(last));
        Page { token, num_items: self.known.unwrap_or(found.total), items: found.items }
    }
}

/// The page of a list of which all items are at hand.
pub(super) fn page<T: Serialize>(items: Vec<T>, wish: &ListOptions, fields: &[&str]) -> Result<Page<Value>, Problem> {
    let mut reading = Reading::begun(wish, fields)?;
    reading.take(items)?;
    Ok(reading.end())
}

fn after(wish: &ListOptions) -> Result<Option<String>, Problem> {
    let Some(token) = &wish.token else { return Ok(None) };
    let bytes = URL_SAFE_NO_PAD.decode(token).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    bytes.map(Some).ok_or_else(|| Problem::bad_request("the token is not one that an earlier page gave"))
}

fn most(wish: &ListOptions) -> Result<usize, Problem> {
    match &wish.max_items {
        None => Ok(DEFAULT),
        Some(text) => {
            let asked = text.parse::<usize>();
            asked.map(|n| n.min(MOST)).map_err(|_| Problem::bad_request("max_items must be a number, 0 or more"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn ids(page: &Page<Value>) -> Vec<&str> {
        page.items.iter().filter_map(|item| item["id"].as_str()).collect()
    }

    fn items() -> Vec<Value> {
        ["c", "a", "d", "b"].map(|id| json!({"id": id, "name": format!("n-{id}")})).to_vec()
    }

    #[test]
    fn pages_follow_each_other() {
        let first =
            page(items(), &ListOptions { max_items: Some("3".into()), ..ListOptions::default() }, &["name"]).unwrap();
        assert_eq!(first.num_items, 4);
        assert_eq!(ids(&first), ["a", "b", "c"]);
        let second = ListOptions { token: first.token, max_items: Some("3".into()), ..ListOptions::default() };
        let second = page(items(), &second, &["name"]).unwrap();
        assert_eq!(ids(&second), ["d"]);
        assert_eq!(second.token, None);
    }

    #[test]
    fn only_what_fits_is_counted() {
        let wish = ListOptions { field_query: Some("name eq 'n-b'".into()), ..ListOptions::default() };
        assert_eq!(page(items(), &wish, &["name"]).unwrap().num_items, 1);
        assert!(page(items(), &wish, &["id"]).is_err(), "nothing can fit a field that there is none of");
    }
}
