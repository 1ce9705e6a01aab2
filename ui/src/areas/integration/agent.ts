import { client, value } from '~/api/client';
import { read, readPages } from '~/api/queries';
import type { components } from '~/api/schema';
import type { FilterValues } from '~/parts/filters';
import { t } from '~/text';

type Schemas = components['schemas'];
export type ContentResource = Schemas['ContentResource'];
export type Dependencies = Schemas['ContentDependencies'];
export type ExportActivity = Schemas['ExportActivity'];
export type ExportDetails = Schemas['ExportActivityDetails'];
export type LogLine = Schemas['ExportLogLine'];

export const AGENT = '/api/v1/subaccounts/{subaccount}/content-agent';
export const PACKAGES = 'Cloud Integration';
export const CONTENT_TYPES = [PACKAGES, 'Destination'] as const;
export const STATES = ['INITIAL', 'RUNNING', 'FINISHED', 'ERROR'] as const;
const PAGE = 50;
const MOST = 200;

export const agentOf = (subaccount: string) =>
  read(['destination', 'package', 'node', 'role_collection'], ['content-agent', subaccount], (signal) => client.GET(AGENT, { params: { path: { subaccount } }, signal }));

export const resourcesOf = (subaccount: string, { text, type }: FilterValues) => {
  const query = { text, type };
  return readPages<ContentResource>(['package', 'artifact', 'destination'], ['content-resources', subaccount, query], (after, signal) =>
    client.GET(`${AGENT}/resources`, { params: { path: { subaccount }, query: { ...query, after, limit: PAGE } }, signal }),
  );
};

export const keyOf = ({ type, id }: Pick<ContentResource, 'type' | 'id'>) => `${type}/${id}`;

/** What the address names, as far as it is there. */
export async function resourcesNamed(subaccount: string, keys: string[]): Promise<ContentResource[]> {
  const found = await Promise.all(
    keys.map(async (key) => {
      const [type = '', ...id] = key.split('/');
      const { items } = await value(client.GET(`${AGENT}/resources`, { params: { path: { subaccount }, query: { type, text: id.join('/'), limit: MOST } } }));
      return items.filter((one) => keyOf(one) === key);
    }),
  );
  return found.flat();
}

export const dependenciesOf = (subaccount: string, ids: string[]) =>
  read(['package', 'artifact'], ['content-dependencies', subaccount, ids], (signal) =>
    client.GET(`${AGENT}/dependencies`, { params: { path: { subaccount }, query: { packages: ids.join(',') } }, signal }),
  );

export const exportsOf = (subaccount: string, { text, state }: FilterValues) => {
  const query = { text, state };
  return readPages<ExportActivity>(['content'], ['export-activities', subaccount, query], (after, signal) =>
    client.GET(`${AGENT}/activities`, { params: { path: { subaccount }, query: { ...query, after, limit: PAGE } }, signal }),
  );
};

export const exportOf = (subaccount: string, id: string) =>
  read(['content'], ['export-activity', subaccount, id], (signal) => client.GET(`${AGENT}/activities/{id}`, { params: { path: { subaccount, id } }, signal }));

export const exportLogOf = (subaccount: string, id: string) =>
  readPages<LogLine>(['content'], ['export-log', subaccount, id], (after, signal) =>
    client.GET(`${AGENT}/activities/{id}/log`, { params: { path: { subaccount, id }, query: { after, limit: MOST } }, signal }),
  );

/** Its content type as people call it. */
export const typeName = (type: string) => (type === PACKAGES ? t('agent.type.package') : t('agent.type.destination'));

/** What is to be exported of a resource. */
export interface Chosen {
  resource: ContentResource;
  /** Technical ids of the components that go along. */
  components: string[];
}

/** All that can leave; a draft cannot. */
export const wholeOf = (resource: ContentResource): Chosen => ({ resource, components: resource.components.filter(({ exportable }) => exportable).map(({ id }) => id) });

const isWhole = ({ resource, components }: Chosen) => components.length === resource.components.length;

/** What is asked for: packages behind what they need, as far as that travels along. */
export function wished(chosen: Chosen[], dependencies: Dependencies['dependencies']) {
  const needs = (of: string, other: string) => dependencies.some((one) => one.of === of && one.package === other);
  const travels = new Set(chosen.filter(({ resource }) => resource.type === PACKAGES).map(({ resource }) => resource.id));
  return chosen.map((one) => {
    const { type, id } = one.resource;
    const needed = type === PACKAGES ? [...travels].filter((other) => needs(id, other) && !needs(other, id)) : [];
    return { type, id, components: isWhole(one) ? [] : one.components, after: needed };
  });
}

/** The log as a file: a line a message. */
export function logFile({ id }: ExportActivity, lines: LogLine[]): File {
  const text = lines.map(({ at, severity, text: said }) => `${at}  ${severity}  ${said.trimEnd().replaceAll('\n', '\n    ')}\n`).join('');
  return new File([text], `activity-${id}.log`, { type: 'text/plain' });
}
