//! Error bodies.

use super::xml::Xml;
use serde_json::{Value, json};

/// `{"error":{"code":"Not Found","message":{"lang":"en","value":"…"}}}`.
#[must_use]
pub fn json_error(code: &str, message: &str) -> Value {
    json!({ "error": { "code": code, "message": { "lang": "en", "value": message } } })
}

/// The same in XML.
#[must_use]
pub fn xml_error(code: &str, message: &str) -> String {
    let mut xml = Xml::document();
    xml.open("error", &[("xmlns", "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata")]);
    xml.element("code", &[], code);
    xml.element("message", &[("xml:lang", "en")], message);
    xml.close("error");
    xml.finish()
}
