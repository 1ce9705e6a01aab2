//! A small writer of XML over quick-xml. Writing to memory cannot fail, so it has no errors.

use quick_xml::escape::escape;
use std::fmt::Write;

/// A document under construction.
#[derive(Default)]
pub(super) struct Xml {
    text: String,
}

type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    pub(super) fn document() -> Self {
        Self { text: "<?xml version='1.0' encoding='utf-8'?>".to_owned() }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    pub(super) fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.text.push('>');
    }

    pub(super) fn close(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.text.push_str("/>");
    }

    pub(super) fn element(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.open(name, attributes);
        self.text.push_str(&escape(clean(text).as_str()));
        self.close(name);
    }

    fn start(&mut self, name: &str, attributes: Attributes<'_>) {
        self.text.push('<');
        self.text.push_str(name);
        for (key, value) in attributes {
            // Writing to a String cannot fail.
            let _ = write!(self.text, " {key}=\"{}\"", escape(clean(value).as_str()));
        }
    }
}

/// Without the characters that XML 1.0 cannot hold in any form.
fn clean(text: &str) -> String {
    let allowed = |c: &char| matches!(c, '\t' | '\n' | '\r') || (*c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    text.chars().filter(allowed).collect()
}
