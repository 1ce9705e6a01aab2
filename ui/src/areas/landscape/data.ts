import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { LANDSCAPE_TOPICS, landscapeOf, type Landscape, type Node } from '~/api/landscape';
import { readPages, type Page } from '~/api/queries';
import type { Tone } from '~/parts/status';
import { usePlace } from '~/screen';
import { t, type TextKey } from '~/text';

export type { Node, Route } from '~/api/landscape';

export function useLandscape(): Landscape {
  const { subaccount } = usePlace('subaccount');
  return useSuspenseQuery(landscapeOf(subaccount)).data;
}

/** The lists of the landscape for tables. They ask for the same answer at the same time, so it is asked for once. */
export function useLists(text: string) {
  const { subaccount } = usePlace('subaccount');
  const queries = useQueryClient();
  const list = <T extends { id: number; name: string; description: string }>(name: string, of: (all: Landscape) => T[]) =>
    readPages<T>(LANDSCAPE_TOPICS, ['landscape', subaccount, name, text], async (after) => {
      const all = await queries.fetchQuery({ ...landscapeOf(subaccount), staleTime: 1000 });
      const fitting = of(all).filter((one) => isMeant(one, text));
      return { data: pageOf(fitting, after), response: new Response() };
    });
  return { nodes: list('nodes', ({ nodes }) => nodes), routes: list('routes', ({ routes }) => routes) };
}

/** How many rows are drawn at a time. */
const ROWS = 50;

/** The rows after this one: the answer has all, but nobody reads all. */
export function pageOf<T extends { id: number }>(all: T[], after: string | undefined): Page<T> {
  const first = after === undefined ? 0 : all.findIndex(({ id }) => String(id) === after) + 1;
  const items = all.slice(first, first + ROWS);
  return { items, next: first + ROWS < all.length ? String(items.at(-1)?.id) : null };
}

export function isMeant({ name, description }: { name: string; description: string }, text: string): boolean {
  return `${name} ${description}`.toLowerCase().includes(text.trim().toLowerCase());
}

/** The statuses of a queue, what needs somebody first. */
export const STATUSES = ['fatal', 'error', 'repeat', 'warning', 'running', 'initial', 'succeeded', 'skipped', 'deleted'] as const;
const IMPORTABLE = ['initial', 'repeat', 'fatal'];

export function countsOf({ counters }: Node): [status: string, count: number][] {
  const known = STATUSES.filter((status) => counters[status]);
  const others = Object.keys(counters).filter((status) => !STATUSES.some((one) => one === status) && counters[status]);
  return [...known, ...others].map((status) => [status, counters[status] ?? 0]);
}

export function sumOf(node: Node, statuses: readonly string[] = IMPORTABLE): number {
  return statuses.reduce((sum, status) => sum + (node.counters[status] ?? 0), 0);
}

/** How a node is: as its worst request is. */
export function toneOf(node: Node): Tone {
  if (sumOf(node, ['fatal', 'error'])) return 'negative';
  if (sumOf(node, ['warning', 'repeat']) || node.importDisabled) return 'critical';
  if (sumOf(node, ['running'])) return 'information';
  return sumOf(node, ['succeeded']) ? 'positive' : 'neutral';
}

export const FORWARD_MODES = ['AUTO', 'POST_IMPORT', 'ON_SUCCESS', 'MANUAL'] as const;
export const CONTENT_TYPES = ['MTA', 'APP', 'XSCDU', 'BTP_ABAP'] as const;
export const forwardText = (mode: string) => t(`forwardMode.${mode}` as TextKey);
export const contentText = (type: string) => t(`contentType.${type}` as TextKey);

/** Whether everything that waits may be imported; not where nothing does. */
export function canImport(node: Node) {
  const can = node.can.import;
  return can?.allowed && sumOf(node) === 0 ? { allowed: false, reason: t('node.nothingWaits') } : can;
}
