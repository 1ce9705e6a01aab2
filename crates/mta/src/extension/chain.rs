//! Puts extensions in order, from the one that extends the MTA on.

use super::{ChainMode, Extension, SECURE};
use crate::error::{Error, Result};

/// The extensions in the order in which they are applied. The secure one is always last, whatever it extends.
pub fn chain<'a>(root: &str, extensions: &'a [Extension], mode: ChainMode) -> Result<Vec<&'a Extension>> {
    let (secure, mut waiting): (Vec<_>, Vec<_>) = extensions.iter().partition(|extension| extension.id == SECURE);
    let mut ordered: Vec<&Extension> = Vec::new();
    let mut parent = root;
    loop {
        let (children, rest): (Vec<_>, Vec<_>) = waiting.iter().partition(|extension| extension.extends == parent);
        waiting = rest;
        let Some(next) = children.first() else { break };
        if children.len() > 1 && mode == ChainMode::Strict {
            return Err(Error::NotAChain { extensions: ids(&children), parent: parent.to_owned() });
        }
        ordered.push(next);
        parent = &next.id;
    }
    if !waiting.is_empty() && mode == ChainMode::Strict {
        return Err(Error::UnknownParent { extensions: ids(&waiting), root: root.to_owned() });
    }
    ordered.extend(secure);
    Ok(ordered)
}

fn ids(extensions: &[&Extension]) -> Vec<String> {
    extensions.iter().map(|extension| extension.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extension(id: &str, extends: &str) -> Extension {
        Extension { id: id.to_owned(), extends: extends.to_owned(), ..Extension::default() }
    }

    fn of(extensions: &[(&str, &str)], mode: ChainMode) -> Result<Vec<String>> {
        let extensions: Vec<_> = extensions.iter().map(|(id, extends)| extension(id, extends)).collect();
        chain("root", &extensions, mode).map(|chain| ids(&chain))
    }

    #[test]
    fn a21_the_order_is_that_of_the_chain() {
        assert_eq!(of(&[("b", "a"), ("a", "root")], ChainMode::Strict).unwrap(), ["a", "b"]);
        assert_eq!(of(&[(SECURE, "root"), ("b", "a"), ("a", "root")], ChainMode::Strict).unwrap(), ["a", "b", SECURE]);
    }

    #[test]
    fn a20_two_children_of_one_parent_are_no_chain() {
        let two = [("a", "root"), ("b", "root")];
        assert!(
            matches!(of(&two, ChainMode::Strict), Err(Error::NotAChain { extensions, .. }) if extensions == ["a", "b"])
        );
        assert_eq!(of(&two, ChainMode::Lenient).unwrap(), ["a"]);
    }

    #[test]
    fn unknown_parents_and_cycles_are_named_or_ignored() {
        for outside in [[("a", "root"), ("x", "nowhere")], [("x", "y"), ("y", "x")]] {
            assert!(matches!(of(&outside, ChainMode::Strict), Err(Error::UnknownParent { .. })));
            assert!(of(&outside, ChainMode::Lenient).unwrap().len() < 2);
        }
        // A cycle that hangs on the root must not run forever.
        assert!(of(&[("root", "root")], ChainMode::Lenient).unwrap().len() == 1);
    }
}
