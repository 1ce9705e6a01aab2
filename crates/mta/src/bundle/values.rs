//! The file of a value mapping: what is the same in which system.

use super::tags::{Visitor, visit};
use crate::error::Result;

/// A value as one system writes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ValueEntry {
    /// The system.
    pub agency: String,
    /// What sort of value it is there.
    pub schema: String,
    pub value: String,
}

/// Values that mean the same, a group each.
pub(super) fn groups(xml: &str) -> Result<Vec<Vec<ValueEntry>>> {
    let mut reading = Reading::default();
    visit(xml, "the value mapping", &mut reading)?;
    Ok(reading.groups)
}

#[derive(Default)]
struct Reading {
    groups: Vec<Vec<ValueEntry>>,
    entry: ValueEntry,
}

impl Visitor for Reading {
    fn start(&mut self, tag: &str) {
        match tag {
            "group" => self.groups.push(Vec::new()),
            "entry" => self.entry = ValueEntry::default(),
            _ => {}
        }
    }

    fn end(&mut self, tag: &str, text: String) {
        match tag {
            "agency" => self.entry.agency = text.trim().to_owned(),
            "schema" => self.entry.schema = text.trim().to_owned(),
            "value" => self.entry.value = text,
            "entry" => self.groups.last_mut().into_iter().for_each(|group| group.push(std::mem::take(&mut self.entry))),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_has_the_value_of_each_system() {
        let entry = |agency: &str, value: &str| {
            format!(
                "<entry isDefault=\"true\"><agency>{agency}</agency><schema> country </schema><value>{value}</value></entry>"
            )
        };
        let xml = format!(
            "<vm version=\"2.0\"><group id=\"1\">{}{}</group><group id=\"2\"/><group id=\"3\">{}</group></vm>",
            entry("Shop", "D&amp;E "),
            entry("ERP", "DEU"),
            entry("Shop", "")
        );
        let found = groups(&xml).unwrap();
        let sizes: Vec<usize> = found.iter().map(Vec::len).collect();
        assert_eq!(sizes, [2, 1], "an empty group maps nothing");
        assert_eq!(
            found[0][0],
            ValueEntry { agency: "Shop".to_owned(), schema: "country".to_owned(), value: "D&E ".to_owned() }
        );
        assert!(groups("<vm><group></vm>").is_err());
    }
}
