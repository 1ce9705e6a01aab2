import { useEffect, useSyncExternalStore } from 'react';

/** What a screen offers in the palette: the same as its buttons do. */
export interface QuickAction {
  title: string;
  run: () => void;
}

let offered: readonly QuickAction[] = [];
const hearing = new Set<() => void>();

function tell(actions: readonly QuickAction[]) {
  offered = actions;
  hearing.forEach((heard) => heard());
}

function follow(heard: () => void) {
  hearing.add(heard);
  return () => void hearing.delete(heard);
}

/** A page says what can be done on it; only what is allowed. */
export function useOfferActions(actions: readonly QuickAction[]) {
  useEffect(() => {
    tell(actions);
    return () => tell([]);
  }, [actions]);
}

export function useQuickActions(): readonly QuickAction[] {
  return useSyncExternalStore(follow, () => offered);
}
