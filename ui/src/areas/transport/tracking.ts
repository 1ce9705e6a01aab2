import type { Route } from '~/api/landscape';
import type { RequestDetails } from './data';

type Track = RequestDetails['tracking'][number];

/** A node on the way of a request, with the nodes that follow it. */
export interface Stop {
  node: number;
  name: string;
  /** Where it is in a queue; without it it was exported here, or has not come here yet. */
  track?: Track;
  isOrigin: boolean;
  next: Stop[];
}

interface Way {
  tracking: Track[];
  routes: Route[];
  nodes: { id: number; name: string }[];
  /** Where it entered the landscape. */
  origin: string;
}

/**
 * The way of a request: from where it entered the landscape over the queues it is in, to the nodes that it has not reached.
 * A node is the target of one route at most, so it is a tree; a queue that no route leads to any more begins one of its own.
 */
export function wayOf({ tracking, routes, nodes, origin }: Way): Stop[] {
  const tracks = new Map(tracking.map((track) => [track.node, track]));
  const names = new Map([...nodes.map(({ id, name }) => [id, name] as const), ...tracking.map(({ node, name }) => [node, name] as const)]);
  const start = [...names].find(([, name]) => name === origin)?.[0];
  const seen = new Set<number>();
  const stop = (node: number): Stop => {
    seen.add(node);
    const after = routes.filter(({ source, target }) => source === node && names.has(target) && !seen.has(target));
    return { node, name: names.get(node) ?? String(node), track: tracks.get(node), isOrigin: node === start, next: after.map(({ target }) => stop(target)) };
  };
  const isFollowed = (node: number) => routes.some(({ source, target }) => target === node && (tracks.has(source) || source === start));
  const begins = [...(start === undefined ? [] : [start]), ...[...tracks.keys()].filter((node) => node !== start && !isFollowed(node))];
  const ways = begins.filter((node) => !seen.has(node)).map(stop);
  return ways;
}
