import { useCallback, useMemo } from 'react';
import { Graph, leadsTo, useKept } from '~/graph';
import { useGo } from '~/parts/Link';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { isMeant, sumOf, toneOf, useLandscape, type Node, type Route } from './data';
import { CARD, NodeCard, type CardData } from './NodeCard';
import { useView } from './view';

const COLOURS = {
  positive: 'var(--sapPositiveElementColor)',
  critical: 'var(--sapCriticalElementColor)',
  negative: 'var(--sapNegativeElementColor)',
  information: 'var(--sapInformativeElementColor)',
  neutral: 'var(--sapNeutralElementColor)',
};
const colour = ({ node }: CardData) => COLOURS[toneOf(node)];

/** Nodes and routes as a picture. A click looks at a node, a second opens its queue; a route is drawn from dot to dot. */
export function LandscapeGraph() {
  const { subaccount } = usePlace('subaccount');
  const { nodes, routes, can } = useLandscape();
  const { view, direction, set } = useView();
  const go = useGo();
  const text = view.text ?? '';

  const card = useKept(useCallback((node: Node) => cardOf(node, text), [text]));
  const cards = useMemo(() => nodes.map(card), [nodes, card]);
  const [busy, idle] = [useKept(busyLine), useKept(idleLine)];
  const lines = useMemo(() => {
    const running = new Set(nodes.filter((node) => sumOf(node, ['running'])).map(({ id }) => id));
    return routes.map((route) => (running.has(route.target) ? busy(route) : idle(route)));
  }, [nodes, routes, busy, idle]);
  // As the server has it: a node is the target of one route at most, and no way leads in a circle.
  const mayConnect = (source: string, target: string) =>
    source !== target && !lines.some((line) => line.target === target) && !leadsTo(lines, target, source);

  return (
    <Graph
      label={t('landscape.graph')}
      nodes={cards}
      edges={lines}
      Card={NodeCard}
      size={CARD}
      direction={direction}
      colour={colour}
      selected={view.node}
      onSelect={(node = '') => set({ node, route: '' })}
      onOpen={(node) => go(path.queue({ subaccount, node }))}
      onEdge={(route) => set({ route, do: 'edit-route' })}
      onConnect={can.create?.allowed ? (source, target) => set({ do: 'create-route', source, target }) : undefined}
      mayConnect={mayConnect}
    />
  );
}

const busyLine = (route: Route) => lineOf(route, true);
const idleLine = (route: Route) => lineOf(route, false);

function lineOf({ id, name, source, target }: Route, isBusy: boolean) {
  return { id: String(id), source: String(source), target: String(target), label: name, isBusy };
}

function cardOf(node: Node, text: string) {
  const data: CardData = { node, isFaded: !isMeant(node, text) };
  return { id: String(node.id), data };
}
