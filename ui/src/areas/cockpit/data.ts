import { queryOptions } from '@tanstack/react-query';
import { client, tagged } from '~/api/client';
import { read, readAll, readPages } from '~/api/queries';
import type { components } from '~/api/schema';
import type { FilterValues } from '~/parts/filters';
import { path } from '~/path';
import type { Hit } from '~/screen';
import { t } from '~/text';

export type Schemas = components['schemas'];
export type Destination = Schemas['Destination'];
export type DestinationLine = Schemas['DestinationLine'];
export type DestinationFile = Schemas['DestinationFile'];
export type Check = Schemas['ConnectionCheck'];
export type User = Schemas['User'];
export type RoleCollection = Schemas['RoleCollection'];
export type Subscription = Schemas['Subscription'];
export type Entitlement = Schemas['Entitlement'];

const PAGE = 50;
export const API = '/api/v1/subaccounts/{subaccount}';

export const destinationsOf = (subaccount: string, { text, type, authentication }: FilterValues) => {
  const query = { text, type, authentication };
  return readPages(['destination'], ['destinations', subaccount, query], (after, signal) =>
    client.GET(`${API}/destinations`, { params: { path: { subaccount }, query: { ...query, after, limit: PAGE } }, signal }),
  );
};

/** What may be done with destinations as such. */
export const destinationRightsOf = (subaccount: string) =>
  read(['role_collection'], ['destination-rights', subaccount], (signal) =>
    client.GET(`${API}/destinations`, { params: { path: { subaccount }, query: { limit: 1 } }, signal }),
  );

/** One destination with the version that a change of it is about. */
export const destinationOf = (subaccount: string, name: string) =>
  queryOptions({
    queryKey: ['destination', subaccount, name],
    queryFn: ({ signal }) => tagged(client.GET(`${API}/destinations/{name}`, { params: { path: { subaccount, name } }, signal })),
    meta: { topics: ['destination'] as const },
  });

export const usersOf = (subaccount: string, { text }: FilterValues) =>
  readPages(['user', 'person', 'role_collection'], ['users', subaccount, text], (after, signal) =>
    client.GET(`${API}/users`, { params: { path: { subaccount }, query: { text, after, limit: PAGE } }, signal }),
  );

export const userRightsOf = (subaccount: string) =>
  read(['role_collection'], ['user-rights', subaccount], (signal) =>
    client.GET(`${API}/users`, { params: { path: { subaccount }, query: { limit: 1 } }, signal }),
  );

export const roleCollectionsOf = (subaccount: string) =>
  readAll(['role_collection', 'role', 'subscription'], ['role-collections', subaccount], (signal) =>
    client.GET(`${API}/role-collections`, { params: { path: { subaccount } }, signal }),
  );

export const subscriptionsOf = (subaccount: string) =>
  readAll(['subscription', 'entitlement', 'role_collection'], ['subscriptions', subaccount], (signal) =>
    client.GET(`${API}/subscriptions`, { params: { path: { subaccount } }, signal }),
  );

export const entitlementsOf = (id: string) =>
  read(['entitlement', 'service_instance', 'subscription', 'environment'], ['entitlements', id], (signal) =>
    client.GET('/api/v1/accounts/subaccounts/{id}/entitlements', { params: { path: { id } }, signal }),
  );

/** Destinations for the palette, by name or address. */
export async function findDestinations(subaccount: string, text: string, signal: AbortSignal): Promise<Hit[]> {
  const { data } = await client.GET(`${API}/destinations`, { params: { path: { subaccount }, query: { text, limit: 8 } }, signal });
  return (data?.items ?? []).map(({ name }) => ({ title: name, what: t('destinations.title'), to: path.destination({ subaccount, destination: name }) }));
}
