/** What a graph shows: things and what leads from one to another. */
export interface GraphNode<T> {
  id: string;
  data: T;
}

export interface GraphEdge {
  id: string;
  source: string;
  target: string;
  label: string;
  /** Something moves there now. */
  isBusy?: boolean;
}

export type Direction = 'right' | 'down';
export interface Size {
  width: number;
  height: number;
}
export interface Spot {
  x: number;
  y: number;
}
/** Where each node's upper left corner is. */
export type Spots = ReadonlyMap<string, Spot>;

type Key = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
const AHEAD: Record<Key, Spot> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function isArrow(key: string): key is Key {
  return key in AHEAD;
}

/** The node that an arrow key leads to: the nearest in that direction, where a step aside counts double. */
export function neighbour(spots: Spots, from: string, key: Key): string | undefined {
  const here = spots.get(from);
  if (!here) return undefined;
  const way = AHEAD[key];
  let best: string | undefined;
  let shortest = Infinity;
  for (const [id, spot] of spots) {
    const [dx, dy] = [spot.x - here.x, spot.y - here.y];
    const ahead = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    const far = ahead + 2 * aside;
    if (id !== from && ahead > 0 && far < shortest) [best, shortest] = [id, far];
  }
  return best;
}

/** Whether one can come from a node to another along the edges. */
export function leadsTo(edges: readonly GraphEdge[], from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === to) return true;
    for (const edge of edges) if (edge.source === id) seen.add(edge.target);
  }
  return false;
}
