//! The descriptor as a language: what `${..}` and `~{..}` mean, and what stops an import.

use mta::descriptor::Descriptor;
use mta::extension::{ChainMode, Extension, apply};
use mta::{Error, Target, resolve};
use proptest::prelude::*;
use serde_json::{Value, json};

fn target() -> Target {
    Target {
        org: "acme".into(),
        org_guid: "og".into(),
        space: "Test".into(),
        space_guid: "sg".into(),
        user: "dora@x.example".into(),
        domain: "apps.x.example".into(),
        controller_url: "https://api.x.example".into(),
        timestamp: "20241013030304".into(),
        ..Target::default()
    }
}

fn read(body: &str) -> Descriptor {
    let text = format!("_schema-version: '3.1'\nID: shop\nversion: '1.2.3'\n{body}");
    Descriptor::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}")).0
}

fn resolved(body: &str) -> mta::Result<Descriptor> {
    let mut count = 0;
    resolve(&read(body), &target(), &mut || {
        count += 1;
        format!("secret{count}")
    })
}

/// A resource `r` with these parameters, and what the parameter `x` of it becomes.
fn x(parameters: &str, root: &str) -> mta::Result<Value> {
    let body = format!("parameters: {root}\nresources:\n  - name: r\n    parameters: {parameters}\n");
    Ok(resolved(&body)?.resources[0].parameters.get("x").cloned().unwrap_or_default())
}

#[test]
fn a_parameter_is_the_nearest_of_its_name_with_its_type() {
    for (parameters, root, expected) in [
        ("{x: '${a}'}", "{a: 1}", json!(1)),
        ("{x: '${a}', a: 2}", "{a: 1}", json!(2)),
        ("{x: 'v${a}w${a}'}", "{a: 1}", json!("v1w1")),
        ("{x: '${a}'}", "{a: [1, {b: true}]}", json!([1, {"b": true}])),
        ("{x: '${a/1/b}'}", "{a: [1, {b: true}]}", json!(true)),
        ("{x: '${a/b/c}'}", "{a: {b/c: 7}}", json!(7)),
        ("{x: '${a/b}'}", "{a/b: flat, a: {b: deep}}", json!("flat")),
        ("{x: '${a}'}", "{a: '${b}', b: '${c}', c: end}", json!("end")),
        // What a parameter of the MTA names is looked for from where it is used, as in the original.
        ("{x: '${a}', b: near}", "{a: '${b}', b: far}", json!("near")),
        ("{x: {y: ['${a}', {z: '-${a}-'}]}}", "{a: q}", json!({"y": ["q", {"z": "-q-"}]})),
        ("{x: {'${a}': 1}}", "{a: q}", json!({"${a}": 1})),
        ("{x: '\\${a}'}", "{}", json!("${a}")),
        ("{x: 'a\\~{b}${a}'}", "{a: 1}", json!("a~{b}1")),
        ("{x: '${'}", "{}", json!("${")),
        ("{x: '${a} and ${b}'}", "{a: '\\${b}', b: '1'}", json!("${b} and 1")),
    ] {
        assert_eq!(x(parameters, root).unwrap(), expected, "{parameters} {root}");
    }
}

#[test]
fn the_target_knows_parameters_of_its_own() {
    for (name, expected) in [
        ("org", "acme"),
        ("space", "Test"),
        ("space-guid", "sg"),
        ("user", "dora@x.example"),
        ("mta-id", "shop"),
        ("mta-version", "1.2.3"),
        ("timestamp", "20241013030304"),
        ("deploy-target", "acme Test"),
        ("default-domain", "apps.x.example"),
        ("controller-url", "https://api.x.example"),
        ("default-service-name", "r"),
        ("service-name", "r"),
        ("default-container-name", "ACME_TEST_R"),
        ("generated-user", "secret1"),
        ("generated-password", "secret2"),
    ] {
        assert_eq!(x(&format!("{{x: '${{{name}}}'}}"), "{}").unwrap(), json!(expected), "{name}");
    }
    let module = resolved(
        "modules:\n  - name: web\n    type: t\n    parameters: {host: shop, url: '${default-url}', n: '${instances}'}\n",
    );
    let parameters = &module.unwrap().modules[0].parameters;
    assert_eq!(parameters.text("url"), Some("https://shop.apps.x.example"));
    assert_eq!(parameters.get("n"), Some(&json!(1)));
}

#[test]
fn what_only_the_target_may_set_is_refused() {
    for body in [
        "parameters: {space: mine}\n",
        "resources:\n  - name: r\n    parameters: {generated-password: x}\n",
        "modules:\n  - name: m\n    type: t\n    parameters: {default-host: x}\n",
    ] {
        assert!(matches!(resolved(body), Err(Error::ReadOnlyParameter { .. })), "{body}");
    }
}

const WIRED: &str = "
modules:
  - name: api
    type: t
    parameters: {host: h}
    provides:
      - name: endpoint
        properties: {url: 'https://${host}.x', port: 8080, all: '~{db/name}'}
    requires: [{name: db}]
  - name: flows
    type: t
    properties: {direct: '~{endpoint/url}/v1'}
    parameters: {values: ['~{endpoint/port}', '~{endpoint/all}']}
    requires:
      - name: endpoint
        properties: {URL: '~{url}'}
        parameters: {port: 'p~{port}', from: '${values}'}
resources:
  - name: db
    properties: {name: 'db-${space}'}
  - name: other
    requires: [{name: db, parameters: {n: '~{name}'}}]
    parameters: {config: {db: '~{db/name}'}}
";

#[test]
fn what_one_provides_another_takes() {
    let done = resolved(WIRED).unwrap();
    let flows = done.module("flows").unwrap();
    assert_eq!(flows.properties.text("direct"), Some("https://h.x/v1"));
    assert_eq!(flows.parameters.get("values"), Some(&json!([8080, "db-Test"])));
    let required = &flows.requires[0];
    assert_eq!(required.properties.text("URL"), Some("https://h.x"));
    assert_eq!(required.parameters.text("port"), Some("p8080"));
    let other = done.resource("other").unwrap();
    assert_eq!(other.parameters.get("config"), Some(&json!({"db": "db-Test"})));
    assert_eq!(other.requires[0].parameters.text("n"), Some("db-Test"));
}

#[test]
fn an_unresolved_name_is_named_with_its_place() {
    let message = |body: &str| resolved(body).unwrap_err().to_string();
    let resource = message("resources:\n  - name: r\n    parameters: {config: {deep: ['a ${gone} b']}}\n");
    assert!(resource.starts_with("parameter `config` of resource `r`: `${gone}` cannot be resolved"), "{resource}");
    assert!(resource.contains("\\${gone}"), "{resource}");
    let required = message(
        "modules:\n  - name: m\n    type: t\n    requires: [{name: r, properties: {p: '~{gone}'}}]\nresources: [{name: r}]\n",
    );
    assert!(required.starts_with("property `p` of required dependency `r` of module `m`"), "{required}");
    assert!(required.contains("`r` has no property `gone`"), "{required}");
    let undeclared = message(
        "modules:\n  - name: m\n    type: t\n    properties: {p: '~{r/x}'}\nresources: [{name: r, properties: {x: 1}}]\n",
    );
    assert!(undeclared.contains("add it to `requires`"), "{undeclared}");
    let guid = message("resources:\n  - name: r\n    parameters: {x: '${service-guid}'}\n");
    assert!(guid.contains("not supported"), "{guid}");
    let inside = message("parameters: {a: {b: 1}}\nresources:\n  - name: r\n    parameters: {x: '-${a}'}\n");
    assert!(inside.contains("cannot stand inside of a text"), "{inside}");
}

#[test]
fn an_optional_resource_and_a_list_take_what_there_is() {
    let optional = resolved(
        "resources:\n  - name: r\n    optional: true\n    properties: {p: '~{s/gone}'}\n    requires: [{name: s}]\n  - name: s\n",
    );
    assert_eq!(optional.unwrap().resources[0].properties.get("p"), Some(&Value::Null));
    let list = resolved(
        "modules:\n  - name: m\n    type: t\n    requires: [{name: r, list: all, properties: {p: 'x~{gone}'}}]\nresources: [{name: r}]\n",
    );
    assert_eq!(list.unwrap().modules[0].requires[0].properties.get("p"), Some(&Value::Null));
}

#[test]
fn circles_are_named() {
    for (parameters, root) in [
        ("{x: '${x}'}", "{}"),
        ("{x: '${a}'}", "{a: '${b}', b: ['${a}']}"),
        ("{x: '${a}'}", "{a: '-${b}', b: '${c}', c: {d: '${a}'}}"),
    ] {
        let error = x(parameters, root).unwrap_err();
        assert!(matches!(error, Error::CircularReference { .. }), "{error}");
    }
    let properties = resolved(
        "resources:\n  - name: a\n    properties: {p: '~{b/p}'}\n    requires: [{name: b}]\n  - name: b\n    properties: {p: 1, q: '~{c/p}'}\n    requires: [{name: c}]\n  - name: c\n    properties: {p: '~{c/p}'}\n",
    );
    assert!(properties.is_err());
}

#[test]
fn growth_is_bounded() {
    let mut root = String::from("{a0: xxxxxxxxxxxxxxxx");
    for at in 1..40 {
        root.push_str(&format!(", a{at}: '${{a{}}}${{a{}}}'", at - 1, at - 1));
    }
    root.push('}');
    assert!(matches!(x("{x: 1}", &root), Err(Error::Expansion { .. })));
    // Deep instead of wide: each level is inside of the next.
    let mut deep = String::from("{a0: 1");
    for at in 1..200 {
        deep.push_str(&format!(", a{at}: ['${{a{}}}']", at - 1));
    }
    deep.push('}');
    assert!(matches!(x("{x: '${a199}'}", &deep), Err(Error::Expansion { .. })));
}

#[test]
fn values_are_merged_before_they_are_resolved() {
    let descriptor = read(
        "parameters: {stage: dev}\nresources:\n  - name: r\n    parameters: {service-name: 'pit-${stage}', config: {host: '${host}'}}\n",
    );
    let extension = "_schema-version: '3.1'\nID: x\nextends: shop\nparameters: {stage: '${space}', host: h.example}\n";
    let (extension, _) = Extension::read(extension.as_bytes()).unwrap();
    let merged = apply(&descriptor, &[extension], ChainMode::Strict).unwrap();
    let done = resolve(&merged, &target(), &mut String::new).unwrap();
    assert_eq!(done.resources[0].parameters.text("service-name"), Some("pit-Test"));
    assert_eq!(done.resources[0].parameters.get("config"), Some(&json!({"host": "h.example"})));
}

#[test]
fn a_key_without_value_must_be_optional() {
    let body = |metadata: &str| {
        format!("resources:\n  - name: r\n    parameters: {{x: null}}\n    parameters-metadata: {{x: {metadata}}}\n")
    };
    let error = resolved(&body("{}")).unwrap_err().to_string();
    assert!(error.contains("parameter `x` of resource `r` has no value"), "{error}");
    assert!(resolved(&body("{optional: true}")).is_ok());
}

proptest! {
    /// Whatever stands in the values: an answer, never a panic or an endless run; and what is resolved holds no mark
    /// that was not escaped.
    #[test]
    fn any_value_is_answered(
        a in "[a-c$~{}\\\\/]{0,16}", b in "[a-c$~{}\\\\/]{0,16}", c in "[a-c$~{}\\\\/]{0,16}",
    ) {
        let body = json!({"_schema-version": "3.1", "ID": "i", "version": "1.0.0", "parameters": {"a": a, "b": b},
            "resources": [{"name": "a", "properties": {"b": b}, "parameters": {"c": c},
                "requires": [{"name": "b", "parameters": {"a": a}}]}, {"name": "b", "properties": {"c": c}}]});
        let (descriptor, _) = Descriptor::read(body.to_string().as_bytes()).unwrap();
        drop(resolve(&descriptor, &target(), &mut || "${a}".to_owned()));
    }
}
