//! Who comes before whom: a depth-first order that keeps the written one where it can, and finds cycles.

use std::collections::HashMap;

/// Indices so that each node stands behind those it waits for; on a cycle its names, the first one repeated at the end.
/// Names that are no node are passed over. Iterative, because a descriptor may chain thousands of modules.
pub(super) fn order<'a>(nodes: impl Iterator<Item = (&'a str, &'a [String])>) -> Result<Vec<usize>, Vec<String>> {
    let nodes: Vec<_> = nodes.collect();
    let index: HashMap<&str, usize> = nodes.iter().enumerate().map(|(at, (name, _))| (*name, at)).collect();
    let mut order = Vec::with_capacity(nodes.len());
    let mut state = vec![State::New; nodes.len()];
    for start in 0..nodes.len() {
        let mut path = vec![(start, 0)];
        while let Some((at, next)) = path.pop() {
            if state[at] == State::Done {
                continue;
            }
            state[at] = State::Open;
            let Some(name) = nodes[at].1.get(next) else {
                state[at] = State::Done;
                order.push(at);
                continue;
            };
            path.push((at, next + 1));
            let Some(target) = index.get(name.as_str()).copied() else { continue };
            if state[target] == State::Open {
                return Err(cycle(&path, target, |at| nodes[at].0.to_owned()));
            }
            path.push((target, 0));
        }
    }
    Ok(order)
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    Open,
    Done,
}

fn cycle(path: &[(usize, usize)], target: usize, name: impl Fn(usize) -> String) -> Vec<String> {
    let from = path.iter().position(|(at, _)| *at == target).unwrap_or(0);
    path[from..].iter().map(|(at, _)| *at).chain([target]).map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(nodes: &[(&str, &[&str])]) -> Result<Vec<usize>, Vec<String>> {
        let owned: Vec<(&str, Vec<String>)> =
            nodes.iter().map(|(name, after)| (*name, after.iter().map(|a| (*a).to_owned()).collect())).collect();
        order(owned.iter().map(|(name, after)| (*name, after.as_slice())))
    }

    #[test]
    fn the_written_order_stays_where_it_can() {
        assert_eq!(of(&[("a", &[]), ("b", &[]), ("c", &["a"])]), Ok(vec![0, 1, 2]));
        assert_eq!(of(&[("a", &["c"]), ("b", &[]), ("c", &[])]), Ok(vec![2, 0, 1]));
        assert_eq!(of(&[("a", &["b", "c"]), ("b", &["c"]), ("c", &["elsewhere"])]), Ok(vec![2, 1, 0]));
    }

    #[test]
    fn cycles_are_named() {
        let names = |names: &[&str]| Err(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&[("a", &["b"]), ("b", &["a"])]), names(&["a", "b", "a"]));
        assert_eq!(of(&[("x", &["a"]), ("a", &["a"])]), names(&["a", "a"]));
    }

    #[test]
    fn long_chains_do_not_overflow() {
        let names: Vec<String> = (0..50_000).map(|at| at.to_string()).collect();
        let nodes = names.iter().zip(names.windows(2).map(|pair| &pair[1..]).chain([&names[..0]]));
        assert_eq!(order(nodes.map(|(name, after)| (name.as_str(), after))).unwrap()[0], 49_999);
    }
}
