//! One page of a list, whatever the list is: items come in one by one in any order, and what cannot be on the page is
//! let go at once, so that showing a page costs the memory of a page.

use std::cmp::Ordering;

/// How many more items than a page are kept before they are sorted and cut: sorting seldom is cheap.
const SLACK: usize = 64;

/// Which part of an ordered list is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window<K> {
    /// Where the page before ended: only items behind this key are wanted.
    pub after: Option<K>,
    /// How many of those are passed over.
    pub skip: usize,
    /// How many are on the page at most.
    pub most: usize,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<K, T> {
    /// Its items, in order.
    pub items: Vec<T>,
    /// How many items there are in all, wherever the page begins.
    pub total: usize,
    /// The key of the last item, when more items follow.
    pub last: Option<K>,
}

/// The page of `items` that `window` asks for. Keys should be unique: items of equal keys are on one page, or lost.
pub fn page<K, T>(
    items: impl IntoIterator<Item = (K, T)>,
    order: impl Fn(&K, &K) -> Ordering,
    window: Window<K>,
) -> Page<K, T> {
    let mut cut = Cut::new(window);
    items.into_iter().for_each(|(key, item)| cut.offer(key, item, &order));
    cut.finish(&order)
}

/// A page that is being made of items that come in one by one.
#[derive(Debug)]
pub struct Cut<K, T> {
    window: Window<K>,
    kept: Vec<(K, T)>,
    total: usize,
}

impl<K, T> Cut<K, T> {
    /// Nothing has come in yet.
    #[must_use]
    pub fn new(window: Window<K>) -> Self {
        Self { window, kept: Vec::new(), total: 0 }
    }

    /// Where the page begins.
    #[must_use]
    pub fn after(&self) -> Option<&K> {
        self.window.after.as_ref()
    }

    /// Takes the next item.
    pub fn offer(&mut self, key: K, item: T, order: &impl Fn(&K, &K) -> Ordering) {
        self.total += 1;
        if self.window.after.as_ref().is_some_and(|after| order(&key, after) != Ordering::Greater) {
            return;
        }
        self.kept.push((key, item));
        if self.kept.len() > self.needed().saturating_mul(2).saturating_add(SLACK) {
            self.shrink(order);
        }
    }

    /// Whether nothing that comes later in the order could change the page.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.kept.len() >= self.needed()
    }

    /// How many more items may come onto the page, if they come in order.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.needed().saturating_sub(self.kept.len())
    }

    /// The page, and one item more: it tells that others follow.
    fn needed(&self) -> usize {
        self.window.skip.saturating_add(self.window.most).saturating_add(1)
    }

    fn shrink(&mut self, order: &impl Fn(&K, &K) -> Ordering) {
        self.kept.sort_by(|(a, _), (b, _)| order(a, b));
        self.kept.truncate(self.needed());
    }

    /// The page.
    pub fn finish(mut self, order: &impl Fn(&K, &K) -> Ordering) -> Page<K, T> {
        self.shrink(order);
        let Window { skip, most, .. } = self.window;
        let more = self.kept.len() > skip.saturating_add(most);
        let mut items = Vec::new();
        let mut last = None;
        for (key, item) in self.kept.into_iter().skip(skip).take(most) {
            items.push(item);
            last = Some(key);
        }
        Page { items, total: self.total, last: last.filter(|_| more) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// However the items come in, the page is the one of the whole list, sorted and cut.
        #[test]
        fn a_page_is_a_part_of_the_sorted_list(
            mut keys in proptest::collection::btree_set(0_u16..900, 0..400).prop_map(Vec::from_iter).prop_shuffle(),
            after in proptest::option::of(0_u16..900), skip in 0_usize..60, most in 0_usize..40,
        ) {
            let window = Window { after, skip, most };
            let got = page(keys.iter().map(|key| (*key, *key)), u16::cmp, window);
            let total = keys.len();
            keys.sort_unstable();
            let rest: Vec<u16> = keys.into_iter().filter(|key| after.is_none_or(|after| *key > after)).collect();
            let wanted: Vec<u16> = rest.iter().copied().skip(skip).take(most).collect();
            let last = wanted.last().copied().filter(|_| rest.len() > skip + most);
            prop_assert_eq!(got, Page { items: wanted, total, last });
        }
    }
}
