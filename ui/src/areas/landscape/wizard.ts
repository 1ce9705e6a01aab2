import type { components } from '~/api/schema';
import type { Landscape } from '~/api/landscape';
import { t } from '~/text';

export type NewLandscape = components['schemas']['NewLandscape'];

/** A node to be. */
export interface NodeDraft {
  /** Stays when nodes are added and removed. */
  key: number;
  name: string;
  description: string;
  forwardMode: string;
  uploadAllowed: boolean;
  /** Where its imports go; the first node has none. */
  destination: string;
}

const draft = (key: number, name: string, change: Partial<NodeDraft> = {}): NodeDraft => ({
  key,
  name,
  description: '',
  // The only mode that keeps from production what failed in test.
  forwardMode: 'AUTO',
  uploadAllowed: false,
  destination: '',
  ...change,
});

/** The usual way: from development through test to production, by names that are free. */
export function usual(there: Landscape): NodeDraft[] {
  const taken = new Set(there.nodes.map(({ name }) => name));
  const ends = ['', ...Array.from({ length: taken.size }, (_, at) => `_${at + 2}`)];
  const end = ends.find((one) => !['DEV', 'TEST', 'PROD'].some((name) => taken.has(name + one))) ?? '';
  return [draft(1, `DEV${end}`, { uploadAllowed: true }), draft(2, `TEST${end}`), draft(3, `PROD${end}`)];
}

/** One more at the end. */
export function grown(nodes: NodeDraft[]): NodeDraft[] {
  const key = Math.max(...nodes.map((one) => one.key)) + 1;
  return [...nodes, draft(key, '')];
}

export const LEAST = 2;
export const MOST = 10;

/** What is wrong with the name of a node, in words; the server has the last one. */
export function nameProblem({ name, key }: NodeDraft, nodes: NodeDraft[], there: Landscape): string | undefined {
  const text = name.trim();
  if (text === '') return t('wizard.nameMissing');
  if (nodes.some((other) => other.key !== key && other.name.trim() === text)) return t('wizard.nameTwice');
  return there.nodes.some((node) => node.name === text) ? t('wizard.nameTaken') : undefined;
}

export const routeName = (source: string, target: string) => `${source} → ${target}`;

/** What is sent: the nodes, and a route from each to the next. */
export function landscapeFrom(nodes: NodeDraft[]): NewLandscape {
  const names = nodes.map(({ name }) => name.trim());
  const node = ({ description, forwardMode, uploadAllowed, destination }: NodeDraft, at: number) => ({
    name: names[at]!,
    ...(description.trim() && { description: description.trim() }),
    forwardMode,
    uploadAllowed,
    ...(destination && at > 0 && { contentType: 'MTA', destination }),
  });
  const route = (target: string, at: number) => ({ name: routeName(names[at]!, target), source: names[at]!, target });
  return { nodes: nodes.map(node), routes: names.slice(1).map(route) };
}

/** Names of routes that are there already. */
export const takenRoutes = (nodes: NodeDraft[], { routes }: Landscape) =>
  (landscapeFrom(nodes).routes ?? []).map(({ name }) => name).filter((name) => routes.some((route) => route.name === name));
