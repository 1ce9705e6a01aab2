//! The smallest bundle of each type: what a tenant makes when an artifact is created without content.

use std::io::Cursor;

use super::pack;
use super::parameters::{DEFINITIONS, VALUES};
use crate::error::Result;
use crate::manifest::{MANIFEST, Manifest};
use crate::package::ResourceType;

/// A bundle of version 1.0.0 without any logic. An integration flow has a start and an end.
pub fn minimal_bundle(kind: &ResourceType, id: &str, name: &str) -> Result<Vec<u8>> {
    let mut files = vec![(MANIFEST.to_owned(), manifest(kind, id, name)), (".project".to_owned(), project(kind, id))];
    match kind {
        ResourceType::IFlow
        | ResourceType::RestApiProvider
        | ResourceType::SoapApiProvider
        | ResourceType::ODataService => {
            files.push((flow_entry(id), FLOW.replace("{name}", &escaped(name)).into_bytes()));
            files.push((VALUES.to_owned(), Vec::new()));
            files.push((DEFINITIONS.to_owned(), NO_PARAMETERS.as_bytes().to_vec()));
        }
        ResourceType::ValueMapping => files.push(("value_mapping.xml".to_owned(), NO_VALUES.as_bytes().to_vec())),
        _ => {}
    }
    Ok(pack(Cursor::new(Vec::new()), files)?.into_inner())
}

fn flow_entry(id: &str) -> String {
    let file: String =
        id.chars().map(|c| if c.is_alphanumeric() || matches!(c, '_' | '-' | '.') { c } else { '_' }).collect();
    format!("src/main/resources/scenarioflows/integrationflow/{file}.iflw")
}

fn manifest(kind: &ResourceType, id: &str, name: &str) -> Vec<u8> {
    let mut manifest = Manifest::default();
    let headers = &mut manifest.main;
    headers.set("Manifest-Version", "1.0");
    headers.set("Bundle-ManifestVersion", "2");
    headers.set("Bundle-Name", name);
    headers.set("Bundle-SymbolicName", format!("{id}; singleton:=true"));
    headers.set("Bundle-Version", "1.0.0");
    headers.set("SAP-BundleType", bundle_type(kind));
    headers.set("SAP-NodeType", "IFLMAP");
    headers.set("SAP-RuntimeProfile", "iflmap");
    if let Some(capability) = capability(kind) {
        headers.set("Provide-Capability", format!("{capability}.{id};version:Version=\"1.0.0\""));
    }
    manifest.write()
}

fn bundle_type(kind: &ResourceType) -> &str {
    match kind {
        ResourceType::IFlow => "IntegrationFlow",
        other => other.as_str(),
    }
}

/// What others require to use the artifact.
fn capability(kind: &ResourceType) -> Option<&'static str> {
    match kind {
        ResourceType::ScriptCollection => Some("scriptcollection"),
        ResourceType::MessageMapping => Some("messagemapping"),
        ResourceType::FunctionLibraries => Some("functionlibraries"),
        ResourceType::ImportedArchives => Some("importedarchives"),
        _ => None,
    }
}

fn project(kind: &ResourceType, id: &str) -> Vec<u8> {
    let nature = match kind {
        ResourceType::ValueMapping => "com.sap.ide.ifl.valmap",
        _ => "com.sap.ide.ifl.bsn",
    };
    PROJECT.replace("{id}", &escaped(id)).replace("{nature}", nature).into_bytes()
}

fn escaped(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}

const NO_PARAMETERS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><parameters><param_references/></parameters>"#;
const NO_VALUES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><vm version="2.0"></vm>"#;

const PROJECT: &str = r#"<?xml version="1.0" encoding="UTF-8"?><projectDescription>
   <name>{id}</name>
   <comment/>
   <projects/>
   <buildSpec>
      <buildCommand>
         <name>org.eclipse.jdt.core.javabuilder</name>
         <arguments/>
      </buildCommand>
   </buildSpec>
   <natures>
      <nature>org.eclipse.jdt.core.javanature</nature>
      <nature>com.sap.ide.ifl.project.support.project.nature</nature>
      <nature>{nature}</nature>
   </natures>
</projectDescription>
"#;

const FLOW: &str = r#"<?xml version="1.0" encoding="UTF-8"?><bpmn2:definitions xmlns:bpmn2="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:ifl="http:///com.sap.ifl.model/Ifl.xsd" id="Definitions_1">
    <bpmn2:collaboration id="Collaboration_1" name="{name}">
        <bpmn2:extensionElements>
            <ifl:property><key>log</key><value>All events</value></ifl:property>
            <ifl:property><key>componentVersion</key><value>1.1</value></ifl:property>
            <ifl:property><key>cmdVariantUri</key><value>ctype::IFlowVariant/cname::IFlowConfiguration/version::1.1.17</value></ifl:property>
        </bpmn2:extensionElements>
        <bpmn2:participant id="Participant_Process_1" ifl:type="IntegrationProcess" name="Integration Process" processRef="Process_1">
            <bpmn2:extensionElements/>
        </bpmn2:participant>
    </bpmn2:collaboration>
    <bpmn2:process id="Process_1" name="Integration Process">
        <bpmn2:extensionElements>
            <ifl:property><key>cmdVariantUri</key><value>ctype::FlowElementVariant/cname::IntegrationProcess/version::1.1.3</value></ifl:property>
        </bpmn2:extensionElements>
        <bpmn2:startEvent id="StartEvent_1" name="Start">
            <bpmn2:outgoing>SequenceFlow_1</bpmn2:outgoing>
            <bpmn2:messageEventDefinition/>
        </bpmn2:startEvent>
        <bpmn2:endEvent id="EndEvent_1" name="End">
            <bpmn2:incoming>SequenceFlow_1</bpmn2:incoming>
            <bpmn2:messageEventDefinition/>
        </bpmn2:endEvent>
        <bpmn2:sequenceFlow id="SequenceFlow_1" sourceRef="StartEvent_1" targetRef="EndEvent_1"/>
    </bpmn2:process>
    <bpmndi:BPMNDiagram id="BPMNDiagram_1" name="Default Collaboration Diagram">
        <bpmndi:BPMNPlane bpmnElement="Collaboration_1" id="BPMNPlane_1">
            <bpmndi:BPMNShape bpmnElement="StartEvent_1" id="BPMNShape_StartEvent_1">
                <dc:Bounds height="32.0" width="32.0" x="330.0" y="184.0"/>
            </bpmndi:BPMNShape>
            <bpmndi:BPMNShape bpmnElement="EndEvent_1" id="BPMNShape_EndEvent_1">
                <dc:Bounds height="32.0" width="32.0" x="422.0" y="184.0"/>
            </bpmndi:BPMNShape>
            <bpmndi:BPMNShape bpmnElement="Participant_Process_1" id="BPMNShape_Participant_Process_1">
                <dc:Bounds height="280.0" width="284.0" x="240.0" y="60.0"/>
            </bpmndi:BPMNShape>
            <bpmndi:BPMNEdge bpmnElement="SequenceFlow_1" id="BPMNEdge_SequenceFlow_1">
                <di:waypoint x="362.0" y="200.0"/>
                <di:waypoint x="422.0" y="200.0"/>
            </bpmndi:BPMNEdge>
        </bpmndi:BPMNPlane>
    </bpmndi:BPMNDiagram>
</bpmn2:definitions>
"#;
