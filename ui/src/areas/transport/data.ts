import { client } from '~/api/client';
import { LANDSCAPE_TOPICS, landscapeOf } from '~/api/landscape';
import { read, readPages } from '~/api/queries';
import type { components } from '~/api/schema';
import type { FilterValues } from '~/parts/filters';
import { path } from '~/path';
import type { Hit } from '~/screen';
import { t, type TextKey } from '~/text';

type Schemas = components['schemas'];
export type Action = Schemas['Action'];
export type ActionRequest = Schemas['ActionRequest'];
export type LogMessage = Schemas['LogMessage'];
export type Descriptor = Schemas['ExtensionDescriptor'];
export type QueueItem = Schemas['QueueItem'];
export type RequestContent = Schemas['RequestContent'];
export type RequestDetails = Schemas['RequestDetails'];
export type RequestSummary = Schemas['RequestSummary'];

export const API = '/api/v1/subaccounts/{subaccount}';
const PAGE = 50;

/** The statuses of a request in a queue, what waits first. */
export const STATUSES = ['initial', 'repeat', 'fatal', 'running', 'error', 'warning', 'succeeded', 'skipped', 'deleted'] as const;
/** What the queue shows unless something else is asked for: what an import takes, or treats. */
export const WAITING = 'initial,repeat,fatal,running';
export const ACTION_TYPES = ['I', 'NE', 'NU', 'FQ', 'RQ', 'DQ'] as const;
export const ACTION_STATUSES = ['running', 'succeeded', 'warning', 'error', 'fatal'] as const;
export const typeText = (type: string) => t(`action.type.${type}` as TextKey);
export const contentText = (type: string) => t(`contentType.${type}` as TextKey);
/** Who it is for; the technical user that sent it is of no interest beside a person. */
export const ownerOf = ({ namedUser, owner }: RequestSummary) => namedUser ?? owner;
export const personOf = ({ namedUser, triggeredBy }: Action) => namedUser ?? triggeredBy;

export const nodeOf = (subaccount: string, id: string) =>
  read(LANDSCAPE_TOPICS, ['node', subaccount, id], (signal) =>
    client.GET(`${API}/nodes/{id}`, { params: { path: { subaccount, id } }, signal }),
  );

export const queueOf = (subaccount: string, id: string, { status = STATUSES.join(','), owner, text }: FilterValues) => {
  const query = { status, owner, text };
  return readPages(['queue', 'transport', 'import', 'request', 'node'], ['queue', subaccount, id, query], (after, signal) =>
    client.GET(`${API}/nodes/{id}/queue`, { params: { path: { subaccount, id }, query: { ...query, after, limit: PAGE } }, signal }),
  );
};

/** The MTA extension descriptors of a node, and whether they may be changed. */
export const descriptorsOf = (subaccount: string, id: string) =>
  read(['node', 'descriptor'], ['descriptors', subaccount, id], (signal) =>
    client.GET(`${API}/nodes/{id}/extension-descriptors`, { params: { path: { subaccount, id }, query: { limit: 200 } }, signal }),
  );

export const requestsOf = (subaccount: string, { text }: FilterValues) =>
  readPages(['request', 'queue', 'transport'], ['requests', subaccount, text], (after, signal) =>
    client.GET(`${API}/requests`, { params: { path: { subaccount }, query: { text, after, limit: PAGE } }, signal }),
  );

export const requestOf = (subaccount: string, id: string) =>
  read([...LANDSCAPE_TOPICS], ['request', subaccount, id], (signal) =>
    client.GET(`${API}/requests/{id}`, { params: { path: { subaccount, id } }, signal }),
  );

/** The filters as the API takes them: a day begins at midnight where the person is. */
export function actionQuery({ node, type, status, since }: FilterValues) {
  const begin = since ? new Date(since.includes('T') ? since : `${since}T00:00`) : undefined;
  const from = begin && !Number.isNaN(begin.getTime()) ? begin.toISOString() : undefined;
  return { node: node ? Number(node) : undefined, type, status, since: from };
}

export const actionsOf = (subaccount: string, filters: FilterValues) => {
  const query = actionQuery(filters);
  return readPages(['action', 'queue', 'transport', 'import', 'request'], ['actions', subaccount, query], (after, signal) =>
    client.GET(`${API}/actions`, { params: { path: { subaccount }, query: { ...query, after, limit: PAGE } }, signal }),
  );
};

/** The newest import of a node, or none. */
export const lastImportOf = (subaccount: string, node: string) =>
  read(['action', 'transport', 'import'], ['last-import', subaccount, node], (signal) =>
    client.GET(`${API}/actions`, { params: { path: { subaccount }, query: { node: Number(node), type: 'I', limit: 1 } }, signal }),
  );

export const actionOf = (subaccount: string, id: string) =>
  read(['action', 'transport', 'import'], ['action', subaccount, id], (signal) =>
    client.GET(`${API}/actions/{id}`, { params: { path: { subaccount, id } }, signal }),
  );

export const logOf = (subaccount: string, id: string) =>
  readPages<ActionRequest>(['action', 'transport', 'import'], ['log', subaccount, id], (after, signal) =>
    client.GET(`${API}/actions/{id}/log`, { params: { path: { subaccount, id }, query: { after, limit: PAGE } }, signal }),
  );

/** Nodes and requests for the palette, by name or number. */
export async function findTransports(subaccount: string, text: string, signal: AbortSignal): Promise<Hit[]> {
  const params = { path: { subaccount } };
  const [landscape, requests] = await Promise.all([
    client.GET(`${API}/landscape`, { params, signal }),
    client.GET(`${API}/requests`, { params: { ...params, query: { text, limit: 6 } }, signal }),
  ]);
  const meant = (name: string) => name.toLowerCase().includes(text.toLowerCase());
  const nodes = (landscape.data?.nodes ?? []).filter(({ name }) => meant(name)).slice(0, 6);
  return [
    ...nodes.map(({ id, name }) => ({ title: name, what: t('queue.one'), to: path.queue({ subaccount, node: id }) })),
    ...(requests.data?.items ?? []).map(({ id, description }) => ({
      title: `${id} ${description}`,
      what: t('request.one'),
      to: path.request({ subaccount, request: id }),
    })),
  ];
}

export { landscapeOf };
