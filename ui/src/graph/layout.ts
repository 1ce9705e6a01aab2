import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';
import { useEffect, useState } from 'react';
import type { Direction, GraphEdge, Size, Spots } from './shape';

let layouts: Promise<ELK> | undefined;

/** elk is large and takes its time, so it comes when it is wanted, and works in a thread of its own. */
function elk(): Promise<ELK> {
  layouts ??= Promise.all([import('elkjs/lib/elk-api.js'), import('elkjs/lib/elk-worker.min.js?url')]).then(
    ([{ default: Elk }, { default: url }]) => new Elk({ workerFactory: () => new Worker(url) }),
  );
  return layouts;
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.componentComponent': '40',
  // What is listed first stands first, so that a new node does not turn everything over.
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
};

async function layOut(ids: string[], edges: GraphEdge[], size: Size, direction: Direction): Promise<Spots> {
  const graph: ElkNode = {
    id: 'root',
    layoutOptions: { ...OPTIONS, 'elk.direction': direction === 'right' ? 'RIGHT' : 'DOWN' },
    children: ids.map((id) => ({ id, ...size })),
    edges: edges.map(({ id, source, target }) => ({ id: `edge-${id}`, sources: [source], targets: [target] })),
  };
  const done = await (await elk()).layout(graph);
  return new Map(done.children?.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}

/** Where the nodes stand; computed anew only when there are other nodes or edges, not when something of them changes. */
export function useLayout(ids: string[], edges: GraphEdge[], size: Size, direction: Direction): Spots | undefined {
  const [spots, setSpots] = useState<Spots>();
  const known = new Set(ids);
  const whole = edges.filter(({ source, target }) => known.has(source) && known.has(target));
  const form = JSON.stringify([ids, whole.map(({ id, source, target }) => [id, source, target]), size, direction]);
  useEffect(() => {
    let isOld = false;
    const [nodes, lines, each, way] = JSON.parse(form) as [string[], [string, string, string][], Size, Direction];
    const wanted = lines.map(([id, source, target]) => ({ id, source, target, label: '' }));
    void layOut(nodes, wanted, each, way).then((found) => isOld || setSpots(found));
    return () => void (isOld = true);
  }, [form]);
  return spots;
}
