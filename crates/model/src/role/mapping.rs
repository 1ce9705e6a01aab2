//! Which role collections the groups of an identity provider give somebody.
//!
//! What groups give is kept apart from what people give: a group that goes takes its own with it, and nothing else.

use std::collections::BTreeSet;

/// A group gives a role collection somewhere; `P` says where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mapping<P> {
    /// As the identity provider calls it; its case matters.
    pub group: String,
    pub place: P,
    /// Name of the role collection.
    pub collection: String,
}

/// What is to change so that somebody has what his groups give, and no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes<P: Ord> {
    pub give: BTreeSet<(P, String)>,
    pub take: BTreeSet<(P, String)>,
}

/// From what his groups gave him before (`had`) to what they give now. What people gave him is no part of it.
#[must_use]
pub fn changes<P: Ord + Clone>(
    mappings: &[Mapping<P>],
    groups: &BTreeSet<String>,
    had: &BTreeSet<(P, String)>,
) -> Changes<P> {
    let has: BTreeSet<(P, String)> = mappings
        .iter()
        .filter(|mapping| groups.contains(&mapping.group))
        .map(|mapping| (mapping.place.clone(), mapping.collection.clone()))
        .collect();
    Changes { give: has.difference(had).cloned().collect(), take: had.difference(&has).cloned().collect() }
}

/// Of what groups gave (`had`), what no group gives any more, whatever groups somebody is in.
#[must_use]
pub fn orphaned<P: Ord + Clone>(mappings: &[Mapping<P>], had: &BTreeSet<(P, String)>) -> BTreeSet<(P, String)> {
    let groups = mappings.iter().map(|mapping| mapping.group.clone()).collect();
    changes(mappings, &groups, had).take
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;

    fn mapping() -> impl Strategy<Value = Mapping<u8>> {
        ("[a-d]", 0..3_u8, "[X-Z]").prop_map(|(group, place, collection)| Mapping { group, place, collection })
    }

    fn after(had: &BTreeSet<(u8, String)>, changes: &Changes<u8>) -> BTreeSet<(u8, String)> {
        had.difference(&changes.take).chain(&changes.give).cloned().collect()
    }

    proptest! {
        #[test]
        fn afterwards_somebody_has_exactly_what_his_groups_give(
            mappings in vec(mapping(), 0..12),
            groups in btree_set("[a-e]", 0..5),
            had in btree_set((0..3_u8, "[X-Z]"), 0..6),
        ) {
            let changes = changes(&mappings, &groups, &had);
            let has = after(&had, &changes);
            for (place, collection) in &has {
                let gives = |one: &Mapping<u8>| {
                    one.place == *place && one.collection == *collection && groups.contains(&one.group)
                };
                prop_assert!(mappings.iter().any(gives));
            }
            for one in mappings.iter().filter(|one| groups.contains(&one.group)) {
                prop_assert!(has.contains(&(one.place, one.collection.clone())));
            }
            prop_assert!(changes.give.is_disjoint(&had) && changes.take.is_subset(&had));
        }

        #[test]
        fn the_same_groups_again_change_nothing(
            mappings in vec(mapping(), 0..12),
            groups in btree_set("[a-e]", 0..5),
            had in btree_set((0..3_u8, "[X-Z]"), 0..6),
        ) {
            let has = after(&had, &changes(&mappings, &groups, &had));
            let again = changes(&mappings, &groups, &has);
            prop_assert!(again.give.is_empty() && again.take.is_empty());
        }

        #[test]
        fn without_groups_nothing_is_left_and_what_is_orphaned_goes_in_any_case(
            mappings in vec(mapping(), 0..12),
            groups in btree_set("[a-e]", 0..5),
            had in btree_set((0..3_u8, "[X-Z]"), 0..6),
        ) {
            prop_assert_eq!(changes(&mappings, &BTreeSet::new(), &had).take, had.clone());
            prop_assert!(orphaned(&mappings, &had).is_subset(&changes(&mappings, &groups, &had).take));
        }
    }
}
