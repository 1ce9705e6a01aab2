import { useMatches } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSession, useSubaccount, type Session, type Subaccount } from '~/api/session';
import { kept } from '~/kept';
import { fill, pattern } from '~/path';
import type { Entry } from '~/screen';

/** Where the person was last; screens without a subaccount in their address go on from there. */
const last = kept<string>('subaccount', '', (text) => text, (text) => text);

export function rememberSubaccount(subdomain: string) {
  last.set(subdomain);
}

export function startingSubaccount(session: Session): Subaccount | undefined {
  const known = session.subaccounts.find((one) => one.subdomain === last.get());
  return known ?? session.subaccounts[0];
}

/** The subaccount of the address, else the last one. */
export function useHere(): Subaccount | undefined {
  const session = useSession();
  const named = useSubaccount();
  useEffect(() => {
    if (named) last.set(named.subdomain);
  }, [named]);
  return named ?? startingSubaccount(session);
}

/** Whether the session allows to see a screen. */
export function isAllowed(entry: Entry, subaccount: Subaccount | undefined, { isGlobalAdministrator }: Session): boolean {
  if (entry.global && !isGlobalAdministrator) return false;
  if (!pattern[entry.place].includes('$subaccount')) return true;
  return subaccount !== undefined && (!entry.area || subaccount.areas.includes(entry.area));
}

/** What the side navigation lists: screens that have an icon and that the person may see. */
export function listed(screens: readonly Entry[], subaccount: Subaccount | undefined, session: Session): Entry[] {
  return screens.filter((entry) => entry.icon && isAllowed(entry, subaccount, session));
}

export function addressOf(entry: Entry, subaccount: Subaccount | undefined): string {
  return fill(pattern[entry.place], { subaccount: subaccount?.subdomain ?? '' });
}

/** The screen that is shown, or the one above it that the side navigation lists. */
export function useShownPlaces(): string[] {
  const handle = useMatches().findLast((match) => match.staticData.handle)?.staticData.handle;
  return handle ? [handle.place, ...handle.above.map(({ place }) => place)] : [];
}
