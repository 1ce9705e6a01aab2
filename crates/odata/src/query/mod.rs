//! Query options: `$filter`, `$orderby`, `$select`, `$expand`, `$top`, `$skip`, `$skiptoken`, `$count`, `$inlinecount`,
//! `$format`, and what is not a system option ([`Query::custom`]).
//!
//! Both versions are read by one parser: V2 and V4 differ in a few options, literals and functions only. An option of
//! the other version, or one that is given twice, is refused. Applying the options to rows: [`List`].

mod eval;
mod filter;
mod lexer;
mod list;
mod token;

pub use filter::{Compare, Expr, Function};
pub use list::{List, Listed, SortKey};

use crate::error::{Error, Result};
use crate::value::Value;
use percent_encoding::percent_decode_str;

/// The longest `$filter` that is looked at; real ones are hundreds of characters.
const LONGEST: usize = 16 * 1024;

/// The query options of a request.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Query {
    pub filter: Option<Expr>,
    pub orderby: Vec<Order>,
    /// `$select`: paths; empty means all.
    pub select: Vec<String>,
    /// `$expand`: paths, without V4's nested options.
    pub expand: Vec<String>,
    pub top: Option<usize>,
    pub skip: Option<usize>,
    /// `$skiptoken`: where the previous page ended.
    pub skiptoken: Option<String>,
    /// `$count=true` or `$inlinecount=allpages`.
    pub count: bool,
    /// `$format`, in lower case.
    pub format: Option<String>,
    /// Options of the service itself, decoded, in their order.
    pub custom: Vec<(String, String)>,
    /// The system options that were given.
    given: Vec<String>,
    /// `$filter` as it was written.
    filter_text: String,
    /// All of it as it was sent.
    raw: String,
}

/// Whose options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Version {
    V2,
    V4,
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

impl Direction {
    const fn word(self) -> &'static str {
        match self {
            Self::Ascending => "asc",
            Self::Descending => "desc",
        }
    }
}

impl Query {
    /// Reads the raw query string of a URL of V2. `+` is a blank, as clients of V2 send it.
    ///
    /// # Errors
    /// On an option that cannot be read, is given twice, or is unknown to V2 (`$…`).
    pub fn v2(raw: &str) -> Result<Self> {
        Self::parse(raw, Version::V2)
    }

    /// Reads the raw query string of a URL of V4.
    ///
    /// # Errors
    /// As [`Query::v2`].
    pub fn v4(raw: &str) -> Result<Self> {
        Self::parse(raw, Version::V4)
    }

    /// A query that is a filter and nothing else.
    ///
    /// # Errors
    /// When the filter cannot be read.
    pub fn filter(text: &str) -> Result<Self> {
        let mut query = Self::default();
        query.set("$filter", text.to_owned(), Version::V4)?;
        Ok(query)
    }

    fn parse(raw: &str, version: Version) -> Result<Self> {
        let mut query = Self { raw: raw.to_owned(), ..Self::default() };
        for pair in raw.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, value) = (decode(name)?, decode(value)?);
            query.set(&name, value, version)?;
        }
        Ok(query)
    }

    fn set(&mut self, name: &str, value: String, version: Version) -> Result<()> {
        if !name.starts_with('$') {
            self.custom.push((name.to_owned(), value));
            return Ok(());
        }
        if self.has(name) {
            return Err(Error::option(name, &value, "it is given twice"));
        }
        self.given.push(name.to_owned());
        match (name, version) {
            ("$filter", _) => {
                self.filter = Some(filter::parse(bounded(name, &value)?)?);
                self.filter_text = value;
            }
            ("$orderby", _) => self.orderby = orders(&value)?,
            ("$select", _) => self.select = names(&value).filter(|path| path != "*").collect(),
            ("$expand", _) => self.expand = expansions(&value)?,
            ("$top", _) => self.top = Some(natural(name, &value)?),
            ("$skip", _) => self.skip = Some(natural(name, &value)?),
            ("$skiptoken", _) => self.skiptoken = Some(value),
            ("$count", Version::V4) => self.count = flag(name, &value)?,
            ("$inlinecount", Version::V2) => self.count = inline_count(&value)?,
            ("$format", _) => self.format = Some(value.to_lowercase()),
            (unknown, _) => return Err(Error::UnknownOption(unknown.to_owned())),
        }
        Ok(())
    }

    /// Whether a system option was given.
    #[must_use]
    pub fn has(&self, option: &str) -> bool {
        self.given.iter().any(|given| given == option)
    }

    /// Refuses the system options that have no effect on `what`: only `effective` ones have, and `$format`.
    ///
    /// # Errors
    /// Names the first that has none.
    pub fn only(&self, what: &str, effective: &[&str]) -> Result<()> {
        let idle = self.given.iter().find(|given| *given != "$format" && !effective.contains(&given.as_str()));
        idle.map_or(Ok(()), |option| Err(Error::NoEffect { option: option.clone(), what: what.to_owned() }))
    }

    /// Refuses options of the service itself that `known` does not name. Options of proxies and pages of the vendor
    /// (`sap-…`) and what keeps answers out of caches (`_`) are nobody's question.
    ///
    /// # Errors
    /// Names the first that is not known.
    pub fn custom_only(&self, what: &str, known: impl Fn(&str) -> bool) -> Result<()> {
        let passed = |name: &str| name.starts_with("sap-") || name == "_" || known(name);
        let idle = self.custom.iter().find(|(name, _)| !passed(name));
        idle.map_or(Ok(()), |(option, _)| Err(Error::NoEffect { option: option.clone(), what: what.to_owned() }))
    }

    /// Checks the properties that filter and order name, also when there is no row to look at.
    ///
    /// # Errors
    /// Names the first that is not `known`.
    pub fn check_paths(&self, known: impl Fn(&str) -> bool) -> Result<()> {
        let mut paths: Vec<&str> = self.orderby.iter().map(|order| order.path.as_str()).collect();
        self.filter.iter().for_each(|filter| filter.paths(&mut paths));
        let unknown = paths.into_iter().find(|path| !known(path));
        unknown.map_or(Ok(()), |path| Err(Error::UnknownProperty(path.to_owned())))
    }

    /// Whether a row passes `$filter`.
    ///
    /// # Errors
    /// As [`List::offer`].
    pub fn matches(&self, value: impl Fn(&str) -> Option<Value>) -> Result<bool> {
        self.filter.as_ref().map_or(Ok(true), |filter| eval::holds(filter, &value))
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

/// V4's nested options would change what is expanded, so they are not passed over.
fn expansions(value: &str) -> Result<Vec<String>> {
    match value.contains('(') {
        true => {
            Err(Error::option("$expand", value, "options in parentheses are not supported; read the list by itself"))
        }
        false => Ok(names(value).collect()),
    }
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
