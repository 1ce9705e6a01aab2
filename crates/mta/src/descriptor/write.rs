//! From the model to YAML: block style, lists of scalars in flow style, quoted wherever a reader could take another
//! type for it.

use serde_json::{Value, json};

use super::{Descriptor, Hook, Metadata, Module, ProvidedDependency, RequiredDependency, Resource, Settings};
use crate::Object;

pub(super) fn descriptor(descriptor: &Descriptor) -> String {
    // These two look like numbers to some readers, so they are always quoted.
    let mut out = format!("_schema-version: '{}'\n", descriptor.schema_version);
    out.push_str(&format!("ID: {}\nversion: '{}'\n", scalar(&descriptor.id), descriptor.version.replace('\'', "''")));
    let mut root = Object::new();
    put_settings(&mut root, "parameters", &descriptor.parameters);
    put_list(&mut root, "modules", &descriptor.modules, module);
    put_list(&mut root, "resources", &descriptor.resources, resource);
    block(&mut out, &root, 0);
    out
}

fn module(module: &Module) -> Object {
    let mut map = named(&module.name);
    put_text(&mut map, "type", Some(&module.kind));
    put_text(&mut map, "description", module.description.as_deref());
    put_text(&mut map, "path", module.path.as_deref());
    put_texts(&mut map, "deployed-after", &module.deployed_after);
    put_settings(&mut map, "properties", &module.properties);
    put_settings(&mut map, "parameters", &module.parameters);
    put_list(&mut map, "requires", &module.requires, required);
    put_list(&mut map, "provides", &module.provides, provided);
    put_list(&mut map, "hooks", &module.hooks, hook);
    map
}

fn required(required: &RequiredDependency) -> Object {
    let mut map = named(&required.name);
    put_text(&mut map, "list", required.list.as_deref());
    put_text(&mut map, "group", required.group.as_deref());
    put_settings(&mut map, "properties", &required.properties);
    put_settings(&mut map, "parameters", &required.parameters);
    map
}

fn provided(provided: &ProvidedDependency) -> Object {
    let mut map = named(&provided.name);
    put_flag(&mut map, "public", provided.public);
    put_settings(&mut map, "properties", &provided.properties);
    put_settings(&mut map, "parameters", &provided.parameters);
    map
}

fn hook(hook: &Hook) -> Object {
    let mut map = named(&hook.name);
    put_text(&mut map, "type", Some(&hook.kind));
    put_texts(&mut map, "phases", &hook.phases);
    put_settings(&mut map, "parameters", &hook.parameters);
    put_list(&mut map, "requires", &hook.requires, required);
    map
}

fn resource(resource: &Resource) -> Object {
    let mut map = named(&resource.name);
    put_text(&mut map, "type", resource.kind.as_deref());
    put_text(&mut map, "description", resource.description.as_deref());
    put_flag(&mut map, "active", resource.active);
    put_flag(&mut map, "optional", resource.optional);
    put_settings(&mut map, "properties", &resource.properties);
    put_settings(&mut map, "parameters", &resource.parameters);
    put_list(&mut map, "requires", &resource.requires, required);
    put_texts(&mut map, "processed-after", &resource.processed_after);
    map
}

fn named(name: &str) -> Object {
    Object::from_iter([("name".to_owned(), Value::from(name))])
}

fn put_text(map: &mut Object, key: &str, text: Option<&str>) {
    map.extend(text.map(|text| (key.to_owned(), Value::from(text))));
}

fn put_flag(map: &mut Object, key: &str, flag: Option<bool>) {
    map.extend(flag.map(|flag| (key.to_owned(), Value::from(flag))));
}

fn put_texts(map: &mut Object, key: &str, texts: &[String]) {
    if !texts.is_empty() {
        map.insert(key.to_owned(), json!(texts));
    }
}

fn put_list<T>(map: &mut Object, key: &str, items: &[T], write: impl Fn(&T) -> Object) {
    if !items.is_empty() {
        map.insert(key.to_owned(), items.iter().map(|item| Value::Object(write(item))).collect());
    }
}

fn put_settings(map: &mut Object, key: &str, settings: &Settings) {
    if !settings.values.is_empty() {
        map.insert(key.to_owned(), Value::Object(settings.values.clone()));
    }
    if !settings.metadata.is_empty() {
        let described = settings.metadata.iter().map(|(name, metadata)| (name.clone(), describe(metadata)));
        map.insert(format!("{key}-metadata"), Value::Object(described.collect()));
    }
}

fn describe(metadata: &Metadata) -> Value {
    let mut map = Object::new();
    put_flag(&mut map, "optional", metadata.optional.then_some(true));
    put_flag(&mut map, "overwritable", (!metadata.overwritable).then_some(false));
    put_flag(&mut map, "sensitive", metadata.sensitive.then_some(true));
    put_text(&mut map, "datatype", metadata.datatype.as_deref());
    Value::Object(map)
}

/// A map in block style, each key on a line of its own.
fn block(out: &mut String, map: &Object, indent: usize) {
    for (key, value) in map {
        out.push_str(&" ".repeat(indent));
        out.push_str(&scalar(key));
        out.push(':');
        entry(out, value, indent);
    }
}

fn entry(out: &mut String, value: &Value, indent: usize) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            out.push('\n');
            block(out, map, indent + 2);
        }
        Value::Array(items) if items.iter().any(|item| item.is_object() || item.is_array()) => {
            out.push('\n');
            items.iter().for_each(|item| list_item(out, item, indent + 2));
        }
        inline => {
            out.push(' ');
            out.push_str(&flow(inline));
            out.push('\n');
        }
    }
}

/// A map in a list starts on the line of its hyphen.
fn list_item(out: &mut String, item: &Value, indent: usize) {
    out.push_str(&" ".repeat(indent));
    match item {
        Value::Object(map) if !map.is_empty() => {
            let mut inner = String::new();
            block(&mut inner, map, indent + 2);
            out.push_str("- ");
            out.push_str(inner.trim_start_matches(' '));
        }
        other => {
            out.push_str("- ");
            out.push_str(&flow(other));
            out.push('\n');
        }
    }
}

fn flow(value: &Value) -> String {
    match value {
        Value::String(text) => scalar(text),
        Value::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Object(map) => {
            let entries = map.iter().map(|(key, value)| format!("{}: {}", scalar(key), flow(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        plain => plain.to_string(),
    }
}

/// Plain only where no reader, old or new, can take it for something else; quoted like JSON otherwise.
fn scalar(text: &str) -> String {
    const WORDS: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    let starts = text.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    if starts && text.bytes().all(safe) && !WORDS.contains(&text.to_ascii_lowercase().as_str()) {
        return text.to_owned();
    }
    let mut quoted = String::new();
    for c in Value::from(text).to_string().chars() {
        // JSON leaves these as they are; to YAML they are line breaks, marks or not printable.
        match c {
            '\u{7f}'..='\u{a0}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => quoted.push(c),
        }
    }
    quoted
}
