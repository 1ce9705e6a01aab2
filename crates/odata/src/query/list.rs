//! A list that is asked for: its rows are filtered, sorted and cut into pages, and each page knows the next one.
//!
//! A page is continued by key, not by count: the token holds the values by which the last row was sorted, so that rows
//! made or removed meanwhile neither repeat nor hide others. The link to it carries the whole question.

use super::{Direction, Query, token};
use crate::error::{Error, Result};
use crate::page::{Cut, Window};
use crate::value::Value;
use std::cmp::Ordering;

/// What a row is sorted by: the values of `$orderby`, then its own key, which is unique.
pub type SortKey = Vec<Value>;

/// A list whose rows come in one by one.
#[derive(Debug)]
pub struct List<'q, R> {
    query: &'q Query,
    question: String,
    largest: usize,
    cut: Cut<SortKey, R>,
    /// How many rows there are, when that is known without looking at them.
    known: Option<usize>,
    counting: bool,
}

/// The rows of one page.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<R> {
    pub rows: Vec<R>,
    /// How many match the filter in all, when it was asked for.
    pub count: Option<usize>,
    /// The query of the next page, raw, when the page size cut the answer.
    pub next: Option<String>,
}

impl<'q, R> List<'q, R> {
    /// The list at `path`, which may be percent-encoded, with at most `largest` rows on a page, whatever `$top` says.
    ///
    /// # Errors
    /// When the token is none of ours, or of another list, filter or order.
    pub fn new(query: &'q Query, path: &str, largest: usize) -> Result<Self> {
        let question = token::question(query, path);
        let after = query.skiptoken.as_ref().map(|given| token::read(given, &question)).transpose()?;
        let most = query.top.unwrap_or(usize::MAX).min(largest);
        let window = Window { after, skip: query.skip.unwrap_or(0), most };
        Ok(Self { query, question, largest, cut: Cut::new(window), known: None, counting: false })
    }

    /// The same list when only the number of its rows is wanted: `…/$count`.
    #[must_use]
    pub fn number(query: &'q Query) -> Self {
        let window = Window { after: None, skip: 0, most: 0 };
        let cut = Cut::new(window);
        Self { query, question: String::new(), largest: 0, cut, known: None, counting: true }
    }

    /// Says how many rows there are, so that they need not all come in to be counted. A filter makes that void.
    pub fn there_are(&mut self, rows: usize) {
        self.known = self.query.filter.is_none().then_some(rows);
    }

    /// The first part of the row's own key where the page begins, when rows may come in the order of their keys: what
    /// stands before it need not be read. None when all rows are needed, to be sorted or counted.
    #[must_use]
    pub fn begins_after(&self) -> Option<&Value> {
        self.in_key_order().then(|| self.cut.after()?.first()).flatten()
    }

    /// Whether the page is complete, if rows come in the order of their keys.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.in_key_order() && self.cut.is_full()
    }

    /// How many more rows are looked at, if rows come in the order of their keys.
    #[must_use]
    pub fn wants(&self) -> usize {
        let all_match = self.query.filter.is_none() && self.in_key_order();
        if all_match { self.cut.missing() } else { usize::MAX }
    }

    fn counts(&self) -> bool {
        self.query.count || self.counting
    }

    fn in_key_order(&self) -> bool {
        (self.counting || self.query.orderby.is_empty()) && (!self.counts() || self.known.is_some())
    }

    /// Takes a row. `key` is its own, unique key; `value` answers a property by its path, `None` for one that it does
    /// not have.
    ///
    /// # Errors
    /// When the filter or the order names an unknown property or compares what has no order.
    pub fn offer(&mut self, row: R, key: Vec<Value>, value: impl Fn(&R, &str) -> Option<Value>) -> Result<()> {
        if !self.query.matches(|path| value(&row, path))? {
            return Ok(());
        }
        let of = |path: &String| value(&row, path).ok_or_else(|| Error::UnknownProperty(path.clone()));
        let mut sorted_by = self.query.orderby.iter().map(|order| of(&order.path)).collect::<Result<SortKey>>()?;
        sorted_by.extend(key);
        let query = self.query;
        self.cut.offer(sorted_by, row, &|a: &SortKey, b: &SortKey| query.compare(a, b));
        Ok(())
    }

    /// The page.
    #[must_use]
    pub fn finish(self) -> Listed<R> {
        let query = self.query;
        let page = self.cut.finish(&|a: &SortKey, b: &SortKey| query.compare(a, b));
        let top = query.top.map(|top| top.saturating_sub(self.largest));
        let next = page.last.filter(|_| top != Some(0));
        let next = next.map(|key| query.continued(top, &token::write(&self.question, &key)));
        let total = self.known.unwrap_or(page.total);
        let count = (query.count || self.counting).then_some(total);
        Listed { rows: page.items, count, next: next.filter(|_| !self.counting) }
    }
}

impl Query {
    /// A list whose rows are all at hand.
    ///
    /// # Errors
    /// As [`List::new`] and [`List::offer`].
    pub fn list<R>(
        &self,
        path: &str,
        largest: usize,
        rows: Vec<R>,
        key: impl Fn(&R) -> Vec<Value>,
        value: impl Fn(&R, &str) -> Option<Value>,
    ) -> Result<Listed<R>> {
        let mut list = List::new(self, path, largest)?;
        for row in rows {
            let key = key(&row);
            list.offer(row, key, &value)?;
        }
        Ok(list.finish())
    }

    /// `$orderby` first, then the rest of the key, ascending.
    fn compare(&self, a: &[Value], b: &[Value]) -> Ordering {
        let directions = self.orderby.iter().map(|order| order.direction);
        let directions = directions.chain(std::iter::repeat(Direction::Ascending));
        let each = a.iter().zip(b).zip(directions).map(|((a, b), direction)| match direction {
            Direction::Ascending => a.order(b),
            Direction::Descending => b.order(a),
        });
        each.fold(Ordering::Equal, Ordering::then)
    }

    /// The same question, from another place on.
    fn continued(&self, top: Option<usize>, token: &str) -> String {
        let replaced = |pair: &&str| {
            let name = pair.split('=').next().unwrap_or_default();
            let name = super::decode(name).unwrap_or_default();
            pair.is_empty() || matches!(name.as_str(), "$skip" | "$skiptoken" | "$top")
        };
        let mut pairs: Vec<String> = self.raw.split('&').filter(|pair| !replaced(pair)).map(str::to_owned).collect();
        pairs.extend(top.map(|top| format!("$top={top}")));
        pairs.push(format!("$skiptoken={token}"));
        pairs.join("&")
    }
}

#[cfg(test)]
mod tests;
