//! Walking through an XML file of a bundle tag by tag, with the text before each closing tag.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::error::{Error, Result};

/// What is done on the way. Names are without their prefix.
pub(super) trait Visitor {
    fn start(&mut self, tag: &str);
    /// With the text since the tag before it.
    fn end(&mut self, tag: &str, text: String);
}

/// Reads all of it; `what` names the file to people.
pub(super) fn visit(xml: &str, what: &str, visitor: &mut impl Visitor) -> Result<()> {
    let wrong = |error: quick_xml::Error| Error::bundle(format!("{what} is not readable: {error}"));
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}'));
    let mut text = String::new();
    loop {
        match reader.read_event().map_err(wrong)? {
            Event::Eof => return Ok(()),
            Event::Start(start) => {
                text.clear();
                visitor.start(start.local_name().as_ref());
            }
            Event::End(end) => visitor.end(end.local_name().as_ref(), std::mem::take(&mut text)),
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::CData(part) => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) => match reference.resolve_char_ref().map_err(wrong)? {
                Some(c) => text.push(c),
                None => {
                    let name = reference.xml10_content();
                    text.push_str(quick_xml::escape::resolve_xml_entity(&name).unwrap_or_default());
                }
            },
            _ => {}
        }
    }
}
