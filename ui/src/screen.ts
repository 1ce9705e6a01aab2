import type { QueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Place } from './path';
import type { TextKey } from './text';

/** What an area shows at one address; a page's file exports one. */
export interface Screen {
  /** Brings what the page reads into the cache, so that it is there before the page is. */
  load?: (visit: Visit) => unknown;
  Page: ComponentType;
}

/** Somebody comes to a screen: what its address says. */
export interface Visit {
  params: Record<string, string>;
  search: Record<string, string>;
  queries: QueryClient;
}

/** Parts of the product; who may see one is in the session. */
export type Area = 'transport' | 'change' | 'integration' | 'cockpit';

/** A line in the list of screens. */
export interface Entry {
  place: Place;
  /** Its name in the side navigation, the breadcrumbs and the window; `{node}` in it is what the address names. */
  title: TextKey;
  /** Whose screen it is, and who sees it; without it anybody. */
  area?: Area;
  /** Only for those who administer the global account. */
  global?: true;
  /** Where its breadcrumb leads to. */
  under?: Place;
  /** The icon in the side navigation; without it the screen is not in there. */
  icon?: string;
  load: () => Promise<Screen>;
}

/** What the address of this page names: `const { node } = usePlace('subaccount', 'node')`. */
export function usePlace<N extends string>(...names: N[]): Record<N, string> {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return Object.fromEntries(names.map((name) => [name, params[name] ?? ''])) as Record<N, string>;
}

/** What the palette found for a text. */
export interface Hit {
  title: string;
  /** What sort of thing it is. */
  what: string;
  /** Built by `path.…`. */
  to: string;
}

/** An area's search, asked by the palette while somebody types. */
export interface Finder {
  area: Area;
  find: (subaccount: string, text: string, signal: AbortSignal) => Promise<Hit[]>;
}
