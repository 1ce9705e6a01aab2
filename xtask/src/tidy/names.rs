//! File names that say nothing, and paths of somebody's machine in files of the project.

use super::{Finding, Tree};

const EMPTY_WORDS: &[&str] = &["util", "utils", "helper", "helpers", "common", "manager"];

/// Names of services, which are what they are.
const SERVICE_NAMES: &[&str] = &["service_manager", "service-manager", "saas_manager", "saas-manager"];

/// Folders in which people and build machines keep their work.
const MACHINE_FOLDERS: &[&str] = &["/home/", "/root/", "/work/"];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let names = tree.paths.iter().filter_map(|path| empty_name(path));
    let machines = tree.texts.iter().flat_map(|(path, text)| machine_paths(path, text));
    names.chain(machines).collect()
}

fn empty_name(path: &str) -> Option<Finding> {
    let name = SERVICE_NAMES.iter().fold(path.to_lowercase(), |name, known| name.replace(known, ""));
    let word = name.split(|sign: char| !sign.is_alphanumeric()).find(|word| EMPTY_WORDS.contains(word))?;
    let what = format!("`{word}` in a file name");
    Some(Finding { path: path.to_owned(), line: 1, what, remedy: "name the thing that it makes or knows" })
}

fn machine_paths<'a>(path: &'a str, text: &'a str) -> impl Iterator<Item = Finding> + 'a {
    let lines = text.lines().enumerate().filter_map(|(index, line)| Some((index + 1, machine_folder(line)?)));
    lines.map(|(line, folder)| {
        let what = format!("a path of one machine, under {folder}");
        Finding { path: path.to_owned(), line, what, remedy: "make it relative, or take it from the environment" }
    })
}

/// A folder counts where a path begins with it and goes on; inside a longer path or a URL it is something else.
fn machine_folder(line: &str) -> Option<&'static str> {
    let begins = |at: usize| !line[..at].ends_with(|sign: char| sign.is_alphanumeric() || "._-/}*".contains(sign));
    let goes_on = |end: usize| line[end..].starts_with(|sign: char| sign.is_alphanumeric() || sign == '.');
    let here = |folder: &str| line.match_indices(folder).any(|(at, _)| begins(at) && goes_on(at + folder.len()));
    MACHINE_FOLDERS.iter().copied().find(|folder| here(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_a_thing_is() {
        assert!(empty_name("crates/server/src/utils.rs").is_some());
        assert!(empty_name("crates/engine/src/node_manager/mod.rs").is_some());
        assert!(empty_name("crates/wire/src/service_manager.rs").is_none());
        assert!(empty_name("crates/server/src/paging.rs").is_none());
    }

    #[test]
    fn paths_of_a_machine_are_found() {
        let somewhere = concat!("see /ho", "me/anna/x");
        assert_eq!(machine_folder(somewhere), Some(MACHINE_FOLDERS[0]));
        assert_eq!(machine_folder("GET /api/v1/work/items"), None);
        assert_eq!(machine_folder("the folder /root/"), None);
    }
}
