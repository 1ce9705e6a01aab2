//! JSON: `{"d":{"results":[…]}}`, `{"d":{…}}`, `__metadata`, deferred links.

use super::schema::{Entity, Kind, Navigation, Property, Schema};
use super::{Base, Feed, below, literal, selected};
use crate::value::Value;
use serde_json::{Map, Value as Json, json};

/// A list.
#[must_use]
pub fn feed(schema: &Schema, base: Base<'_>, feed: &Feed) -> Json {
    let results: Vec<Json> = feed.entities.iter().map(|entity| object(schema, base, entity, &feed.select)).collect();
    let mut d = Map::new();
    if let Some(count) = feed.count {
        d.insert("__count".to_owned(), json!(count.to_string()));
    }
    d.insert("results".to_owned(), json!(results));
    if let Some(next) = &feed.next {
        d.insert("__next".to_owned(), json!(next));
    }
    json!({ "d": d })
}

/// One entity.
#[must_use]
pub fn entry(schema: &Schema, base: Base<'_>, entity: &Entity, select: &[String]) -> Json {
    json!({ "d": object(schema, base, entity, select) })
}

/// The service document.
#[must_use]
pub fn service_document(schema: &Schema) -> Json {
    let sets: Vec<&str> = schema.types.iter().map(|ty| ty.set).collect();
    json!({ "d": { "EntitySets": sets } })
}

fn object(schema: &Schema, base: Base<'_>, entity: &Entity, select: &[String]) -> Json {
    let uri = format!("{}/{}", base.url, entity.path());
    let mut object = Map::new();
    object.insert("__metadata".to_owned(), metadata(schema, entity, &uri));
    for (property, value) in entity.pairs().filter(|(property, _)| selected(select, property.name)) {
        object.insert(property.name.to_owned(), of(property, value));
    }
    for link in entity.ty().navigation.iter().filter(|link| selected(select, link.name)) {
        let value = match entity.related(link.name) {
            None => json!({ "__deferred": { "uri": format!("{uri}/{}", link.name) } }),
            Some(related) => inline(schema, base, link, related, &below(select, link.name)),
        };
        object.insert(link.name.to_owned(), value);
    }
    Json::Object(object)
}

fn inline(schema: &Schema, base: Base<'_>, link: &Navigation, related: &[Entity], select: &[String]) -> Json {
    let mut objects = related.iter().map(|entity| object(schema, base, entity, select));
    match link.many {
        true => json!({ "results": objects.collect::<Vec<_>>() }),
        false => objects.next().unwrap_or(Json::Null),
    }
}

fn metadata(schema: &Schema, entity: &Entity, uri: &str) -> Json {
    let mut metadata = Map::new();
    metadata.insert("id".to_owned(), json!(uri));
    metadata.insert("uri".to_owned(), json!(uri));
    metadata.insert("type".to_owned(), json!(format!("{}.{}", schema.namespace, entity.ty().name)));
    if entity.ty().media {
        let media = format!("{uri}/$value");
        metadata.insert("content_type".to_owned(), json!("application/octet-stream"));
        metadata.insert("media_src".to_owned(), json!(media));
        metadata.insert("edit_media".to_owned(), json!(media));
    }
    Json::Object(metadata)
}

/// 64-bit numbers are texts in JSON, because JavaScript would round them.
fn of(property: &Property, value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(flag) => json!(flag),
        Value::Int(number) if property.kind == Kind::Int64 => json!(number.to_string()),
        Value::Int(number) => json!(number),
        Value::Float(number) => json!(number),
        Value::Text(text) => json!(text),
        Value::Time(millis) => json!(literal::json_date(*millis)),
    }
}
