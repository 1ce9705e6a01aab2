import { client } from '~/api/client';
import type { Node } from '~/api/landscape';
import { read } from '~/api/queries';
import type { components } from '~/api/schema';

export type Action = components['schemas']['Action'];

/** Statuses of requests that an import failed with, and of those that wait for one. */
const FAILED = ['fatal', 'error'];
const WAITING = ['initial', 'repeat'];

export const PERIODS = ['today', '7', '30', 'all'] as const;
export type Period = (typeof PERIODS)[number];
export const periodOf = (text: string | undefined): Period => PERIODS.find((period) => period === text) ?? '7';

/** When a period begins: at midnight where the person is. */
export function beginOf(period: Period, now = new Date()): string {
  if (period === 'all') return new Date(0).toISOString();
  const days = period === 'today' ? 0 : Number(period) - 1;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).toISOString();
}

export const importsOf = (subaccount: string, period: Period) =>
  read(['import', 'transport', 'action'], ['import-summary', subaccount, period], (signal) =>
    client.GET('/api/v1/subaccounts/{subaccount}/import-summary', { params: { path: { subaccount }, query: { since: beginOf(period) } }, signal }),
  );

export const storageOf = (subaccount: string) =>
  read(['request', 'queue', 'transport'], ['storage', subaccount], (signal) =>
    client.GET('/api/v1/subaccounts/{subaccount}/storage', { params: { path: { subaccount } }, signal }),
  );

const LAST = 6;
export const lastImportsOf = (subaccount: string) =>
  read(['import', 'transport', 'action'], ['last-imports', subaccount], (signal) =>
    client.GET('/api/v1/subaccounts/{subaccount}/actions', { params: { path: { subaccount }, query: { type: 'I', limit: LAST } }, signal }),
  );

type FeaturePage = components['schemas']['FeaturePage'];
export const MOST_FEATURES = 6;

/** Features whose next step is the person's: to confirm a test, to approve, to deploy to production. */
export const featuresForYou = (tenant: string) =>
  read<FeaturePage>(['feature', 'project', 'role_collection'], ['features-for-you', tenant], async (signal) => {
    const params = { path: { tenant } };
    const { data, error, response } = await client.GET('/api/v1/alm/{tenant}/rights', { params, signal });
    if (!data) return { error, response };
    if (data.waiting.length === 0) return { data: { items: [], next: null }, response };
    const query = { status: data.waiting.join(','), limit: MOST_FEATURES };
    return client.GET('/api/v1/alm/{tenant}/overview/features', { params: { ...params, query }, signal });
  });

/** A node whose queue waits for the person. */
export interface Waiting {
  node: Node;
  failed: number;
  waiting: number;
}

const sum = ({ counters }: Node, statuses: string[]) => statuses.reduce((all, status) => all + (counters[status] ?? 0), 0);

export const mayImport = ({ can }: Node) => (can.import?.allowed || can.importSelected?.allowed) ?? false;

/** Nodes with requests that the person may import: those where something failed first. */
export function waitingOf(nodes: Node[]): Waiting[] {
  const rows = nodes.filter(mayImport).map((node) => ({ node, failed: sum(node, FAILED), waiting: sum(node, WAITING) }));
  return rows.filter(({ failed, waiting }) => failed + waiting > 0).toSorted((a, b) => b.failed - a.failed || b.waiting - a.waiting);
}
