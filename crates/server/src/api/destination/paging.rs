//! Pages of a list: which one is asked for, and the headers that tell what there is.

use super::error::Problem;
use engine::platform::destination::read::Selection;
use http::{HeaderMap, HeaderValue, header};
use model::destination::Filter;
use serde::Deserialize;

const DEFAULT_SIZE: usize = 10;
const LARGEST_SIZE: usize = 1000;

/// The query of a list.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ListOptions {
    #[serde(rename = "$filter")]
    filter: Option<String>,
    #[serde(rename = "$select")]
    select: Option<String>,
    #[serde(rename = "$page")]
    page: Option<String>,
    #[serde(rename = "$pageSize")]
    page_size: Option<String>,
    #[serde(rename = "$pageCount")]
    page_count: Option<String>,
    #[serde(rename = "$entityCount")]
    entity_count: Option<String>,
    #[serde(rename = "$includeMetadata")]
    include_metadata: Option<String>,
}

/// What is told of each destination besides its properties.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Metadata {
    Etag,
    ModificationTime,
}

impl ListOptions {
    /// Which destinations are wanted.
    ///
    /// # Errors
    /// When an option cannot be read, or two of them exclude each other.
    pub(super) fn selection(&self) -> Result<Selection, Problem> {
        let modes = [self.filter.is_some(), self.select.is_some(), self.page.is_some()];
        if modes.iter().filter(|given| **given).count() > 1 {
            return Err(Problem::invalid("$filter, $select and $page exclude each other; use one of them"));
        }
        if self.page.is_none() {
            self.no_page_is_described()?;
        }
        if let Some(filter) = &self.filter {
            return Filter::parse(filter).map(Selection::Named).map_err(Problem::invalid);
        }
        match &self.page {
            None => Ok(Selection::All),
            Some(page) => Ok(Selection::Page { number: number("$page", page, usize::MAX)?, size: self.size()? }),
        }
    }

    /// What says how pages are, without saying which one.
    fn no_page_is_described(&self) -> Result<(), Problem> {
        let given =
            [("$pageSize", &self.page_size), ("$pageCount", &self.page_count), ("$entityCount", &self.entity_count)];
        match given.iter().find(|(_, value)| value.is_some()) {
            Some((name, _)) => Err(Problem::invalid(format!("{name} counts together with $page only; add $page=1"))),
            None => Ok(()),
        }
    }

    /// Whether only names are wanted.
    ///
    /// # Errors
    /// When something else is selected.
    pub(super) fn names_only(&self) -> Result<bool, Problem> {
        match self.select.as_deref() {
            None => Ok(false),
            Some("Name") => Ok(true),
            Some(other) => Err(Problem::invalid(format!("$select '{other}' is not possible; write $select=Name"))),
        }
    }

    /// Which metadata are wanted.
    ///
    /// # Errors
    /// When there are no such, or the list is one of names or of pages.
    pub(super) fn metadata(&self) -> Result<Vec<Metadata>, Problem> {
        let Some(names) = &self.include_metadata else { return Ok(Vec::new()) };
        if self.select.is_some() || self.page.is_some() {
            return Err(Problem::invalid("$includeMetadata cannot be combined with $select or $page"));
        }
        let one = |name: &str| match name.trim() {
            "etag" => Ok(Metadata::Etag),
            "modification_time" => Ok(Metadata::ModificationTime),
            other => Err(Problem::invalid(format!(
                "$includeMetadata '{other}' is not possible; write modification_time and etag, separated by ';'"
            ))),
        };
        names.split(';').map(one).collect()
    }

    fn size(&self) -> Result<usize, Problem> {
        self.page_size.as_deref().map_or(Ok(DEFAULT_SIZE), |size| number("$pageSize", size, LARGEST_SIZE))
    }

    /// The headers that go with a page.
    ///
    /// # Errors
    /// As [`ListOptions::selection`].
    pub(super) fn headers(&self, path: &str, total: usize) -> Result<HeaderMap, Problem> {
        let mut headers = HeaderMap::new();
        let Selection::Page { number, size } = self.selection()? else { return Ok(headers) };
        let pages = total.div_ceil(size);
        if is_true(self.page_count.as_deref()) {
            headers.insert("page-count", HeaderValue::from(pages));
        }
        if is_true(self.entity_count.as_deref()) {
            headers.insert("entity-count", HeaderValue::from(total));
        }
        let links = self.links(path, number, pages);
        if let Some(links) = HeaderValue::from_str(&links).ok().filter(|links| !links.is_empty()) {
            headers.insert(header::LINK, links);
        }
        Ok(headers)
    }

    /// The pages before and after, in the words and quotes of the original: SAP's clients look for `previous`.
    fn links(&self, path: &str, number: usize, pages: usize) -> String {
        let size = self.page_size.as_deref().map(|size| format!("&$pageSize={size}")).unwrap_or_default();
        let flag = |name, value: &Option<String>| {
            if is_true(value.as_deref()) { format!("&{name}=true") } else { String::new() }
        };
        let flags = flag("$pageCount", &self.page_count) + &flag("$entityCount", &self.entity_count);
        let link = |page: usize, rel: &str| format!("<{path}?$page={page}{size}{flags}>; rel='{rel}'");
        let last = pages.max(1);
        let mut links = Vec::new();
        if number > 1 {
            links.push(link((number - 1).min(last), "previous"));
        }
        if number < last {
            links.push(link(number + 1, "next"));
        }
        links.join(", ")
    }
}

fn number(name: &str, text: &str, most: usize) -> Result<usize, Problem> {
    let read = text.parse::<usize>().ok().filter(|n| (1..=most).contains(n));
    let limit = if most == usize::MAX { "from 1 on".to_owned() } else { format!("from 1 to {most}") };
    read.ok_or_else(|| Problem::invalid(format!("{name} '{text}' must be a number {limit}")))
}

/// A flag that is set: `true`, or there without a value.
pub(super) fn is_true(value: Option<&str>) -> bool {
    value.is_some_and(|text| text.is_empty() || text.eq_ignore_ascii_case("true"))
}
