//! Query options: `$filter`, `$orderby`, `$select`, `$expand`, `$top`, `$skip`, `$skiptoken`, `$count`, `$inlinecount`,
//! `$format`, `$search`, and what is not a system option ([`Query::custom`]).
//!
//! Both versions are read by one parser: V2 and V4 differ in a few literals and functions only, and clients of one
//! are not confused by the other's. Applying the options to rows in memory: [`Query::page`].

mod eval;
mod filter;
mod lexer;

pub use filter::{Compare, Expr, Function};

use crate::error::{Error, Result};
use crate::value::Value;
use percent_encoding::percent_decode_str;

/// The longest `$filter` that is looked at; real ones are hundreds of characters.
const LONGEST: usize = 16 * 1024;

/// The query options of a request.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Query {
    /// `$filter`.
    pub filter: Option<Expr>,
    /// `$orderby`.
    pub orderby: Vec<Order>,
    /// `$select`: paths; empty means all.
    pub select: Vec<String>,
    /// `$expand`: paths, without V4's nested options.
    pub expand: Vec<String>,
    /// `$top`.
    pub top: Option<usize>,
    /// `$skip`.
    pub skip: Option<usize>,
    /// `$skiptoken`: where the previous page ended.
    pub skiptoken: Option<String>,
    /// `$count=true` or `$inlinecount=allpages`.
    pub count: bool,
    /// `$format`, in lower case.
    pub format: Option<String>,
    /// `$search`.
    pub search: Option<String>,
    /// Options of the service itself, decoded, in their order.
    pub custom: Vec<(String, String)>,
}

/// One item of `$orderby`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// A property, perhaps of a related entity: `toStatus/name`.
    pub path: String,
    /// Which way.
    pub direction: Direction,
}

/// Ascending or descending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Smallest first; the default.
    Ascending,
    /// Largest first.
    Descending,
}

/// The rows of one page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<R> {
    /// The rows.
    pub rows: Vec<R>,
    /// How many match the filter in all, when it was asked for.
    pub count: Option<usize>,
    /// Whether the page size cut the answer: more rows follow.
    pub more: bool,
}

impl Query {
    /// Reads the raw query string of a URL. `+` is a blank, as clients of V2 send it.
    ///
    /// # Errors
    /// On an option that cannot be read and on unknown system options (`$…`).
    pub fn parse(raw: &str) -> Result<Self> {
        let mut query = Self::default();
        for pair in raw.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, value) = (decode(name)?, decode(value)?);
            query.set(&name, value)?;
        }
        Ok(query)
    }

    fn set(&mut self, name: &str, value: String) -> Result<()> {
        match name {
            "$filter" => self.filter = Some(filter::parse(bounded(name, &value)?)?),
            "$orderby" => self.orderby = orders(&value)?,
            "$select" => self.select = names(&value).filter(|path| path != "*").collect(),
            "$expand" => self.expand = expansions(&value),
            "$top" => self.top = Some(natural(name, &value)?),
            "$skip" => self.skip = Some(natural(name, &value)?),
            "$skiptoken" => self.skiptoken = Some(value),
            "$count" => self.count = flag(name, &value)?,
            "$inlinecount" => self.count = inline_count(&value)?,
            "$format" => self.format = Some(value.to_lowercase()),
            "$search" => self.search = Some(value),
            unknown if unknown.starts_with('$') => return Err(Error::UnknownOption(unknown.to_owned())),
            custom => self.custom.push((custom.to_owned(), value)),
        }
        Ok(())
    }

    /// The first value of an option of the service itself.
    #[must_use]
    pub fn custom(&self, name: &str) -> Option<&str> {
        self.custom.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// An option of an operation: a literal in quotes, or bare.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<String> {
        let value = self.custom(name)?.trim();
        let inner = value.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
        Some(inner.map_or_else(|| value.to_owned(), |inner| inner.replace("''", "'")))
    }

    /// Filters, sorts, skips and cuts rows. `value` answers a row's property by its path, `None` for one that it does
    /// not have. At most `largest` rows, whatever `$top` says.
    ///
    /// # Errors
    /// When the filter or the order names an unknown property or compares what has no order.
    pub fn page<R>(&self, rows: Vec<R>, largest: usize, value: impl Fn(&R, &str) -> Option<Value>) -> Result<Page<R>> {
        let mut kept = Vec::new();
        for row in rows {
            if self.matches(|path| value(&row, path))? {
                kept.push(row);
            }
        }
        self.sort(&mut kept, &value)?;
        let count = self.count.then_some(kept.len());
        let wanted = kept.len().saturating_sub(self.skip.unwrap_or(0)).min(self.top.unwrap_or(usize::MAX));
        let rows: Vec<R> = kept.into_iter().skip(self.skip.unwrap_or(0)).take(wanted.min(largest)).collect();
        Ok(Page { rows, count, more: wanted > largest })
    }

    /// Whether a row passes `$filter`.
    ///
    /// # Errors
    /// As [`Query::page`].
    pub fn matches(&self, value: impl Fn(&str) -> Option<Value>) -> Result<bool> {
        self.filter.as_ref().map_or(Ok(true), |filter| eval::holds(filter, &value))
    }

    fn sort<R>(&self, rows: &mut Vec<R>, value: &impl Fn(&R, &str) -> Option<Value>) -> Result<()> {
        if self.orderby.is_empty() {
            return Ok(());
        }
        let mut keyed = Vec::with_capacity(rows.len());
        for row in rows.drain(..) {
            let unknown = |order: &Order| Error::UnknownProperty(order.path.clone());
            let keys = self.orderby.iter().map(|order| value(&row, &order.path).ok_or_else(|| unknown(order)));
            keyed.push((keys.collect::<Result<Vec<_>>>()?, row));
        }
        keyed.sort_by(|(a, _), (b, _)| self.compare(a, b));
        rows.extend(keyed.into_iter().map(|(_, row)| row));
        Ok(())
    }

    fn compare(&self, a: &[Value], b: &[Value]) -> std::cmp::Ordering {
        let pairs = a.iter().zip(b).zip(&self.orderby);
        let each = pairs.map(|((a, b), order)| match order.direction {
            Direction::Ascending => a.order(b),
            Direction::Descending => b.order(a),
        });
        each.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
    }
}

fn decode(text: &str) -> Result<String> {
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8().map(|text| text.into_owned());
    decoded.map_err(|_| Error::option("", text, "it is not UTF-8 after percent-decoding"))
}

fn bounded<'a>(option: &str, value: &'a str) -> Result<&'a str> {
    if value.len() > LONGEST {
        let start: String = value.chars().take(40).collect();
        return Err(Error::option(option, &start, "it is too long"));
    }
    Ok(value)
}

fn natural(option: &str, value: &str) -> Result<usize> {
    value.trim().parse().map_err(|_| Error::option(option, value, "a number of 0 or more is wanted"))
}

fn flag(option: &str, value: &str) -> Result<bool> {
    match value {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Error::option(option, value, "true or false is wanted")),
    }
}

fn inline_count(value: &str) -> Result<bool> {
    match value {
        "allpages" => Ok(true),
        "none" => Ok(false),
        _ => Err(Error::option("$inlinecount", value, "allpages or none is wanted")),
    }
}

fn names(value: &str) -> impl Iterator<Item = String> {
    value.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned)
}

/// Splits at the commas outside of parentheses and leaves out V4's nested options.
fn expansions(value: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let flat: String = value
        .chars()
        .filter(|c| {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect();
    names(&flat).collect()
}

fn orders(value: &str) -> Result<Vec<Order>> {
    names(value)
        .map(|item| {
            let mut words = item.split_whitespace();
            let path = words.next().unwrap_or_default().to_owned();
            let direction = match words.next() {
                None | Some("asc") => Direction::Ascending,
                Some("desc") => Direction::Descending,
                Some(_) => return Err(Error::option("$orderby", &item, "only asc or desc may follow the property")),
            };
            match words.next() {
                None => Ok(Order { path, direction }),
                Some(_) => Err(Error::option("$orderby", &item, "items are separated by commas")),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests;
