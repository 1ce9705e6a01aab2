import { client } from '~/api/client';
import { read, readPages, type Page } from '~/api/queries';
import type { Topic } from '~/api/topic';
import type { Schemas } from './data';
import { API } from './data';

export type Instance = Schemas['ServiceInstance'];
export type InstanceDetails = Schemas['ServiceInstanceDetails'];
export type Key = Schemas['ServiceKey'];
export type Offering = Schemas['ServiceOffering'];
export type Organization = Schemas['Organization'];
type Body = Schemas['NewServiceInstance'];
type KeyBody = Schemas['NewServiceKey'];

const CF = '/api/v1/cloud-foundry';
const TOPICS: Topic[] = ['service_instance', 'service_binding', 'space'];
const PAGE = 50;

export const organizationsOf = (subaccountId: string) =>
  read(['org', 'space', 'role', 'environment'], ['organizations', subaccountId], (signal) =>
    client.GET(`${CF}/organizations`, { params: { query: { subaccountId } }, signal }),
  );

/** Where instances are: the subaccount itself, or a space by its GUID. */
export type Place = string;

/**
 * The instances of the places, one place after the other. The cursor says which place is read, and behind what.
 */
export const instancesOf = (subaccount: string, places: Place[]) =>
  readPages<Instance>(TOPICS, ['instances', subaccount, places], async (cursor, signal) => {
    const [at = '0', after] = (cursor ?? '').split('\n');
    const index = Number(at);
    const answer = await pageOf(subaccount, places[index] ?? '', after || undefined, signal);
    const page: Page<Instance> = answer.data ?? { items: [] };
    const next = page.next ? `${index}\n${page.next}` : index + 1 < places.length ? `${index + 1}\n` : null;
    return { ...answer, data: { items: page.items, next } };
  });

const pageOf = (subaccount: string, space: Place, after: string | undefined, signal: AbortSignal) =>
  space
    ? client.GET(`${CF}/spaces/{space}/instances`, { params: { path: { space }, query: { after, limit: PAGE } }, signal })
    : client.GET(`${API}/instances`, { params: { path: { subaccount }, query: { after, limit: PAGE } }, signal });

export const instanceRightsOf = (subaccount: string) =>
  read(['role_collection'], ['instance-rights', subaccount], (signal) =>
    client.GET(`${API}/instances`, { params: { path: { subaccount }, query: { limit: 1 } }, signal }),
  );

export const instanceOf = (subaccount: string, id: string, space: Place) =>
  read<InstanceDetails>(TOPICS, ['instance', subaccount, id, space], (signal) =>
    space ? client.GET(`${CF}/instances/{id}`, { params: { path: { id } }, signal }) : client.GET(`${API}/instances/{id}`, { params: { path: { subaccount, id } }, signal }),
  );

export const offeringsOf = (subaccount: string, space: Place) =>
  read<Offering[]>(['entitlement', 'environment'], ['offerings', subaccount, space], (signal) =>
    space
      ? client.GET(`${CF}/spaces/{space}/offerings`, { params: { path: { space } }, signal })
      : client.GET(`${API}/offerings`, { params: { path: { subaccount } }, signal }),
  );

type Made = Promise<{ data?: unknown; error?: unknown; response: Response }>;

export const createInstance = (subaccount: string, space: Place, body: Body): Made =>
  space ? client.POST(`${CF}/spaces/{space}/instances`, { params: { path: { space } }, body }) : client.POST(`${API}/instances`, { params: { path: { subaccount } }, body });

export const deleteInstance = (subaccount: string, id: string, space: Place): Made =>
  space ? client.DELETE(`${CF}/instances/{id}`, { params: { path: { id } } }) : client.DELETE(`${API}/instances/{id}`, { params: { path: { subaccount, id } } });

export const createKey = (subaccount: string, id: string, space: Place, body: KeyBody): Made =>
  space ? client.POST(`${CF}/instances/{id}/keys`, { params: { path: { id } }, body }) : client.POST(`${API}/instances/{id}/keys`, { params: { path: { subaccount, id } }, body });

export const showKey = (subaccount: string, id: string, space: Place, key: string) =>
  space
    ? client.GET(`${CF}/instances/{id}/keys/{key}/credentials`, { params: { path: { id, key } } })
    : client.GET(`${API}/instances/{id}/keys/{key}/credentials`, { params: { path: { subaccount, id, key } } });

export const deleteKey = (subaccount: string, id: string, space: Place, key: string): Made =>
  space
    ? client.DELETE(`${CF}/instances/{id}/keys/{key}`, { params: { path: { id, key } } })
    : client.DELETE(`${API}/instances/{id}/keys/{key}`, { params: { path: { subaccount, id, key } } });

/** The address of an instance in the API, for those who copy calls. */
export const addressOf = (subaccount: string, id: string, space: Place) => (space ? `${CF}/instances/${id}` : `/api/v1/subaccounts/${subaccount}/instances/${id}`);
