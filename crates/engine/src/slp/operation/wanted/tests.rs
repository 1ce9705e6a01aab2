//! What modules and resources come to, and what is refused by its name.

mod table;

use super::*;
use model::operation::ErrorType;

const HEAD: &str = "_schema-version: '3.1'\nID: a\nversion: '1.0.0'\n";
const TARGET: &str = "    requires:\n      - name: r\n        parameters: {content-target: true}\n";
const RESOURCE: &str = "resources:\n  - name: r\n    type: org.cloudfoundry.managed-service\n";

fn descriptor(text: &str) -> Descriptor {
    Descriptor::read(text.as_bytes()).unwrap().0
}

fn all(descriptor: &Descriptor) -> Vec<WantedModule<'_>> {
    wanted_modules(descriptor, Chosen::default()).unwrap().0
}

fn refused(text: &str, modules: Option<&[String]>) -> String {
    let failure = wanted_modules(&descriptor(text), Chosen { modules, resources: None }).unwrap_err();
    assert_eq!(failure.kind, ErrorType::Content);
    failure.text
}

fn module(name: &str, kind: &str) -> String {
    format!("  - name: {name}\n    type: {kind}\n")
}

#[test]
fn modules_come_in_deployment_order_with_their_target() {
    let text = format!(
        "{HEAD}modules:\n{}    deployed-after: [b]\n{TARGET}{}{TARGET}{RESOURCE}    parameters: {{service-name: pit, config: {{roles: [X]}}}}\n",
        module("a", INTEGRATION),
        module("b", INTEGRATION)
    );
    let descriptor = descriptor(&text);
    let wanted_modules = all(&descriptor);
    assert_eq!(wanted_modules.iter().map(|wish| wish.module.name.as_str()).collect::<Vec<_>>(), ["b", "a"]);
    let target = &wanted_modules[0].target;
    assert_eq!((target.instance.as_str(), target.service.as_str(), target.plan.as_str()), ("pit", "it-rt", "api"));
    assert_eq!((target.key.as_str(), target.may_make), ("b-r-credentials", true));
    assert_eq!(target.parameters, json!({"roles": ["X"]}));
    let modules = ["a".to_owned()];
    let only = super::wanted_modules(&descriptor, Chosen { modules: Some(&modules), resources: None }).unwrap();
    assert_eq!(only.0.len(), 1);
    assert!(refused(&text, Some(&["c".to_owned()])).contains("\"c\""));
}

#[test]
fn keys_can_be_named_and_taken_back() {
    let text = format!(
        "{HEAD}modules:\n{}    requires:\n      - name: r\n        parameters:\n          content-target: true\n          delete-service-key-after-deployment: true\n          service-key: {{name: k, config: {{x: 1}}}}\n{RESOURCE}",
        module("a", INTEGRATION)
    );
    let target = all(&descriptor(&text)).remove(0).target;
    assert_eq!((target.key.as_str(), target.delete_key, target.may_make_key), ("k", true, true));
    assert_eq!((target.key_parameters, target.instance.as_str()), (json!({"x": 1}), "r"));
    let existing = text.replace(MANAGED, EXISTING_KEY).replace("service-key:", "other:")
        + "    parameters: {service-name: i, service-key-name: theirs}\n";
    let target = all(&descriptor(&existing)).remove(0).target;
    assert_eq!((target.instance.as_str(), target.key.as_str()), ("i", "theirs"));
    assert!(!target.may_make && !target.may_make_key && !target.delete_key);
}

#[test]
fn values_for_flows_are_read_as_texts() {
    let with = |values: &str| {
        let text = format!(
            "{HEAD}modules:\n{}    parameters:\n      configuration-values: {values}\n{TARGET}{RESOURCE}",
            module("a", INTEGRATION)
        );
        let descriptor = descriptor(&text);
        let read = configuration(descriptor.module("a").unwrap());
        let bare = Descriptor::read(text.replace("configuration-values", "other").as_bytes()).unwrap().0;
        let roles = all(&bare).remove(0).target.parameters["roles"].clone();
        (read, roles)
    };
    let (read, roles) = with("{F: {host: h, size: 50, on: true}, G: {}}");
    let setting = |key: &str, value: &str| Setting { flow: "F".into(), key: key.into(), value: value.into() };
    assert_eq!(read.unwrap(), [setting("host", "h"), setting("size", "50"), setting("on", "true")]);
    assert_eq!(roles, json!([ROLE, CONFIGURE_ROLE]), "an instance that is made must be able to");
    for wrong in ["[a]", "{F: x}", "{F: {host: [secret]}}", "{F: {host: null}}"] {
        let text = with(wrong).0.unwrap_err().text;
        assert!(text.contains("configuration-values") && !text.contains("secret"), "{text}");
    }
    assert_eq!(configuration(&Module::default()).unwrap(), []);
}

#[test]
fn an_instance_for_values_gets_the_role_that_they_need() {
    let text = format!(
        "{HEAD}modules:\n{}    parameters: {{configuration-values: {{F: {{k: v}}}}}}\n{TARGET}{}{TARGET}{RESOURCE}    parameters: {{config: {{roles: [X]}}}}\n",
        module("a", INTEGRATION),
        module("b", INTEGRATION)
    );
    let descriptor = descriptor(&text);
    for wish in all(&descriptor) {
        assert_eq!(wish.target.parameters["roles"], json!(["X", CONFIGURE_ROLE]), "{}", wish.module.name);
        assert!(wish.target.may_update);
    }
    let chosen = Chosen { modules: None, resources: Some(&[]) };
    let (wanted_modules, _) = wanted_modules(&descriptor, chosen).unwrap();
    assert!(!wanted_modules[0].target.may_update && !wanted_modules[0].target.may_make);
    let skipping = text.replace("config:", "skip-service-updates: {parameters: true}, config:");
    assert!(!all(&self::descriptor(&skipping))[0].target.may_update);
}

#[test]
fn what_is_marked_inactive_is_left_out_and_said() {
    let text = format!("{HEAD}modules:\n{}{TARGET}{RESOURCE}    active: false\n", module("a", INTEGRATION));
    let descriptor = descriptor(&text);
    let (wanted_modules, warnings) = wanted_modules(&descriptor, Chosen::default()).unwrap();
    assert!(
        wanted_modules.is_empty() && warnings[0].contains("\"a\"") && warnings[0].contains("active: false"),
        "{warnings:?}"
    );
    let skipped = text
        .replace("    active: false", "")
        .replace("    requires", "    parameters: {skip-deploy: true}\n    requires");
    let descriptor = self::descriptor(&skipped);
    let (wanted_modules, warnings) = super::wanted_modules(&descriptor, Chosen::default()).unwrap();
    assert!(wanted_modules.is_empty() && warnings[0].contains("skip-deploy"), "{warnings:?}");
}

#[test]
fn services_beside_the_target_are_wanted_too() {
    let text = format!(
        "{HEAD}modules:\n{}{TARGET}      - name: s\n{RESOURCE}  - name: s\n    type: {MANAGED}\n    parameters: {{service: transport, service-plan: standard}}\n  - name: free\n    type: {MANAGED}\n    parameters: {{service: transport, service-plan: export, service-keys: [{{name: k}}]}}\n  - name: values\n",
        module("a", INTEGRATION)
    );
    let descriptor = descriptor(&text);
    let services = &all(&descriptor)[0].services;
    let seen: Vec<_> = services.iter().map(|s| (s.target.instance.as_str(), s.with_key, s.keys.len())).collect();
    assert_eq!(seen, [("free", false, 1), ("s", true, 0)]);
    assert_eq!(services[1].target.key, "a-s-credentials");
    for (from, to, part) in [
        ("service-plan: export, ", "", "service and service-plan"),
        ("service-keys: [{name: k}]", "service-keys: [k]", "service-keys"),
        ("service-keys: [{name: k}]", "service-tags: [k]", "service-tags"),
        ("service-keys: [{name: k}]", "config: [k]", "must be a map"),
    ] {
        let said = refused(&text.replace(from, to), None);
        assert!(said.contains("\"free\"") && said.contains(part), "{said}");
    }
    let foreign =
        text.replace(&format!("  - name: free\n    type: {MANAGED}"), "  - name: free\n    type: configuration");
    assert!(refused(&foreign, None).contains("\"configuration\""));
    let optional = foreign.replace("  - name: free\n", "  - name: free\n    optional: true\n");
    let descriptor = self::descriptor(&optional);
    assert!(wanted_modules(&descriptor, Chosen::default()).unwrap().1[0].contains("optional resource \"free\""));
}

#[test]
fn what_cannot_be_deployed_is_named_before_anything_is_done() {
    let app =
        format!("{HEAD}modules:\n{}{TARGET}{}{RESOURCE}", module("a", INTEGRATION), module("web", "javascript.nodejs"));
    let said = refused(&app, None);
    assert!(said.contains("\"web\"") && said.contains("javascript.nodejs"), "{said}");
    let two = format!(
        "{HEAD}modules:\n{}{TARGET}      - name: s\n        parameters: {{content-target: true}}\n{RESOURCE}  - name: s\n",
        module("a", INTEGRATION)
    );
    assert!(refused(&two, None).contains("exactly one"));
    let none = format!("{HEAD}modules:\n{}", module("a", INTEGRATION));
    assert!(refused(&none, None).contains("exactly one"));
    let old = format!("{HEAD}modules:\n{}{TARGET}{RESOURCE}", module("a", INTEGRATION)).replace("'3.1'", "'2.1'");
    assert!(refused(&old, None).contains("too old"));
    let other = format!("{HEAD}modules:\n{}{TARGET}{RESOURCE}", module("a", INTEGRATION))
        .replace(MANAGED, "org.cloudfoundry.user-provided-service");
    assert!(refused(&other, None).contains("user-provided"));
}
