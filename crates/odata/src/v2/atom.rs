//! Atom: what V2 answers unless JSON is asked for.

use super::schema::{Entity, EntityType, Navigation, Schema};
use super::xml::Xml;
use super::{Base, Feed, below, literal, selected};
use crate::calendar;
use crate::value::Value;

const ATOM: &str = "http://www.w3.org/2005/Atom";
const META: &str = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata";
const DATA: &str = "http://schemas.microsoft.com/ado/2007/08/dataservices";
const SCHEME: &str = "http://schemas.microsoft.com/ado/2007/08/dataservices/scheme";
const RELATED: &str = "http://schemas.microsoft.com/ado/2007/08/dataservices/related/";

/// A list.
#[must_use]
pub fn feed(schema: &Schema, base: Base<'_>, ty: &EntityType, feed: &Feed) -> String {
    let mut xml = Xml::document();
    root(&mut xml, "feed", base);
    xml.element("id", &[], &format!("{}/{}", base.url, ty.set));
    xml.element("title", &[("type", "text")], ty.set);
    xml.element("updated", &[], &updated(base));
    author(&mut xml);
    xml.empty("link", &[("href", ty.set), ("rel", "self"), ("title", ty.set)]);
    if let Some(count) = feed.count {
        xml.element("m:count", &[], &count.to_string());
    }
    for entity in &feed.entities {
        xml.open("entry", &[]);
        inner(&mut xml, schema, base, entity, &feed.select);
        xml.close("entry");
    }
    if let Some(next) = &feed.next {
        xml.empty("link", &[("href", next.as_str()), ("rel", "next")]);
    }
    xml.close("feed");
    xml.finish()
}

/// One entity.
#[must_use]
pub fn entry(schema: &Schema, base: Base<'_>, entity: &Entity, select: &[String]) -> String {
    let mut xml = Xml::document();
    root(&mut xml, "entry", base);
    inner(&mut xml, schema, base, entity, select);
    xml.close("entry");
    xml.finish()
}

/// The service document.
#[must_use]
pub fn service_document(schema: &Schema, base: Base<'_>) -> String {
    let mut xml = Xml::document();
    let url = format!("{}/", base.url);
    let names = [("xmlns", "http://www.w3.org/2007/app"), ("xmlns:atom", ATOM), ("xml:base", url.as_str())];
    xml.open("service", &names);
    xml.open("workspace", &[]);
    xml.element("atom:title", &[], "Default");
    for ty in schema.types {
        xml.open("collection", &[("href", ty.set)]);
        xml.element("atom:title", &[], ty.set);
        xml.close("collection");
    }
    xml.close("workspace");
    xml.close("service");
    xml.finish()
}

fn root(xml: &mut Xml, name: &str, base: Base<'_>) {
    let url = format!("{}/", base.url);
    xml.open(name, &[("xmlns", ATOM), ("xmlns:m", META), ("xmlns:d", DATA), ("xml:base", url.as_str())]);
}

fn updated(base: Base<'_>) -> String {
    format!("{}Z", calendar::date_time(base.now))
}

fn author(xml: &mut Xml) {
    xml.open("author", &[]);
    xml.empty("name", &[]);
    xml.close("author");
}

fn inner(xml: &mut Xml, schema: &Schema, base: Base<'_>, entity: &Entity, select: &[String]) {
    let (ty, path) = (entity.ty(), entity.path());
    let media = format!("{path}/$value");
    xml.element("id", &[], &format!("{}/{path}", base.url));
    xml.element("title", &[("type", "text")], ty.set);
    xml.element("updated", &[], &updated(base));
    author(xml);
    let term = format!("{}.{}", schema.namespace, ty.name);
    xml.empty("category", &[("term", term.as_str()), ("scheme", SCHEME)]);
    xml.empty("link", &[("href", path.as_str()), ("rel", "edit"), ("title", ty.name)]);
    if ty.media {
        xml.empty("link", &[("href", media.as_str()), ("rel", "edit-media"), ("type", "application/octet-stream")]);
    }
    for link in ty.navigation.iter().filter(|link| selected(select, link.name)) {
        to_related(xml, (schema, base), entity, link, &below(select, link.name));
    }
    if ty.media {
        xml.empty("content", &[("type", "application/octet-stream"), ("src", media.as_str())]);
        properties(xml, entity, select);
    } else {
        xml.open("content", &[("type", "application/xml")]);
        properties(xml, entity, select);
        xml.close("content");
    }
}

fn to_related(
    xml: &mut Xml,
    (schema, base): (&Schema, Base<'_>),
    entity: &Entity,
    link: &Navigation,
    select: &[String],
) {
    let kind = if link.many { "application/atom+xml;type=feed" } else { "application/atom+xml;type=entry" };
    let (href, rel) = (format!("{}/{}", entity.path(), link.name), format!("{RELATED}{}", link.name));
    let attributes = [("href", href.as_str()), ("rel", rel.as_str()), ("title", link.name), ("type", kind)];
    let Some(related) = entity.related(link.name) else { return xml.empty("link", &attributes) };
    xml.open("link", &attributes);
    xml.open("m:inline", &[]);
    if link.many {
        xml.open("feed", &[]);
        xml.element("id", &[], &format!("{}/{href}", base.url));
        xml.element("title", &[("type", "text")], link.name);
        xml.element("updated", &[], &updated(base));
    }
    for one in related {
        xml.open("entry", &[]);
        inner(xml, schema, base, one, select);
        xml.close("entry");
    }
    if link.many {
        xml.close("feed");
    }
    xml.close("m:inline");
    xml.close("link");
}

fn properties(xml: &mut Xml, entity: &Entity, select: &[String]) {
    xml.open("m:properties", &[]);
    for (property, value) in entity.pairs() {
        if !selected(select, property.name) {
            continue;
        }
        let name = format!("d:{}", property.name);
        match value {
            Value::Null => xml.empty(&name, &[("m:null", "true")]),
            value => xml.element(&name, &[], &literal::text(value)),
        }
    }
    xml.close("m:properties");
}
