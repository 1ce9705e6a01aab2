import { expect, test } from 'vitest';
import { drawnIn, outlineOf } from './flow';

const property = (key: string, value: string) => `<ifl:property><key>${key}</key><value>${value}</value></ifl:property>`;
const XML = `<bpmn2:definitions xmlns:bpmn2="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ifl="http:///com.sap.ifl.model/Ifl.xsd">
  <bpmn2:collaboration id="C"><bpmn2:participant id="P1" ifl:type="EndpointSender" name="Shop"/>
    <bpmn2:participant id="P2" ifl:type="IntegrationProcess" name="Process" processRef="X"/>
    <bpmn2:messageFlow id="M" name="HTTPS" sourceRef="P1" targetRef="S"><bpmn2:extensionElements>
      ${property('ComponentType', 'HTTPS')}${property('direction', 'Sender')}${property('urlPath', '/orders')}</bpmn2:extensionElements></bpmn2:messageFlow>
  </bpmn2:collaboration>
  <bpmn2:process id="X" name="Process">
    <bpmn2:endEvent id="E" name="End"/>
    <bpmn2:callActivity id="A" name="Check &#10; it"><bpmn2:extensionElements>${property('activityType', 'Script')}</bpmn2:extensionElements></bpmn2:callActivity>
    <bpmn2:startEvent id="S" name="Start"/>
    <bpmn2:sequenceFlow id="F1" sourceRef="S" targetRef="A"/><bpmn2:sequenceFlow id="F2" sourceRef="A" targetRef="E"/>
    <bpmn2:sequenceFlow id="F3" sourceRef="E" targetRef="A"/>
  </bpmn2:process></bpmn2:definitions>`;

test('a flow in words goes along its way', () => {
  const found = outlineOf(XML)!;
  expect(found.participants.map(({ name, kind }) => [name, kind])).toEqual([
    ['Shop', 'EndpointSender'],
    ['Process', 'IntegrationProcess'],
  ]);
  expect(found.channels).toEqual([{ id: 'M', adapter: 'HTTPS', direction: 'Sender', address: '/orders', from: 'Shop', to: 'Start' }]);
  expect(found.processes[0]!.steps.map(({ name, kind }) => [name, kind])).toEqual([
    ['Start', 'startEvent'],
    ['Check it', 'Script'],
    ['End', 'endEvent'],
  ]);
});

test('what is no model has no outline, and one without places is not drawn', () => {
  expect(outlineOf('<a>')).toBeUndefined();
  expect(drawnIn(XML)).toBe(false);
  expect(drawnIn('<bpmndi:BPMNShape bpmnElement="A"/>')).toBe(true);
});
