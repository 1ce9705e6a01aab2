//! What an artifact refers to: other artifacts that have to be in the tenant for it to run.

use std::collections::BTreeSet;

use super::tags::{Visitor, visit};
use crate::error::Result;
use crate::package::ResourceType;

/// Beginnings of required capabilities that name an artifact. Adapters are required, too, but are no artifacts.
const CAPABILITIES: [(&str, ResourceType); 2] =
    [("scriptcollection.", ResourceType::ScriptCollection), ("messagemapping.", ResourceType::MessageMapping)];

/// An artifact that another one refers to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// `ScriptCollection`, `MessageMapping`.
    pub kind: String,
    /// Its technical id.
    pub id: String,
}

fn reference(kind: &ResourceType, id: &str) -> Reference {
    Reference { kind: kind.as_str().to_owned(), id: id.to_owned() }
}

/// Those that a manifest requires.
pub(super) fn required(capabilities: &[&str]) -> BTreeSet<Reference> {
    let named = capabilities.iter().flat_map(|capability| {
        CAPABILITIES.iter().filter_map(|(prefix, kind)| Some(reference(kind, capability.strip_prefix(prefix)?)))
    });
    named.collect()
}

/// Those that the steps of a flow name. A script collection stands at each step that takes a script out of it.
pub(super) fn of_steps(xml: &str) -> Result<BTreeSet<Reference>> {
    let mut reading = Reading::default();
    visit(xml, "the integration flow", &mut reading)?;
    Ok(reading.found)
}

#[derive(Default)]
struct Reading {
    found: BTreeSet<Reference>,
    key: String,
}

impl Visitor for Reading {
    fn start(&mut self, _: &str) {}

    fn end(&mut self, tag: &str, text: String) {
        match tag {
            "key" => text.trim().clone_into(&mut self.key),
            "value" if self.key == "scriptBundleId" && !text.trim().is_empty() => {
                self.found.insert(reference(&ResourceType::ScriptCollection, text.trim()));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capabilities_and_steps_name_artifacts() {
        let required = required(&["scriptcollection.a.b", "messagemapping.M", "sap-HTTP"]);
        let names: Vec<(&str, &str)> = required.iter().map(|one| (one.kind.as_str(), one.id.as_str())).collect();
        assert_eq!(names, [("MessageMapping", "M"), ("ScriptCollection", "a.b")]);
        let step = |value: &str| format!("<p><key>scriptBundleId</key><value>{value}</value></p>");
        let xml = format!("<d>{}{}{}<p><key>x</key><value>y</value></p></d>", step("S"), step(" S "), step(""));
        assert_eq!(of_steps(&xml).unwrap().into_iter().map(|one| one.id).collect::<Vec<_>>(), ["S"]);
    }
}
