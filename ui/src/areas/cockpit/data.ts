import { queryOptions } from '@tanstack/react-query';
import { client, tagged } from '~/api/client';
import { read, readAll, readPages } from '~/api/queries';
import type { components } from '~/api/schema';
import type { Topic } from '~/api/topic';
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
export type Role = Schemas['Role'];
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

export const usersOf = (subaccount: string, { text, roleCollection }: FilterValues) => {
  const query = { text, roleCollection };
  return readPages<User>(['user', 'person', 'role_collection'], ['users', subaccount, query], (after, signal) =>
    client.GET(`${API}/users`, { params: { path: { subaccount }, query: { ...query, after, limit: PAGE } }, signal }),
  );
};

/** One user with the version of what he has. */
export const userOf = (subaccount: string, { name: user, origin }: Pick<User, 'name' | 'origin'>) =>
  queryOptions({
    queryKey: ['user', subaccount, user, origin],
    queryFn: ({ signal }) => tagged(client.GET(`${API}/users/{user}`, { params: { path: { subaccount, user }, query: { origin } }, signal })),
    // What is edited is read anew each time.
    staleTime: 0,
    meta: { topics: ['user', 'role_collection'] as const },
  });

export const userRightsOf = (subaccount: string) =>
  read(['role_collection'], ['user-rights', subaccount], (signal) =>
    client.GET(`${API}/users`, { params: { path: { subaccount }, query: { limit: 1 } }, signal }),
  );

const ROLES: Topic[] = ['role_collection', 'role', 'subscription', 'user'];

export const roleCollectionsOf = (subaccount: string, { text }: FilterValues) =>
  readPages<RoleCollection>(ROLES, ['role-collections', subaccount, text], (after, signal) =>
    client.GET(`${API}/role-collections`, { params: { path: { subaccount }, query: { text, after, limit: PAGE } }, signal }),
  );

export const roleCollectionRightsOf = (subaccount: string) =>
  read(['role_collection'], ['role-collection-rights', subaccount], (signal) =>
    client.GET(`${API}/role-collections`, { params: { path: { subaccount }, query: { limit: 1 } }, signal }),
  );

/** One role collection with the version that a change of it is about. */
export const roleCollectionOf = (subaccount: string, collection: string) =>
  queryOptions({
    queryKey: ['role-collection', subaccount, collection],
    queryFn: ({ signal }) => tagged(client.GET(`${API}/role-collections/{collection}`, { params: { path: { subaccount, collection } }, signal })),
    meta: { topics: ROLES },
  });

/** What role collections can be made of. */
export const rolesOf = (subaccount: string) =>
  read(['role', 'subscription'], ['roles', subaccount], (signal) => client.GET(`${API}/roles`, { params: { path: { subaccount } }, signal }));

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
