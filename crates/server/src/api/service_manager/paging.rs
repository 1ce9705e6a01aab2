//! Pages: items are in the order of their GUIDs, and the token of the next page is the last GUID of this one.

use super::error::Problem;
use super::query::Query;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use odata::page::{Window, page as cut};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wire::service_manager::Page;

/// How many items are on a page unless asked otherwise.
const DEFAULT: usize = 200;
/// However many are asked for; the token leads on.
const MOST: usize = 500;

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

/// The page of `items` that is asked for.
pub(super) fn page<T: Serialize>(items: Vec<T>, wish: &ListOptions) -> Result<Page<Value>, Problem> {
    let fields = Query::read(wish.field_query.as_deref())?;
    let labels = Query::read(wish.label_query.as_deref())?;
    let json = |item: T| serde_json::to_value(item).map_err(engine::Error::from);
    let mut items = items.into_iter().map(json).collect::<Result<Vec<_>, _>>()?;
    items.retain(|item| fields.fits_fields(item) && labels.fits_labels(item));
    let keyed = items.into_iter().map(|item| (id(&item).to_owned(), item));
    let found = cut(keyed, String::cmp, Window { after: after(wish)?, skip: 0, most: most(wish)? });
    let token = found.last.map(|last| URL_SAFE_NO_PAD.encode(last));
    Ok(Page { token, num_items: found.total, items: found.items })
}

fn id(item: &Value) -> &str {
    item["id"].as_str().unwrap_or_default()
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

    fn items() -> Vec<Value> {
        ["c", "a", "d", "b"].map(|id| json!({"id": id, "name": format!("n-{id}")})).to_vec()
    }

    #[test]
    fn pages_follow_each_other() {
        let first = page(items(), &ListOptions { max_items: Some("3".into()), ..ListOptions::default() }).unwrap();
        assert_eq!(first.num_items, 4);
        assert_eq!(first.items.iter().map(id).collect::<Vec<_>>(), ["a", "b", "c"]);
        let second = ListOptions { token: first.token, max_items: Some("3".into()), ..ListOptions::default() };
        let second = page(items(), &second).unwrap();
        assert_eq!(second.items.iter().map(id).collect::<Vec<_>>(), ["d"]);
        assert_eq!(second.token, None);
    }

    #[test]
    fn only_what_fits_is_counted() {
        let wish = ListOptions { field_query: Some("name eq 'n-b'".into()), ..ListOptions::default() };
        assert_eq!(page(items(), &wish).unwrap().num_items, 1);
    }
}
