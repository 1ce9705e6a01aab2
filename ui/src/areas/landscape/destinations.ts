import { client, tagged } from '~/api/client';
import { queryOptions } from '@tanstack/react-query';
import { read } from '~/api/queries';
import type { components } from '~/api/schema';

export type Destination = components['schemas']['Destination'];

const API = '/api/v1/subaccounts/{subaccount}';

/** The HTTP destinations that a node may be given, and whether more may be made. */
export const choicesOf = (subaccount: string) =>
  read(['destination', 'role_collection'], ['destination-choices', subaccount], (signal) =>
    client.GET(`${API}/destinations`, { params: { path: { subaccount }, query: { type: 'HTTP', limit: 200 } }, signal }),
  );

export const destinationOf = (subaccount: string, name: string) =>
  queryOptions({
    queryKey: ['destination', subaccount, name],
    queryFn: ({ signal }) => tagged(client.GET(`${API}/destinations/{name}`, { params: { path: { subaccount, name } }, signal })),
    meta: { topics: ['destination'] as const },
  });

/** The spaces of a subaccount, with the address of the deploy service for each. */
export const spacesOf = (subaccountId: string) =>
  read(['org', 'space', 'role', 'environment'], ['deploy-spaces', subaccountId], (signal) =>
    client.GET('/api/v1/cloud-foundry/organizations', { params: { query: { subaccountId } }, signal }),
  );

/** What is asked for. */
export interface Target {
  name: string;
  url: string;
  user: string;
  /** Left empty: as before. */
  password: string;
}

/** What a destination of a deployment target says; of one that is changed everything else stays. */
export const propertiesOf = ({ name, url, user, password }: Target, before: Record<string, string> = {}): Record<string, string> => ({
  Type: 'HTTP',
  ProxyType: 'Internet',
  ...before,
  Authentication: before.Authentication && before.Authentication !== 'NoAuthentication' ? before.Authentication : 'BasicAuthentication',
  Name: name,
  URL: url,
  User: user,
  Password: password,
});

export const createDestination = (subaccount: string, target: Target) =>
  client.POST(`${API}/destinations`, { params: { path: { subaccount } }, body: { properties: propertiesOf(target) } });

export const replaceDestination = (subaccount: string, target: Target, etag: string, before: Record<string, string>) =>
  client.PUT(`${API}/destinations/{name}`, { params: { path: { subaccount, name: target.name }, header: { 'If-Match': etag } }, body: { properties: propertiesOf(target, before) } });
