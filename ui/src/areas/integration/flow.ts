/** What a flow consists of, in words: for those who do not see its drawing. */
export interface Outline {
  /** Systems around it, and the processes in it. */
  participants: { id: string; name: string; kind: string }[];
  /** Where it is called, and what it calls. */
  channels: { id: string; adapter: string; direction: string; address: string; from: string; to: string }[];
  /** What happens in each process, along its way from the beginning. */
  processes: { id: string; name: string; steps: { id: string; name: string; kind: string }[] }[];
}

/** Properties in which adapters keep where they listen or whom they call. */
const ADDRESSES = ['urlPath', 'address', 'httpAddressWithoutQuery', 'host', 'Queue', 'QueueName_inbound', 'QueueName_outbound', 'path'];
const STEP = /(Event|Activity|Gateway|Task|subProcess|transaction)$/i;

const childrenOf = (of: Element, name: string) => [...of.children].filter(({ localName }) => localName === name);
const nameOf = (element: Element) => (element.getAttribute('name') ?? '').replace(/\s+/g, ' ').trim();

function propertiesOf(element: Element): Record<string, string> {
  const all = childrenOf(element, 'extensionElements').flatMap((extension) => childrenOf(extension, 'property'));
  const text = (property: Element, name: string) => childrenOf(property, name)[0]?.textContent?.trim() ?? '';
  return Object.fromEntries(all.map((property) => [text(property, 'key'), text(property, 'value')]));
}

/** Undefined, where it is no XML. */
export function outlineOf(xml: string): Outline | undefined {
  const root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
  if (root.localName !== 'definitions') return undefined;
  const collaborations = childrenOf(root, 'collaboration');
  const named = new Map([...root.querySelectorAll('[id]')].map((element) => [element.id, nameOf(element) || element.id]));
  const nameAt = (id: string | null) => named.get(id ?? '') ?? '';
  return {
    participants: collaborations
      .flatMap((one) => childrenOf(one, 'participant'))
      .map((one) => ({ id: one.id, name: nameOf(one) || one.id, kind: [...one.attributes].find(({ localName }) => localName === 'type')?.value ?? '' })),
    channels: collaborations
      .flatMap((one) => childrenOf(one, 'messageFlow'))
      .map((one) => {
        const properties = propertiesOf(one);
        return {
          id: one.id,
          adapter: properties.ComponentType || nameOf(one),
          direction: properties.direction ?? '',
          address: ADDRESSES.map((key) => properties[key]).find(Boolean) ?? '',
          from: nameAt(one.getAttribute('sourceRef')),
          to: nameAt(one.getAttribute('targetRef')),
        };
      }),
    processes: childrenOf(root, 'process').map((one) => ({ id: one.id, name: nameOf(one) || one.id, steps: stepsOf(one) })),
  };
}

/** Along the sequence flows; what is not reached from the beginning stands at the end. */
function stepsOf(process: Element): Outline['processes'][number]['steps'] {
  const steps = [...process.children].filter(({ localName }) => STEP.test(localName));
  const flows = childrenOf(process, 'sequenceFlow').map((flow) => [flow.getAttribute('sourceRef'), flow.getAttribute('targetRef')]);
  const targets = new Set(flows.map(([, target]) => target));
  const order: Element[] = [];
  const follow = (step: Element | undefined) => {
    if (!step || order.includes(step)) return;
    order.push(step);
    flows.filter(([source]) => source === step.id).forEach(([, target]) => follow(steps.find(({ id }) => id === target)));
  };
  steps.filter(({ id }) => !targets.has(id)).forEach(follow);
  steps.forEach(follow);
  return order.map((step) => {
    const { subActivityType, activityType } = propertiesOf(step);
    return { id: step.id, name: nameOf(step) || step.id, kind: subActivityType || activityType || step.localName };
  });
}

/** How many shapes the model says where to draw. */
export function drawnIn(xml: string): boolean {
  return /<(\w+:)?BPMNShape\b/.test(xml);
}
