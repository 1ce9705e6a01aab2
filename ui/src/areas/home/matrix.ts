import { client } from '~/api/client';
import { LANDSCAPE_TOPICS, type Node, type Route } from '~/api/landscape';
import { readPages } from '~/api/queries';
import type { components } from '~/api/schema';

export type MatrixRow = components['schemas']['MatrixRow'];
export type MatrixCell = components['schemas']['MatrixCell'];

const PAGE = 20;

/** What is where, an MTA a row. */
export const matrixOf = (subaccount: string, text: string | undefined) =>
  readPages<MatrixRow>([...LANDSCAPE_TOPICS], ['matrix', subaccount, text], (after, signal) =>
    client.GET('/api/v1/subaccounts/{subaccount}/matrix', { params: { path: { subaccount }, query: { text, after, limit: PAGE } }, signal }),
  );

/** The nodes as requests go through them: each behind the one in front of it. */
export function inFlow(nodes: Node[], routes: Route[]): Node[] {
  const hasFront = new Set(routes.map(({ target }) => target));
  const behind = (id: number) => nodes.filter((node) => routes.some(({ source, target }) => source === id && target === node.id));
  const walk = (node: Node): Node[] => [node, ...behind(node.id).flatMap(walk)];
  return nodes.filter(({ id }) => !hasFront.has(id)).flatMap(walk);
}

/** Without the time that the Content Agent adds to the version of a package. */
export const shortVersion = (version: string) => version.replace(/-\d{14}$/, '');

/** What is pending, as a person thinks of it, with the statuses that the queue is to show. */
export function pendingOf({ pending }: MatrixCell) {
  const groups = [
    { kind: 'failed', statuses: ['fatal', 'error'] },
    { kind: 'running', statuses: ['running'] },
    { kind: 'waiting', statuses: ['initial', 'repeat'] },
  ] as const;
  return groups
    .map(({ kind, statuses }) => {
      const these = pending.filter(({ status }) => (statuses as readonly string[]).includes(status));
      return { kind, statuses, count: these.reduce((sum, { count }) => sum + count, 0) };
    })
    .filter(({ count }) => count > 0);
}
