import { client } from '~/api/client';
import { read, readPages } from '~/api/queries';
import { API, type Schemas } from './data';

export type IdentityProvider = Schemas['IdentityProvider'];
export type TrustCheck = Schemas['TrustCheck'];

export const trustOf = (subaccount: string) =>
  read(['role_collection'], ['trust', subaccount], (signal) => client.GET(`${API}/trust`, { params: { path: { subaccount } }, signal }));

/** The trusted providers; they are few, and come whole. */
export const providersOf = (subaccount: string) =>
  readPages<IdentityProvider>(['role_collection'], ['identity-providers', subaccount], async (_, signal) => {
    const answer = await client.GET(`${API}/trust`, { params: { path: { subaccount } }, signal });
    return { ...answer, data: { items: answer.data?.providers ?? [], next: null } };
  });

export const providerOf = (subaccount: string, origin: string) =>
  read<IdentityProvider>(['role_collection'], ['identity-provider', subaccount, origin], (signal) =>
    client.GET(`${API}/trust/{origin}`, { params: { path: { subaccount, origin } }, signal }),
  );
