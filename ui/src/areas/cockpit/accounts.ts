import { client } from '~/api/client';
import { read, readPages } from '~/api/queries';
import type { Schemas } from './data';
import { API } from './data';

export type SubaccountLine = Schemas['Subaccount'];
export type Environment = Schemas['Environment'];
export type Membership = Schemas['Membership'];

const PAGE = 50;

const ACCOUNTS = '/api/v1/accounts/subaccounts';

export const subaccountsOf = () =>
  readPages<SubaccountLine>(['subaccount', 'account'], ['subaccounts'], (after, signal) =>
    client.GET(ACCOUNTS, { params: { query: { after, limit: PAGE } }, signal }),
  );

/** The global account, and what may be done in it. */
export const globalAccount = () =>
  read(['account', 'role_collection'], ['global-account'], (signal) => client.GET(ACCOUNTS, { params: { query: { limit: 1 } }, signal }));

export const environmentOf = (subaccount: string) =>
  read(['environment', 'org', 'entitlement'], ['environment', subaccount], (signal) =>
    client.GET(`${API}/environment`, { params: { path: { subaccount } }, signal }),
  );

export const membersOf = (org: string) =>
  readPages<Membership>(['role', 'space', 'org'], ['members', org], (after, signal) =>
    client.GET('/api/v1/cloud-foundry/organizations/{org}/members', { params: { path: { org }, query: { after, limit: PAGE } }, signal }),
  );
