//! Filters, order and pages, as all lists have them.
//!
//! A list filter is split at commas after the query was decoded once. In `names` a comma is written `%2C` and then
//! encoded once more, so it arrives as `%252C`.

use super::error::{Problem, Result};
use axum::Json;
use axum::extract::FromRequestParts;
use engine::Cx;
use http::request::Parts;
use model::Time;
use model::cf::Selector;
use odata::page::{Cut, Page, Window};
use serde::Serialize;
use std::cmp::Ordering;
use url::form_urlencoded;
use wire::cf::{Included, Link, List, Pagination};

const PAGING: [&str; 4] = ["page", "per_page", "order_by", "label_selector"];
const PER_PAGE: usize = 50;
const MOST: usize = 5000;

/// What a request asks for, before it is known which filters there are.
pub(super) struct Asked {
    pairs: Vec<(String, String)>,
    url: String,
}

impl FromRequestParts<Cx> for Asked {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, cx: &Cx) -> Result<Self> {
        let query = parts.uri.query().unwrap_or_default();
        let pairs = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        Ok(Self { pairs, url: format!("{}/v3{}", cx.addresses().cf(), parts.uri.path().trim_end_matches('/')) })
    }
}

impl Asked {
    /// Only these filters, and those that all lists have.
    pub(super) fn only(self, known: &[&str]) -> Result<Query> {
        let valid = |key: &str| known.contains(&key) || PAGING.contains(&key) || key.starts_with("fields[");
        let unknown: Vec<String> =
            self.pairs.iter().filter(|(key, _)| !valid(key)).map(|(key, _)| format!("'{key}'")).collect();
        if !unknown.is_empty() {
            let all = PAGING.iter().chain(known).map(|key| format!("'{key}'")).collect::<Vec<_>>().join(", ");
            let detail = format!("Unknown query parameter(s): {}. Valid parameters are: {all}", unknown.join(", "));
            return Err(Problem::query(detail));
        }
        let query = Query { asked: self };
        query.page()?;
        query.order()?;
        Ok(query)
    }
}

/// What a request asks for.
pub(super) struct Query {
    asked: Asked,
}

/// What lists are ordered by.
pub(super) struct Key<'a> {
    pub(super) name: &'a str,
    pub(super) created_at: Time,
    pub(super) updated_at: Time,
}

impl Key<'_> {
    /// Of things that have no name and no time.
    pub(super) const fn none() -> Self {
        Self { name: "", created_at: Time(0), updated_at: Time(0) }
    }
}

#[derive(Clone, Copy)]
enum By {
    Name,
    Created,
    Updated,
}

/// What an item is ordered by, and its place among those that are equal.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Name(String),
    Time(Time),
}

/// The page of a list whose items come in one by one.
pub(super) struct Sheet<T, K> {
    by: By,
    descending: bool,
    key: K,
    seen: usize,
    cut: Cut<(Rank, usize), T>,
}

/// The items of a page, and how many the list has.
pub(super) type Shown<T> = Page<(Rank, usize), T>;

fn order(descending: bool) -> impl Fn(&(Rank, usize), &(Rank, usize)) -> Ordering {
    move |(a, at), (b, other)| if descending { b.cmp(a) } else { a.cmp(b) }.then(at.cmp(other))
}

impl<T, K: for<'a> Fn(&'a T) -> Key<'a>> Extend<T> for Sheet<T, K> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        for item in items {
            let key = (self.key)(&item);
            let rank = match self.by {
                By::Name => Rank::Name(key.name.to_owned()),
                By::Created => Rank::Time(key.created_at),
                By::Updated => Rank::Time(key.updated_at),
            };
            self.cut.offer((rank, self.seen), item, &order(self.descending));
            self.seen += 1;
        }
    }
}

impl<T, K> Sheet<T, K> {
    pub(super) fn finish(self) -> Shown<T> {
        self.cut.finish(&order(self.descending))
    }
}

impl Query {
    fn text(&self, key: &str) -> Option<&str> {
        self.asked.pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// The values of a filter, any of which will do.
    pub(super) fn list(&self, key: &str) -> Option<Vec<String>> {
        let values = self.text(key)?.split(',');
        Some(match key {
            "names" => values.map(|value| value.replace("%2C", ",").replace("%2c", ",")).collect(),
            _ => values.map(str::to_owned).collect(),
        })
    }

    /// Whether a filter of this name, if there is one, has this value.
    pub(super) fn takes(&self, key: &str, value: &str) -> bool {
        self.list(key).is_none_or(|all| all.iter().any(|wanted| wanted == value))
    }

    /// Whether `include` names it.
    pub(super) fn includes(&self, what: &str) -> bool {
        self.list("include").is_some_and(|all| all.iter().any(|included| included == what))
    }

    /// Refuses to include what cannot be.
    pub(super) fn includable(&self, known: &[&str]) -> Result<()> {
        match self.list("include").unwrap_or_default().iter().find(|wanted| !known.contains(&wanted.as_str())) {
            Some(unknown) => {
                let all = known.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ");
                Err(Problem::query(format!(
                    "Invalid included resource: '{unknown}'. Valid included resources are: {all}"
                )))
            }
            None => Ok(()),
        }
    }

    /// Whether fields of a related resource are asked for: `fields[service_plan]`.
    pub(super) fn has_fields(&self, path: &str) -> bool {
        self.text(&format!("fields[{path}]")).is_some()
    }

    /// A filter that is `true` or `false`.
    pub(super) fn flag(&self, key: &str) -> Result<Option<bool>> {
        let read = |text: &str| text.parse().map_err(|_| Problem::query(format!("{key} must be 'true' or 'false'")));
        self.text(key).map(read).transpose()
    }

    /// The label selector.
    pub(super) fn labels(&self) -> Result<Option<Selector>> {
        let Some(text) = self.text("label_selector") else { return Ok(None) };
        Selector::parse(text).map(Some).ok_or_else(|| Problem::query("Invalid label_selector value"))
    }

    fn page(&self) -> Result<(usize, usize)> {
        let number = |key: &str, fallback: usize| match self.text(key) {
            None => Ok(fallback),
            Some(text) => {
                text.parse::<usize>().map_err(|_| Problem::query(format!("{key} must be a positive integer")))
            }
        };
        let (page, per_page) = (number("page", 1)?, number("per_page", PER_PAGE)?);
        if page == 0 {
            return Err(Problem::query("Page must be greater than 0"));
        }
        if per_page == 0 || per_page > MOST {
            return Err(Problem::query(format!("Per page must be between 1 and {MOST}")));
        }
        Ok((page, per_page))
    }

    fn order(&self) -> Result<(By, bool)> {
        let text = self.text("order_by").unwrap_or("created_at");
        let (descending, field) = match text.strip_prefix('-') {
            Some(field) => (true, field),
            // A plus that is not encoded arrives as a blank.
            None => (false, text.trim_start_matches(['+', ' '])),
        };
        let by = match field {
            "name" => By::Name,
            "created_at" => By::Created,
            "updated_at" => By::Updated,
            _ => return Err(Problem::query("Order by can only be: 'created_at', 'updated_at', 'name'")),
        };
        Ok((by, descending))
    }

    /// Where the items of a list go that come in one by one: it keeps those of the page.
    pub(super) fn sheet<T, K>(&self, key: K) -> Result<Sheet<T, K>>
    where
        K: for<'a> Fn(&'a T) -> Key<'a>,
    {
        let ((by, descending), (number, per_page)) = (self.order()?, self.page()?);
        let window = Window { after: None, skip: (number - 1).saturating_mul(per_page), most: per_page };
        Ok(Sheet { by, descending, key, seen: 0, cut: Cut::new(window) })
    }

    /// The answer with the page that a sheet has kept.
    pub(super) fn listed<T, W>(&self, page: &Shown<T>, view: impl Fn(&T) -> W) -> Result<List<W>> {
        let (number, per_page) = self.page()?;
        let pagination = self.pagination(page.total, number, per_page);
        Ok(List { pagination, resources: page.items.iter().map(view).collect(), included: None })
    }

    /// Orders `items`, cuts the page out, and converts what is on it. What is equal stays in its order.
    pub(super) fn cut<T, W>(
        &self,
        items: &[T],
        key: impl for<'a> Fn(&'a T) -> Key<'a>,
        view: impl Fn(&T) -> W,
    ) -> Result<List<W>> {
        let mut sheet = self.sheet(|item: &&T| key(item))?;
        sheet.extend(items);
        self.listed(&sheet.finish(), |item: &&T| view(item))
    }

    /// The same of things that have no labels.
    pub(super) fn cut_plain<T, W>(
        &self,
        items: &[T],
        key: impl for<'a> Fn(&'a T) -> Key<'a>,
        view: impl Fn(&T) -> W,
    ) -> Result<List<W>> {
        let fits = self.labels()?.is_none_or(|selector| selector.matches(|_| None));
        self.cut(if fits { items } else { &[] }, key, view)
    }

    fn pagination(&self, total: usize, page: usize, per_page: usize) -> Pagination {
        let pages = total.div_ceil(per_page).max(1);
        let link = |page: usize| Link { href: self.href(page, per_page), ..Link::default() };
        Pagination {
            total_results: total,
            total_pages: pages,
            first: link(1),
            last: link(pages),
            next: (page < pages).then(|| link(page + 1)),
            previous: (page > 1).then(|| link(page - 1)),
        }
    }

    /// Absolute, because clients follow it as it is, with all filters.
    fn href(&self, page: usize, per_page: usize) -> String {
        let kept = self.asked.pairs.iter().filter(|(key, _)| key != "page" && key != "per_page");
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(kept.map(|(key, value)| (key.as_str(), value.as_str())));
        query.append_pair("page", &page.to_string()).append_pair("per_page", &per_page.to_string());
        format!("{}?{}", self.asked.url, query.finish())
    }
}

/// A list with what its items refer to, when that was asked for.
pub(super) fn with<T>(list: List<T>, included: Included) -> List<T> {
    List { included: some(included), ..list }
}

/// A resource with what it refers to, when that was asked for.
#[derive(Serialize)]
pub(super) struct One<T> {
    #[serde(flatten)]
    resource: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    included: Option<Included>,
}

pub(super) fn one<T>(resource: T, included: Included) -> Json<One<T>> {
    Json(One { resource, included: some(included) })
}

fn some(included: Included) -> Option<Included> {
    (included != Included::default()).then_some(included)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Asked {
        let pairs = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        Asked { pairs, url: "https://api.h/v3/things".into() }
    }

    type Thing = (String, Time);

    fn key(thing: &Thing) -> Key<'_> {
        Key { name: &thing.0, created_at: thing.1, updated_at: thing.1 }
    }

    fn cut(query: &str, names: &[&str]) -> List<String> {
        let items: Vec<Thing> = names.iter().zip(0..).map(|(name, n)| ((*name).to_owned(), Time(n))).collect();
        let query = asked(query).only(&["names"]).ok().unwrap();
        query.cut(&items, key, |item| item.0.clone()).ok().unwrap()
    }

    #[test]
    fn a_comma_in_a_name_is_encoded_twice() {
        let query =
            asked("names=Example+Company%252C+Inc.,b%2Cc,a%2Bb&guids=x%2Cy").only(&["names", "guids"]).ok().unwrap();
        assert_eq!(query.list("names").unwrap(), ["Example Company, Inc.", "b", "c", "a+b"]);
        assert_eq!(query.list("guids").unwrap(), ["x", "y"]);
        assert_eq!(query.list("types"), None);
    }

    #[test]
    fn pages_are_linked_absolutely_with_all_filters() {
        let list = cut("per_page=2&page=2&names=a%252Cb", &["a", "b", "c", "d", "e"]);
        assert_eq!(list.resources, ["c", "d"]);
        let p = list.pagination;
        assert_eq!((p.total_results, p.total_pages), (5, 3));
        assert_eq!(p.next.unwrap().href, "https://api.h/v3/things?names=a%252Cb&page=3&per_page=2");
        assert_eq!(p.previous.unwrap().href, "https://api.h/v3/things?names=a%252Cb&page=1&per_page=2");
        let empty = cut("", &[]);
        assert_eq!((empty.pagination.total_pages, empty.pagination.next), (1, None));
    }

    #[test]
    fn order_is_by_name_or_time_in_both_directions() {
        assert_eq!(cut("", &["b", "a"]).resources, ["b", "a"]);
        assert_eq!(cut("order_by=name", &["b", "a"]).resources, ["a", "b"]);
        assert_eq!(cut("order_by=-name", &["b", "a", "c"]).resources, ["c", "b", "a"]);
        assert_eq!(cut("order_by=%2Bcreated_at", &["b", "a"]).resources, ["b", "a"]);
        assert_eq!(cut("order_by=-created_at", &["b", "a"]).resources, ["a", "b"]);
    }

    #[test]
    fn what_would_have_no_effect_is_refused() {
        let query = asked("include=org,colour&available=maybe&label_selector=env%3Dprod");
        let query = query.only(&["include", "available"]).ok().unwrap();
        let refused = query.includable(&["organization", "org"]).err().unwrap();
        assert!(refused.message.contains("'colour'") && refused.message.contains("'organization', 'org'"));
        assert!(query.includable(&["org", "colour"]).is_ok() && query.flag("available").is_err());
        let items = [("a".to_owned(), Time(0))];
        let shown = query.cut_plain(&items, key, |item| item.0.clone()).ok().unwrap();
        assert!(shown.resources.is_empty(), "what has no labels has none of this value");
    }

    #[test]
    fn what_is_unknown_or_out_of_range_is_refused() {
        for query in ["colour=red", "page=0", "per_page=5001", "per_page=x", "order_by=size"] {
            assert!(asked(query).only(&["names"]).is_err(), "{query}");
        }
        assert!(asked("fields[service_plan]=guid&label_selector=a").only(&[]).is_ok());
    }
}
