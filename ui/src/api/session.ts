import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { client, setCsrfToken, value } from './client';
import { Problem } from './problem';
import type { components } from './schema';

export type Session = components['schemas']['Session'];
export type Subaccount = components['schemas']['SessionSubaccount'];

async function readSession(): Promise<Session> {
  try {
    const found = await value(client.GET('/api/v1/session'));
    setCsrfToken(found.csrfToken);
    return found;
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.status === 401) return new Promise(() => {}); // the browser is leaving for the sign-in
    throw thrown;
  }
}

/** Who is signed in, and what he may see; asked once, and again when roles change. */
export const session = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 300_000,
  meta: { topics: ['role_collection', 'user', 'subscription', 'subaccount', 'role', 'person', 'account', 'tenant', 'session'] as const },
});

export function useSession(): Session {
  return useSuspenseQuery(session).data;
}

/** The subaccount that the address names, if the person has a role there. */
export function useSubaccount(): Subaccount | undefined {
  const { subaccount }: { subaccount?: string } = useParams({ strict: false });
  return useSession().subaccounts.find((one) => one.subdomain === subaccount || one.id === subaccount);
}

export function nameOf(user: Session['user']): string {
  return [user.givenName, user.familyName].filter(Boolean).join(' ') || user.name;
}

export async function signOut() {
  await client.DELETE('/api/v1/session');
  location.assign('/sign-in');
}
