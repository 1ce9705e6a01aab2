import { lazy } from 'react';
import type { Graph as Type } from './Graph';

/** The graph with all it needs comes when one is shown. */
export const Graph = lazy(() => import('./Graph').then((room) => ({ default: room.Graph }))) as unknown as typeof Type;
export type { Direction, GraphEdge, GraphNode, Size } from './shape';
export { leadsTo } from './shape';
export { useKept } from './kept';
