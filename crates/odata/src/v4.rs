//! V4: pages with a token for the next one, and the JSON around entities.
//!
//! A page is continued by key, not by count: the token holds the values by which the last row was sorted, so that rows
//! made or removed meanwhile neither repeat nor hide others.

use crate::error::{Error, Result};
use crate::query::{Direction, Query};
use crate::value::Value;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value as Json, json};
use std::cmp::Ordering;

/// The rows of one page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<R> {
    /// The rows.
    pub rows: Vec<R>,
    /// How many match the filter in all, when it was asked for.
    pub count: Option<usize>,
    /// Where the next page begins, when the page size cut the answer.
    pub next: Option<Next>,
}

/// Where the next page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    token: String,
    top: Option<usize>,
}

/// What rows are sorted by: the values asked for, then their number, which is unique.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    values: Vec<Value>,
    number: i64,
}

/// Filters, sorts and cuts rows. `number` is unique and breaks ties, `value` answers a property by its path.
///
/// # Errors
/// When filter or order name an unknown property or compare what has no order, or the token is none of ours.
pub fn page<R>(
    query: &Query,
    rows: Vec<R>,
    largest: usize,
    number: impl Fn(&R) -> i64,
    value: impl Fn(&R, &str) -> Option<Value>,
) -> Result<Page<R>> {
    let mut kept = Vec::new();
    for row in rows {
        if query.matches(|path| value(&row, path))? {
            kept.push((key(query, &row, &number, &value)?, row));
        }
    }
    kept.sort_by(|(a, _), (b, _)| compare(query, a, b));
    let count = query.count.then_some(kept.len());
    let begin = match &query.skiptoken {
        Some(token) => {
            let last = read(token, query.orderby.len())?;
            kept.partition_point(|(key, _)| compare(query, key, &last) != Ordering::Greater)
        }
        None => query.skip.unwrap_or(0).min(kept.len()),
    };
    let wanted = (kept.len() - begin).min(query.top.unwrap_or(usize::MAX));
    let taken: Vec<(Key, R)> = kept.into_iter().skip(begin).take(wanted.min(largest)).collect();
    let more = wanted > largest;
    let next = taken
        .last()
        .filter(|_| more)
        .map(|(key, _)| Next { token: write(key), top: query.top.map(|top| top - largest) });
    Ok(Page { rows: taken.into_iter().map(|(_, row)| row).collect(), count, next })
}

fn key<R>(
    query: &Query,
    row: &R,
    number: &impl Fn(&R) -> i64,
    value: &impl Fn(&R, &str) -> Option<Value>,
) -> Result<Key> {
    let of = |path: &String| value(row, path).ok_or_else(|| Error::UnknownProperty(path.clone()));
    let values = query.orderby.iter().map(|order| of(&order.path)).collect::<Result<_>>()?;
    Ok(Key { values, number: number(row) })
}

fn compare(query: &Query, a: &Key, b: &Key) -> Ordering {
    let pairs = a.values.iter().zip(&b.values).zip(&query.orderby);
    let each = pairs.map(|((a, b), order)| match order.direction {
        Direction::Ascending => a.order(b),
        Direction::Descending => b.order(a),
    });
    each.fold(Ordering::Equal, Ordering::then).then(a.number.cmp(&b.number))
}

fn write(key: &Key) -> String {
    let value = |value: &Value| match value {
        Value::Null => Json::Null,
        Value::Bool(flag) => json!(flag),
        Value::Int(number) => json!(number),
        Value::Float(number) => json!(number),
        Value::Text(text) => json!(text),
        Value::Time(millis) => json!([millis]),
    };
    let values: Vec<Json> = key.values.iter().map(value).collect();
    URL_SAFE_NO_PAD.encode(json!([values, key.number]).to_string())
}

fn read(token: &str, wanted: usize) -> Result<Key> {
    let bad = || Error::option("$skiptoken", token, "it is not one that this service gave out for this order");
    let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| bad())?;
    let (values, number): (Vec<Json>, i64) = serde_json::from_slice(&bytes).map_err(|_| bad())?;
    let values = values.into_iter().map(value_of).collect::<Option<Vec<_>>>().ok_or_else(bad)?;
    if values.len() == wanted { Ok(Key { values, number }) } else { Err(bad()) }
}

fn value_of(json: Json) -> Option<Value> {
    Some(match json {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(flag),
        Json::Number(number) => match number.as_i64() {
            Some(number) => Value::Int(number),
            None => Value::Float(number.as_f64()?),
        },
        Json::String(text) => Value::Text(text),
        Json::Array(items) => Value::Time(items.first()?.as_i64()?),
        Json::Object(_) => return None,
    })
}

impl Next {
    /// The relative link: the same options, from where this page ends.
    #[must_use]
    pub fn link(&self, set: &str, raw_query: &str) -> String {
        let replaced = ["$skip", "$skiptoken", "$top", "%24skip", "%24skiptoken", "%24top"];
        let kept = raw_query.split('&').filter(|pair| {
            let name = pair.split('=').next().unwrap_or_default();
            !name.is_empty() && !replaced.contains(&name)
        });
        let mut options: Vec<String> = kept.map(str::to_owned).collect();
        options.extend(self.top.map(|top| format!("$top={top}")));
        options.push(format!("$skiptoken={}", self.token));
        format!("{set}?{}", options.join("&"))
    }
}

/// A list of entities.
#[must_use]
pub fn collection(set: &str, rows: Vec<Json>, count: Option<usize>, next: Option<String>) -> Json {
    let mut body = Map::new();
    body.insert("@odata.context".to_owned(), json!(format!("$metadata#{set}")));
    if let Some(count) = count {
        body.insert("@odata.count".to_owned(), json!(count));
    }
    body.insert("value".to_owned(), Json::Array(rows));
    if let Some(next) = next {
        body.insert("@odata.nextLink".to_owned(), json!(next));
    }
    Json::Object(body)
}

/// One entity.
#[must_use]
pub fn entity(set: &str, row: Map<String, Json>) -> Json {
    let mut body = Map::new();
    body.insert("@odata.context".to_owned(), json!(format!("$metadata#{set}/$entity")));
    body.extend(row);
    Json::Object(body)
}

/// A refusal.
#[must_use]
pub fn error(code: &str, message: &str) -> Json {
    json!({ "error": { "code": code, "message": message } })
}

#[cfg(test)]
mod tests {
    use super::*;

    type Row = (i64, &'static str);

    fn value(row: &Row, path: &str) -> Option<Value> {
        match path {
            "n" => Some(Value::Int(row.0)),
            "t" => Some(Value::from(row.1)),
            _ => None,
        }
    }

    fn paged(options: &str, rows: &[Row]) -> Page<Row> {
        page(&Query::parse(options).unwrap(), rows.to_vec(), 2, |row| row.0, value).unwrap()
    }

    fn numbers(page: &Page<Row>) -> Vec<i64> {
        page.rows.iter().map(|row| row.0).collect()
    }

    const ROWS: [Row; 5] = [(1, "b"), (2, "a"), (3, "b"), (4, "a"), (5, "c")];

    #[test]
    fn pages_follow_each_other_in_any_order() {
        let (mut options, mut seen) = ("$orderby=t desc&$count=true".to_owned(), Vec::new());
        loop {
            let page = paged(&options, &ROWS);
            assert_eq!(page.count, Some(5));
            seen.extend(numbers(&page));
            let Some(next) = page.next else { break };
            options = next.link("Rows", &options).split_once('?').unwrap().1.to_owned();
        }
        assert_eq!(seen, [5, 1, 3, 2, 4]);
    }

    #[test]
    fn rows_made_or_removed_meanwhile_do_not_shift_the_next_page() {
        let next = paged("$orderby=t", &ROWS).next.unwrap();
        let options = next.link("Rows", "$orderby=t").split_once('?').unwrap().1.to_owned();
        let changed = [(1, "b"), (3, "b"), (5, "c"), (6, "a0")];
        assert_eq!(numbers(&paged(&options, &changed)), [6, 1]);
    }

    #[test]
    fn top_is_counted_over_all_pages() {
        let first = paged("$top=3&$skip=1", &ROWS);
        assert_eq!(numbers(&first), [2, 3]);
        let link = first.next.unwrap().link("Rows", "$top=3&$skip=1");
        assert!(link.starts_with("Rows?$top=1&$skiptoken="), "{link}");
        let second = paged(link.split_once('?').unwrap().1, &ROWS);
        assert_eq!((numbers(&second), second.next), (vec![4], None));
        assert_eq!(paged("$top=2", &ROWS).next, None);
        assert_eq!(numbers(&paged("$skip=9", &ROWS)), Vec::<i64>::new());
    }

    #[test]
    fn a_token_of_somebody_else_is_refused() {
        for token in ["x", "W10", "e30"] {
            let query = Query::parse(&format!("$skiptoken={token}")).unwrap();
            assert!(page(&query, ROWS.to_vec(), 2, |row| row.0, value).is_err(), "{token}");
        }
        let other_order = paged("$orderby=t", &ROWS).next.unwrap().link("Rows", "");
        let query = Query::parse(other_order.split_once('?').unwrap().1).unwrap();
        assert!(page(&query, ROWS.to_vec(), 2, |row| row.0, value).is_err());
    }

    #[test]
    fn every_kind_of_value_comes_back_from_a_token() {
        let values = vec![
            Value::Null,
            Value::Bool(true),
            Value::Int(-3),
            Value::Float(1.5),
            Value::from("ü&="),
            Value::Time(1_777_881_600_000),
        ];
        let key = Key { values, number: 9 };
        assert_eq!(read(&write(&key), 6), Ok(key));
    }

    #[test]
    fn bodies() {
        let list = collection("Rows", vec![json!({"n":1})], Some(1), Some("Rows?x".to_owned()));
        assert_eq!(
            list.to_string(),
            r#"{"@odata.context":"$metadata#Rows","@odata.count":1,"value":[{"n":1}],"@odata.nextLink":"Rows?x"}"#
        );
        assert_eq!(entity("Rows", Map::new())["@odata.context"], "$metadata#Rows/$entity");
        assert_eq!(error("404", "gone")["error"]["message"], "gone");
    }
}
