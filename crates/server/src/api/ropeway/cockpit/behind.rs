//! A page of what goes by one after the other: the first so many behind a key, and nothing more is kept.

use std::collections::BTreeMap;

/// The page of a list that is ordered by the texts that `key` makes.
pub(super) struct Behind<T> {
    after: String,
    most: usize,
    key: fn(&T) -> String,
    /// What is looked for.
    takes: Box<dyn Fn(&T) -> bool + Send>,
    found: BTreeMap<String, T>,
}

impl<T> Behind<T> {
    pub(super) fn new(after: Option<String>, limit: i64, key: fn(&T) -> String) -> Self {
        let most = usize::try_from(limit).unwrap_or_default();
        Self { after: after.unwrap_or_default(), most, key, takes: Box::new(|_| true), found: BTreeMap::new() }
    }

    /// Only those.
    pub(super) fn only(self, takes: impl Fn(&T) -> bool + Send + 'static) -> Self {
        Self { takes: Box::new(takes), ..self }
    }

    /// The items, and the key to go on behind when there is more.
    pub(super) fn page(mut self) -> (Vec<T>, Option<String>) {
        let is_more = self.found.len() > self.most;
        if is_more {
            self.found.pop_last();
        }
        let next = self.found.last_key_value().map(|(key, _)| key.clone()).filter(|_| is_more);
        (self.found.into_values().collect(), next)
    }
}

impl<T> Extend<T> for Behind<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        for item in items {
            let key = (self.key)(&item);
            if key <= self.after || !(self.takes)(&item) {
                continue;
            }
            self.found.insert(key, item);
            if self.found.len() > self.most + 1 {
                self.found.pop_last();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Behind;

    fn page(after: &str, limit: i64) -> (Vec<&'static str>, Option<String>) {
        let mut page =
            Behind::new(Some(after.to_owned()), limit, |item: &&str| (*item).to_owned()).only(|item| *item != "c");
        page.extend(["d", "b", "a", "c", "e"]);
        page.page()
    }

    #[test]
    fn a_page_has_the_first_behind_its_key() {
        assert_eq!(page("", 2), (vec!["a", "b"], Some("b".to_owned())));
        assert_eq!(page("b", 2), (vec!["d", "e"], None));
        assert_eq!(page("e", 2), (vec![], None));
        assert_eq!(page("", 9).0, ["a", "b", "d", "e"]);
    }
}
