import { client, value } from '~/api/client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { read, readPages } from '~/api/queries';
import type { Schemas } from './data';
import { API } from './data';

export type SubaccountLine = Schemas['Subaccount'];
export type SubaccountPage = Schemas['SubaccountPage'];
export type Environment = Schemas['Environment'];
export type Membership = Schemas['Membership'];

const PAGE = 50;

/** The pages also say what may be done. */
export const subaccountsOf = () =>
  infiniteQueryOptions({
    queryKey: ['subaccounts', 'pages'],
    queryFn: ({ pageParam, signal }): Promise<SubaccountPage> =>
      value(client.GET('/api/v1/accounts/subaccounts', { params: { query: { after: pageParam, limit: PAGE } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: SubaccountPage) => last.next ?? undefined,
    meta: { topics: ['subaccount', 'account'] as const },
  });

export const environmentOf = (subaccount: string) =>
  read(['environment', 'org', 'entitlement'], ['environment', subaccount], (signal) =>
    client.GET(`${API}/environment`, { params: { path: { subaccount } }, signal }),
  );

export const membersOf = (org: string) =>
  readPages<Membership>(['role', 'space', 'org'], ['members', org], (after, signal) =>
    client.GET('/api/v1/cloud-foundry/organizations/{org}/members', { params: { path: { org }, query: { after, limit: PAGE } }, signal }),
  );
