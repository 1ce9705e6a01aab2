//! Counting: what test runners print, read into numbers.

use std::ops::Add;

use anyhow::{Context, Result, bail};
use serde_json::{Deserializer, Value};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub ignored: u64,
}

impl Tally {
    /// A part that counts as one test.
    pub fn one(passed: bool) -> Self {
        Self { passed: u64::from(passed), failed: u64::from(!passed), ignored: 0 }
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            ignored: self.ignored + other.ignored,
        }
    }
}

/// Reads `test result: ok. 5 passed; 0 failed; 1 ignored; …`, of which cargo test prints one for each test binary.
pub fn test_result(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |word: &str| {
        let part = counts.split(';').find_map(|part| part.trim().strip_suffix(word))?;
        part.trim().parse().ok()
    };
    Some(Tally { passed: count("passed")?, failed: count("failed")?, ignored: count("ignored")? })
}

/// Reads `ℹ pass 12` of node's test runner.
pub fn node_passed(line: &str) -> Option<u64> {
    line.strip_prefix("ℹ pass ")?.trim().parse().ok()
}

/// The guide's report, one JSON document or one a line, must end with `"ok": true`.
pub fn guide_ok(printed: &str) -> Result<()> {
    let documents = Deserializer::from_str(printed).into_iter::<Value>().collect::<Result<Vec<_>, _>>();
    let documents = documents.context("the guide printed something else than JSON")?;
    let last = documents.last().context("the guide printed no JSON")?;
    if last["ok"] != true {
        bail!("the guide did not report \"ok\": true");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_all_test_binaries_add_up() {
        let output = "\
running 2 tests
test a ... ok
test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

test result: FAILED. 40 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.20s
error: test failed, to rerun pass `--lib`";
        let sum = output.lines().filter_map(test_result).fold(Tally::default(), Add::add);
        assert_eq!(sum, Tally { passed: 42, failed: 3, ignored: 1 });
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(test_result("test result_is_kept ... ok"), None);
        assert_eq!(test_result("test result: "), None);
    }

    #[test]
    fn node_tells_how_many_passed() {
        assert_eq!(node_passed("ℹ pass 12"), Some(12));
        assert_eq!(node_passed("ℹ tests 12"), None);
    }

    #[test]
    fn the_guide_is_ok_only_if_it_says_so_last() {
        assert!(guide_ok("{\"step\":1}\n{\"ok\":true}\n").is_ok());
        assert!(guide_ok("{\"ok\": true, \"steps\": []}").is_ok());
        assert!(guide_ok("{\"ok\":true}\n{\"ok\":false}").is_err());
        assert!(guide_ok("").is_err());
        assert!(guide_ok("all good").is_err());
    }
}
