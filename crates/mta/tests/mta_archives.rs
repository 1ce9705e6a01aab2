//! The acceptance scenarios A14 to A22, A26 to A28 and A34 to A38 for MTA archives.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::io::{Cursor, Read, Write};

use mta::check::{Content, PayloadPolicy, check_with};
use mta::extension::apply;
use mta::{
    Archive, Artifact, ChainMode, Checked, Descriptor, Error, Extension, Limits, Manifest, Package, PackageModule,
    Payload, ResourceType, Result, Selection, Stamp, assemble, check, write_package,
};
use serde_json::json;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MANIFEST: &str = "Manifest-Version: 1.0\r\nCreated-By: transport-platform\r\n\r\n\
    Name: META-INF/mtad.yaml\r\nContent-Type: text/plain\r\n\r\n\
    Name: content/EventHub_Sample.zip\r\nMTA-Module: EventHub_Sample\r\nContent-Type: application/zip\r\n\r\n\
    Name: content/Shared_Scripts.zip\r\nMTA-Module: Shared_Scripts\r\nContent-Type: application/zip\r\n\r\n";

const DESCRIPTOR: &str = "_schema-version: '3.1'
ID: cpi.EventHub_Sample
version: '1.0.0'
parameters:
  transport-description: \"EventHub_Sample first delivery\"
modules:
  - name: EventHub_Sample
    type: com.sap.integration
    deployed-after: [Shared_Scripts]
    parameters:
      package-version: 1.0.0
    requires:
      - name: process_integration_transport_instance
        parameters:
          content-target: true
          delete-service-key-after-deployment: true
  - name: Shared_Scripts
    type: com.sap.integration
    requires:
      - name: process_integration_transport_instance
        parameters:
          content-target: true
resources:
  - name: process_integration_transport_instance
    type: org.cloudfoundry.managed-service
    parameters:
      service: it-rt
      service-plan: api
      config:
        roles: [WorkspacePackagesTransport, WorkspacePackagesRead, WorkspacePackagesEdit]
        grant-types: [client_credentials]
";

const EXTENSION: &str = "_schema-version: '3.1'
ID: cpi.EventHub_Sample.test
extends: cpi.EventHub_Sample
modules:
  - name: EventHub_Sample
    parameters:
      configuration-values:
        EventHub_Flow:
          receiver_host: test.example.invalid
          batch_size: \"50\"
resources:
  - name: process_integration_transport_instance
    parameters:
      service-name: pit_test
";

fn export(id: &str) -> Vec<u8> {
    let mut package = Package::new(id, &"a".repeat(32), id, "1.0.0");
    let mut flow = Artifact::new(&"b".repeat(32), &format!("{id}_Flow"), "Flow", "1.0.0", ResourceType::IFlow);
    flow.content = Some(mta::bundle::minimal_bundle(&flow.resource_type, &flow.unique_id, "Flow").unwrap());
    package.put(flow);
    write_package(Vec::new(), &package, &Selection::All, Stamp::FIXED).unwrap()
}

fn zipped(entries: &[(&str, &[u8])]) -> Archive<Cursor<Vec<u8>>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    Archive::open(zip.finish().unwrap(), Limits::default()).unwrap()
}

/// The worked example, with another manifest or descriptor.
fn example(manifest: &str, descriptor: &str) -> Archive<Cursor<Vec<u8>>> {
    let (hub, scripts) = (export("EventHub_Sample"), export("Shared_Scripts"));
    zipped(&[
        ("META-INF/MANIFEST.MF", manifest.as_bytes()),
        ("META-INF/mtad.yaml", descriptor.as_bytes()),
        ("content/EventHub_Sample.zip", &hub),
        ("content/Shared_Scripts.zip", &scripts),
    ])
}

fn checked(manifest: &str, descriptor: &str) -> Result<Checked> {
    check(&mut example(manifest, descriptor))
}

/// The error of the example with one change in its descriptor.
fn refused(from: &str, to: &str) -> Error {
    assert!(DESCRIPTOR.contains(from), "the example has no {from:?}");
    checked(MANIFEST, &DESCRIPTOR.replacen(from, to, 1)).unwrap_err()
}

fn descriptor() -> Descriptor {
    Descriptor::read(DESCRIPTOR.as_bytes()).unwrap().0
}

fn extension(text: &str) -> Extension {
    Extension::read(text.as_bytes()).unwrap().0
}

/// The example with one extension that has these further lines.
fn extended(lines: &str) -> Result<Descriptor> {
    let head = "_schema-version: '3.1'\nID: x\nextends: cpi.EventHub_Sample\n";
    apply(&descriptor(), &[extension(&format!("{head}{lines}"))], ChainMode::Strict)
}

#[test]
fn a14_the_example_survives_parsing_and_writing() {
    let mut archive = example(MANIFEST, DESCRIPTOR);
    let checked = check(&mut archive).unwrap();
    assert_eq!(checked.warnings, [] as [String; 0]);
    assert_eq!((checked.modules.len(), checked.descriptor.resources.len()), (2, 1));
    let order = checked.descriptor.deployment_order().unwrap();
    assert_eq!(
        order.iter().map(|module| module.name.as_str()).collect::<Vec<_>>(),
        ["Shared_Scripts", "EventHub_Sample"]
    );
    assert_eq!(checked.module("EventHub_Sample").unwrap().content, Content::File("content/EventHub_Sample.zip".into()));
    assert_eq!(checked.package(&mut archive, "EventHub_Sample").unwrap().id, "EventHub_Sample");

    let payload = |name: &'static str| Payload::package(name, Cursor::new(export(name)));
    let build = || {
        let payloads = vec![payload("EventHub_Sample"), payload("Shared_Scripts")];
        assemble(Cursor::new(Vec::new()), &checked.descriptor, payloads, Stamp::FIXED).unwrap()
    };
    let rebuilt = build();
    assert_eq!(rebuilt, build());
    let mut rebuilt = Archive::open(rebuilt, Limits::default()).unwrap();
    let again = check(&mut rebuilt).unwrap();
    assert_eq!((again.descriptor, again.modules), (checked.descriptor, checked.modules));
    assert_eq!(rebuilt.entries()[0].name, "META-INF/MANIFEST.MF");
}

#[test]
fn a_delivery_of_packages_is_described_and_accepted() {
    let at = Stamp::parse("20241013030304").unwrap();
    let scripts = PackageModule::new("Shared Scripts", "draft");
    let flows = PackageModule { after: vec!["Shared Scripts".into()], ..PackageModule::new("Flows", "1.2") };
    let descriptor = Descriptor::of_packages(&[flows, scripts], "first: delivery", at).unwrap();
    assert_eq!((descriptor.id.as_str(), descriptor.version.as_str()), ("cpi.Flows", "1.2.0-20241013030304"));
    assert_eq!(descriptor.deployment_order().unwrap()[0].name, "Shared_Scripts");
    descriptor.check_deployable().unwrap();
    let text = descriptor.write();
    assert!(text.starts_with("_schema-version: '3.1'\nID: cpi.Flows\nversion: '1.2.0-20241013030304'\n"), "{text}");
    assert_eq!(Descriptor::read(text.as_bytes()).unwrap().0, descriptor);
    let lacking = assemble(Cursor::new(Vec::new()), &descriptor, Vec::new(), at).unwrap_err();
    assert!(lacking.to_string().contains("`Flows` has no payload"), "{lacking}");
}

#[test]
fn a15_an_extension_changes_what_it_names_and_nothing_else() {
    let effective = apply(&descriptor(), &[extension(EXTENSION)], ChainMode::Strict).unwrap();
    let instance = &effective.resource("process_integration_transport_instance").unwrap().parameters;
    assert_eq!((instance.text("service-name"), instance.text("service")), (Some("pit_test"), Some("it-rt")));
    let values = effective.module("EventHub_Sample").unwrap().parameters.get("configuration-values").unwrap();
    assert_eq!(values["EventHub_Flow"]["batch_size"], json!("50"));
    let mut undone = effective;
    undone.resources[0].parameters.values.remove("service-name");
    undone.modules[0].parameters.values.remove("configuration-values");
    assert_eq!(undone, descriptor());
}

#[test]
fn a16_lists_are_replaced() {
    let lines = "resources:\n- name: process_integration_transport_instance\n  parameters: {config: {roles: [One]}}\n";
    let config = extended(lines).unwrap().resources[0].parameters.get("config").cloned().unwrap();
    assert_eq!(config, json!({"roles": ["One"], "grant-types": ["client_credentials"]}));
}

#[test]
fn a17_a_scalar_over_a_map_is_an_error_that_names_the_path() {
    let lines = "resources:\n- name: process_integration_transport_instance\n  parameters: {config: x}\n";
    let error = extended(lines).unwrap_err();
    let expected = "resources/process_integration_transport_instance/parameters/config";
    assert!(matches!(&error, Error::Incompatible { path, .. } if path == expected), "{error}");
}

#[test]
fn a18_unknown_names_are_refused_with_the_id_of_the_extension() {
    for (lines, kind) in [
        ("modules:\n- name: Foo\n", "module"),
        ("resources:\n- name: Foo\n", "resource"),
        ("modules:\n- name: Shared_Scripts\n  requires: [{name: Foo}]\n", "required dependency"),
        ("modules:\n- name: Shared_Scripts\n  provides: [{name: Foo}]\n", "provided dependency"),
        ("modules:\n- name: Shared_Scripts\n  hooks: [{name: Foo}]\n", "hook"),
    ] {
        let error = extended(lines).unwrap_err();
        assert!(
            matches!(&error, Error::UnknownElement { extension, kind: found, .. } if extension == "x" && *found == kind),
            "{error}"
        );
    }
    let old = extension("_schema-version: '2.1'\nID: x\nextends: cpi.EventHub_Sample\n");
    assert!(matches!(apply(&descriptor(), &[old], ChainMode::Strict), Err(Error::SchemaMajor { .. })));
    assert!(matches!(Extension::read(b""), Err(Error::WrongType { .. } | Error::Yaml { .. })));
}

#[test]
fn a19_a36_what_is_not_overwritable_takes_only_its_own_value_or_null() {
    let guarded = DESCRIPTOR.replacen(
        "      package-version: 1.0.0\n",
        "      package-version: 1.0.0\n      empty: ''\n    parameters-metadata:\n      package-version: {overwritable: false}\n      empty: {overwritable: false}\n      absent: {overwritable: false}\n",
        1,
    );
    let (original, _) = Descriptor::read(guarded.as_bytes()).unwrap();
    assert_eq!(Descriptor::read(original.write().as_bytes()).unwrap().0, original);
    let with = |parameters: &str| {
        let text = format!(
            "_schema-version: '3.1'\nID: x\nextends: cpi.EventHub_Sample\nmodules:\n- name: EventHub_Sample\n  parameters: {parameters}\n"
        );
        apply(&original, &[extension(&text)], ChainMode::Strict)
    };
    for refused in ["{package-version: 2.0.0}", "{absent: x}"] {
        let error = with(refused).unwrap_err();
        assert!(
            matches!(&error, Error::NotOverwritable { extension, kind: "parameter", .. } if extension == "x"),
            "{error}"
        );
    }
    for accepted in ["{package-version: 1.0.0}", "{package-version: null}", "{empty: x}", "{absent: null}"] {
        with(accepted).unwrap_or_else(|error| panic!("{accepted}: {error}"));
    }
}

#[test]
fn a20_a21_extensions_form_a_chain_and_later_ones_win() {
    let named = |id: &str, extends: &str| {
        extension(&format!("_schema-version: '3.1'\nID: {id}\nextends: {extends}\nparameters: {{who: {id}}}\n"))
    };
    let (a, b) = (named("a", "cpi.EventHub_Sample"), named("b", "a"));
    let effective = apply(&descriptor(), &[b, a.clone()], ChainMode::Strict).unwrap();
    assert_eq!(effective.parameters.text("who"), Some("b"));
    let rival = named("c", "cpi.EventHub_Sample");
    let both = [a, rival];
    assert!(matches!(apply(&descriptor(), &both, ChainMode::Strict), Err(Error::NotAChain { .. })));
    assert_eq!(apply(&descriptor(), &both, ChainMode::Lenient).unwrap().parameters.text("who"), Some("a"));
}

#[test]
fn a22_a_manifest_without_final_newline_loses_nothing() {
    let manifest = MANIFEST.trim_end().replace("\r\nContent-Type: application/zip", "");
    assert!(manifest.ends_with("MTA-Module: Shared_Scripts"));
    assert_eq!(checked(&manifest, DESCRIPTOR).unwrap().modules.len(), 2);
}

#[test]
fn a26_an_entry_that_only_begins_alike_is_not_the_content() {
    let hub = export("EventHub_Sample");
    let mut archive = zipped(&[
        ("META-INF/MANIFEST.MF", b"Manifest-Version: 1.0\n\nName: content/x.zip\nMTA-Module: EventHub_Sample\n"),
        ("META-INF/mtad.yaml", DESCRIPTOR.as_bytes()),
        ("content/x.zip.bak", &hub),
    ]);
    assert!(matches!(check(&mut archive), Err(Error::SectionWithoutEntry { entry }) if entry == "content/x.zip"));
}

#[test]
fn a27_an_alias_bomb_is_refused_without_being_expanded() {
    let mut bomb = String::from("a: &a [x,x,x,x,x,x,x,x,x,x]\n");
    for (next, last) in ('b'..='k').zip('a'..) {
        bomb.push_str(&format!("{next}: &{next} [{}]\n", vec![format!("*{last}"); 10].join(",")));
    }
    assert!(matches!(checked(MANIFEST, &format!("{bomb}{DESCRIPTOR}")), Err(Error::Yaml { .. })));
}

#[test]
fn a28_two_content_targets_are_warned_about_and_not_deployed() {
    let second = "      - name: Shared_Scripts\n        parameters: {content-target: true}\n      - name: process_integration_transport_instance\n";
    let two = DESCRIPTOR.replacen("      - name: process_integration_transport_instance\n", second, 1);
    let checked = checked(MANIFEST, &two).unwrap();
    assert!(checked.warnings[0].contains("content-target"), "{:?}", checked.warnings);
    assert!(matches!(checked.descriptor.check_deployable(), Err(Error::ContentTarget { found: 2, .. })));
    let none = DESCRIPTOR.replace("content-target: true", "content-target: false");
    let none = Descriptor::read(none.as_bytes()).unwrap().0;
    assert!(matches!(none.check_deployable(), Err(Error::ContentTarget { found: 0, .. })));
}

#[test]
fn a34_an_old_schema_is_uploaded_but_not_deployed() {
    let old = checked(MANIFEST, &DESCRIPTOR.replace("'3.1'", "'2.1'")).unwrap();
    let error = old.descriptor.check_deployable().unwrap_err();
    assert!(matches!(&error, Error::SchemaTooOld { version, .. } if version == "2.1"), "{error}");
}

#[test]
fn a35_an_unquoted_version_is_refused_with_a_hint() {
    let error = refused("version: '1.0.0'", "version: 1.0");
    assert!(matches!(&error, Error::WrongType { path, .. } if path == "version"), "{error}");
    let expected =
        "the descriptor: wrong type for `version`: expected a string, found the number 1.0; put the value in quotes";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn a37_newer_minor_schemas_warn_and_newer_majors_are_refused() {
    let warned = checked(MANIFEST, &DESCRIPTOR.replace("'3.1'", "'3.4'")).unwrap();
    assert!(warned.warnings[0].contains("3.4"), "{:?}", warned.warnings);
    assert!(matches!(refused("'3.1'", "'4.0'"), Error::UnsupportedSchema { version, .. } if version == "4.0"));
    for fine in ["'2.0'", "'3.3'", "3.1", "'3'"] {
        assert!(checked(MANIFEST, &DESCRIPTOR.replacen("'3.1'", fine, 1)).is_ok(), "{fine}");
    }
}

#[test]
fn a38_a_cycle_of_deployments_names_both_modules() {
    let error =
        refused("  - name: Shared_Scripts\n", "  - name: Shared_Scripts\n    deployed-after: [EventHub_Sample]\n");
    assert_eq!(
        error.to_string(),
        "circular deployment dependencies: EventHub_Sample -> Shared_Scripts -> EventHub_Sample"
    );
}

#[test]
fn errors_of_the_descriptor_name_the_key() {
    let message = |from, to| refused(from, to).to_string();
    assert!(message("ID: cpi.EventHub_Sample", "ID: a b").contains("`ID`"));
    assert!(message("ID: cpi.EventHub_Sample\n", "").contains("required key `ID`"));
    assert!(message("    type: com.sap.integration", "    type:").contains("null value for key `modules[0].type`"));
    assert!(
        message("        parameters:\n", "        list: 7\n        parameters:\n")
            .contains("`modules[0].requires[0].list`")
    );
    assert!(message("modules:\n", "modules: {}\nmodules2:\n").contains("`modules`: expected a list"));
    assert!(message("version: '1.0.0'", "version: 'one'").contains("has no number in it"));
    assert!(message("ID: cpi.EventHub_Sample\n", "ID: a\nID: b\n").contains("uplicate"));
    assert!(matches!(refused("- name: Shared_Scripts", "- name: EventHub_Sample"), Error::DuplicateName { .. }));
    assert!(matches!(refused("[Shared_Scripts]", "[Nobody]"), Error::UnknownTarget { .. }));
    assert!(matches!(refused("      - name: process", "      - name: other_process"), Error::Unresolved { .. }));
    let late = "type: org.cloudfoundry.managed-service\n    processed-after: [process_integration_transport_instance]";
    assert!(matches!(
        refused("type: org.cloudfoundry.managed-service", late),
        Error::Circular { kind: "resource", .. }
    ));
    assert!(matches!(Descriptor::read(b"- a\n"), Err(Error::WrongType { .. })));
}

#[test]
fn manifest_and_descriptor_must_fit_together() {
    let without = MANIFEST.replace("MTA-Module: Shared_Scripts\r\n", "");
    assert!(
        matches!(checked(&without, DESCRIPTOR), Err(Error::ModuleWithoutContent { module, .. }) if module == "Shared_Scripts")
    );
    let unknown = MANIFEST.replace("MTA-Module: Shared_Scripts", "MTA-Module: Shared_Scripts, Nobody");
    assert!(matches!(checked(&unknown, DESCRIPTOR), Err(Error::SectionForUnknown { name, .. }) if name == "Nobody"));
    let twice = MANIFEST.replace("MTA-Module: Shared_Scripts", "MTA-Module: Shared_Scripts, EventHub_Sample");
    assert!(matches!(checked(&twice, DESCRIPTOR), Err(Error::MappedTwice { kind: "module", .. })));
    let modules = DESCRIPTOR.split("modules:").next().unwrap();
    assert!(matches!(checked("Manifest-Version: 1.0\n", modules), Err(Error::NoModules)));
    for missing in ["META-INF/MANIFEST.MF", "META-INF/mtad.yaml"] {
        let present = [("META-INF/MANIFEST.MF", MANIFEST.as_bytes()), ("META-INF/mtad.yaml", DESCRIPTOR.as_bytes())];
        let rest: Vec<_> = present.into_iter().filter(|(name, _)| *name != missing).collect();
        assert!(matches!(check(&mut zipped(&rest)), Err(Error::MissingEntry { entry }) if entry == missing));
    }
    let large = format!("Manifest-Version: 1.0\n{}", "X: y\n".repeat(300_000));
    assert!(matches!(checked(&large, DESCRIPTOR), Err(Error::EntryTooLarge { .. })));
}

#[test]
fn entries_in_no_section_are_warned_about() {
    let hub = export("EventHub_Sample");
    let descriptor = DESCRIPTOR.replace("    deployed-after: [Shared_Scripts]\n", "");
    let scripts = descriptor.find("  - name: Shared_Scripts").unwrap()..descriptor.find("resources:").unwrap();
    let mut descriptor = descriptor;
    descriptor.replace_range(scripts, "");
    let manifest = "Manifest-Version: 1.0\n\nName: payload/\nMTA-Module: EventHub_Sample\n";
    let entries: [(&str, &[u8]); 4] = [
        ("META-INF/MANIFEST.MF", manifest.as_bytes()),
        ("META-INF/mtad.yaml", descriptor.as_bytes()),
        ("payload/data", &hub),
        ("payload2/stray", b"x"),
    ];
    let mut archive = zipped(&entries);
    let checked = check(&mut archive).unwrap();
    assert_eq!(checked.warnings, ["1 entries are in no manifest section, the first is `payload2/stray`"]);
    assert_eq!(checked.files(&archive, "EventHub_Sample"), ["payload/data"]);
    assert_eq!(checked.package(&mut archive, "EventHub_Sample").unwrap().artifacts.len(), 1);
    assert!(checked.open(&mut archive, "EventHub_Sample").is_err());
}

#[test]
fn a_payload_directory_may_be_an_unpacked_export() {
    let mut packed = Archive::open(Cursor::new(export("EventHub_Sample")), Limits::default()).unwrap();
    let names: Vec<String> = packed.entries().iter().map(|entry| entry.name.clone()).collect();
    let files: Vec<(String, Vec<u8>)> =
        names.iter().map(|name| (format!("dir/{name}"), packed.read(name, 1 << 20).unwrap())).collect();
    let manifest = MANIFEST.replace("content/EventHub_Sample.zip", "dir/");
    let scripts = export("Shared_Scripts");
    let mut entries: Vec<(&str, &[u8])> = vec![
        ("META-INF/MANIFEST.MF", manifest.as_bytes()),
        ("META-INF/mtad.yaml", DESCRIPTOR.as_bytes()),
        ("content/Shared_Scripts.zip", &scripts),
    ];
    entries.extend(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
    let mut archive = zipped(&entries);
    let checked = check(&mut archive).unwrap();
    assert_eq!(checked.package(&mut archive, "EventHub_Sample").unwrap().id, "EventHub_Sample");
    let mut bytes = Vec::new();
    checked.open(&mut archive, "Shared_Scripts").unwrap().read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, scripts);
}

#[test]
fn a_payload_that_is_no_package_is_refused_or_warned_about() {
    let mut entries: Vec<(&str, &[u8])> = vec![
        ("META-INF/MANIFEST.MF", MANIFEST.as_bytes()),
        ("META-INF/mtad.yaml", DESCRIPTOR.as_bytes()),
        ("content/EventHub_Sample.zip", b"no zip"),
    ];
    let scripts = export("Shared_Scripts");
    entries.push(("content/Shared_Scripts.zip", &scripts));
    let error = check(&mut zipped(&entries)).unwrap_err();
    assert!(matches!(&error, Error::Payload { module, .. } if module == "EventHub_Sample"), "{error}");
    let warned = check_with(&mut zipped(&entries), PayloadPolicy::Warn).unwrap();
    assert!(
        warned.warnings[0].starts_with("the content of module `EventHub_Sample` is not usable: "),
        "{:?}",
        warned.warnings
    );
}

#[test]
fn the_written_manifest_is_that_of_the_example() {
    let payloads = ["EventHub_Sample", "Shared_Scripts"].map(|name| Payload::package(name, Cursor::new(export(name))));
    let out = assemble(Cursor::new(Vec::new()), &descriptor(), payloads.into(), Stamp::FIXED).unwrap();
    let mut archive = Archive::open(out, Limits::default()).unwrap();
    let written = archive.read("META-INF/MANIFEST.MF", 1 << 20).unwrap();
    let expected = MANIFEST.replace("transport-platform", "Ropeway");
    assert_eq!(String::from_utf8(written.clone()).unwrap(), expected);
    assert_eq!(Manifest::read(&written).unwrap().write(), written);
}

#[test]
fn thousands_of_modules_on_one_payload_are_checked_in_time() {
    let names: Vec<String> = (0..4000).map(|at| format!("m{at}")).collect();
    let modules: String = names.iter().map(|name| format!("- {{name: {name}, type: com.sap.integration}}\n")).collect();
    let descriptor = format!("_schema-version: '3.1'\nID: a\nversion: '1.0.0'\nmodules:\n{modules}");
    let mut manifest = Manifest::default();
    manifest.main.set("Manifest-Version", "1.0");
    let mut text = manifest.write();
    text.extend(format!("Name: content/x.zip\r\nMTA-Module: {}\r\n", names.join(",")).into_bytes());
    let hub = export("Hub");
    let entries: [(&str, &[u8]); 3] =
        [("META-INF/MANIFEST.MF", &text), ("META-INF/mtad.yaml", descriptor.as_bytes()), ("content/x.zip", &hub)];
    assert_eq!(check(&mut zipped(&entries)).unwrap().modules.len(), 4000);
}
