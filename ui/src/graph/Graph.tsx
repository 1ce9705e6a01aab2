import { Background, Controls, MiniMap, ReactFlow, ReactFlowProvider, useReactFlow, useStore, type Connection, type Edge, type Node } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useEffect, useMemo, useRef, useState, type ComponentType, type KeyboardEvent } from 'react';
import { t } from '~/text';
import './graph.css';
import { useKept } from './kept';
import { useLayout } from './layout';
import { NodeFrame, type FrameData } from './NodeFrame';
import { isArrow, neighbour, type Direction, type GraphEdge, type GraphNode, type Size, type Spots } from './shape';

interface Props<T> {
  label: string;
  nodes: GraphNode<T>[];
  edges: GraphEdge[];
  /** How a node looks; it fills the size that the layout left for it. */
  Card: ComponentType<{ data: T }>;
  size: Size;
  direction: Direction;
  /** A colour for the small map. */
  colour?: (data: T) => string;
  selected?: string;
  onSelect?: (id: string | undefined) => void;
  onOpen?: (id: string) => void;
  onEdge?: (id: string) => void;
  /** With it edges can be drawn. */
  onConnect?: (source: string, target: string) => void;
  mayConnect?: (source: string, target: string) => boolean;
}

/** Above this a picture of the whole says nothing; the map does. */
const MOST_AT_A_GLANCE = 30;
const WHOLE = { padding: 0.12, maxZoom: 1 };
const READABLE = 0.6;
const nodeTypes = { frame: NodeFrame };

/** Nodes and edges, laid out by themselves: to be looked at, walked through by arrow keys, and acted upon. */
export function Graph<T>(props: Props<T>) {
  const { nodes, edges, size, direction } = props;
  const spots = useLayout(
    nodes.map(({ id }) => id),
    edges,
    size,
    direction,
  );
  return (
    <div className="graph" role="group" aria-label={props.label}>
      {spots && (
        <ReactFlowProvider>
          <Canvas {...props} spots={spots} />
        </ReactFlowProvider>
      )}
    </div>
  );
}

function Canvas<T>(props: Props<T> & { spots: Spots }) {
  const { nodes, edges, size, direction, colour, selected, onSelect, onOpen, onEdge, onConnect, mayConnect, spots } = props;
  const Card = props.Card as ComponentType<{ data: unknown }>;
  const [walked, setWalked] = useState<string>();
  const current = [walked, selected, nodes[0]?.id].find((id) => id !== undefined && spots.has(id));
  const canvas = useRef<HTMLDivElement>(null);
  const flow = useReactFlow();
  const isLarge = nodes.length > MOST_AT_A_GLANCE;

  // Most nodes stay the same objects when one is chosen or walked to: only what is otherwise is drawn anew.
  const canConnect = onConnect !== undefined;
  const frame = useKept(
    useCallback(
      ({ id, data }: GraphNode<T>): Node<FrameData> | null => {
        const position = spots.get(id);
        return position ? { id, position, type: 'frame', data: { Card, data, direction, isCurrent: false, canConnect }, ...size } : null;
      },
      [spots, size, Card, direction, canConnect],
    ),
  );
  const plain = useMemo(() => nodes.map(frame).filter((node) => node !== null), [nodes, frame]);
  const drawn = useMemo(
    () => plain.map((node) => (node.id === current || node.id === selected ? marked(node, node.id === current, node.id === selected) : node)),
    [plain, current, selected],
  );
  const line = useKept(lineOf);
  const lines = useMemo(() => edges.map(line), [edges, line]);

  // Of many nodes the beginning, so that names can be read; of few the whole.
  const fit = useCallback(() => void (isLarge ? flow.setViewport({ x: 16, y: 16, zoom: READABLE }) : flow.fitView(WHOLE)), [flow, isLarge]);
  // Other nodes or another direction are another picture; what happens in the nodes is not.
  useEffect(() => {
    const soon = requestAnimationFrame(fit);
    return () => cancelAnimationFrame(soon);
  }, [spots, fit]);
  // What opens or closes beside the picture takes or gives room: what was chosen stays in sight.
  const chosen = useRef(selected);
  useEffect(() => {
    chosen.current = selected;
  });
  const room = useStore((store) => `${store.width} ${store.height}`);
  useEffect(() => {
    const spot = isLarge && chosen.current ? spots.get(chosen.current) : undefined;
    if (spot) void flow.setCenter(spot.x + size.width / 2, spot.y + size.height / 2, { zoom: flow.getZoom() });
    else if (!isLarge) void flow.fitView(WHOLE);
  }, [room, flow, isLarge, spots, size]);

  const walk = (to: string) => {
    const spot = spots.get(to)!;
    setWalked(to);
    void flow.setCenter(spot.x + size.width / 2, spot.y + size.height / 2, { zoom: Math.max(flow.getZoom(), 0.6) });
    // What was outside the picture is drawn only now.
    requestAnimationFrame(() => requestAnimationFrame(() => canvas.current?.querySelector<HTMLElement>(`[data-id="${to}"] [data-frame]`)?.focus()));
  };
  const pressed = (event: KeyboardEvent) => {
    const at = (event.target as Element).closest('.react-flow__node')?.getAttribute('data-id');
    if (!at) return;
    const next = isArrow(event.key) ? neighbour(spots, at, event.key) : undefined;
    if (isArrow(event.key)) event.preventDefault();
    if (next) walk(next);
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      onSelect?.(at);
    }
    if (event.key === 'Escape') onSelect?.(undefined);
  };
  const nodeColour = useCallback((node: Node) => colour?.((node.data as FrameData).data as T) ?? 'var(--sapNeutralElementColor)', [colour]);
  const isValid = ({ source, target }: Connection | Edge) => mayConnect?.(source, target) ?? true;

  return (
    <ReactFlow
      ref={canvas}
      nodes={drawn}
      edges={lines}
      nodeTypes={nodeTypes}
      onNodeClick={(_, { id }) => {
        setWalked(id);
        onSelect?.(id);
      }}
      onNodeDoubleClick={(_, { id }) => onOpen?.(id)}
      onEdgeClick={(_, { id }) => onEdge?.(id)}
      onPaneClick={() => onSelect?.(undefined)}
      onConnect={({ source, target }) => onConnect?.(source, target)}
      isValidConnection={isValid}
      onKeyDown={pressed}
      onlyRenderVisibleElements={isLarge}
      nodesDraggable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      disableKeyboardA11y
      zoomOnDoubleClick={false}
      zoomOnScroll={false}
      preventScrolling={false}
      panOnScroll={false}
      minZoom={0.1}
      maxZoom={1.5}
      proOptions={{ hideAttribution: true }}
      deleteKeyCode={null}
    >
      <Background gap={24} size={1.5} />
      <Controls showInteractive={false} fitViewOptions={WHOLE} position="bottom-left" aria-label={t('graph.controls')} />
      {nodes.length > 3 && (
        <MiniMap
          pannable
          zoomable
          ariaLabel={t('graph.map')}
          nodeColor={nodeColour}
        />
      )}
    </ReactFlow>
  );
}

function lineOf({ id, source, target, label, isBusy }: GraphEdge): Edge {
  return { id, source, target, animated: isBusy, type: 'default', ariaLabel: label, label };
}

function marked(node: Node<FrameData>, isCurrent: boolean, selected: boolean): Node<FrameData> {
  return { ...node, selected, data: { ...node.data, isCurrent } };
}
