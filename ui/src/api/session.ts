import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { setCsrfToken, toSignIn } from './client';
import { problemOf } from './problem';

export interface Subaccount {
  id: string;
  subdomain: string;
  displayName: string;
  areas: string[];
  roleCollections: string[];
}

export interface Session {
  csrfToken: string;
  user: { id: string; name: string; email: string; givenName: string; familyName: string };
  isGlobalAdministrator: boolean;
  subaccounts: Subaccount[];
  version: string;
  expiresAt: string;
}

async function readSession(): Promise<Session> {
  const response = await fetch('/api/v1/session', { credentials: 'same-origin' });
  if (response.status === 401) {
    toSignIn();
    return new Promise(() => {}); // the browser is leaving; nothing is to be shown meanwhile
  }
  if (!response.ok) throw await problemOf(response);
  const session = (await response.json()) as Session;
  setCsrfToken(session.csrfToken);
  return session;
}

/** Who is signed in, and what he may see; asked once, and again when roles change. */
export const session = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 300_000,
  meta: { topics: ['role', 'person', 'account', 'tenant', 'session'] as const },
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

export async function signOut(csrfToken: string) {
  await fetch('/api/v1/session', { method: 'DELETE', headers: { 'X-CSRF-Token': csrfToken } });
  location.assign('/sign-in');
}
