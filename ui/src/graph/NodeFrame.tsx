import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { memo, type ComponentType } from 'react';
import type { Direction } from './shape';

export interface FrameData extends Record<string, unknown> {
  Card: ComponentType<{ data: unknown }>;
  data: unknown;
  direction: Direction;
  /** The one that the tab key comes to. */
  isCurrent: boolean;
  canConnect: boolean;
}

/** Around a node: where edges begin and end, and the focus. Its name is what its card says. */
export const NodeFrame = memo(function NodeFrame({ data: frame, selected }: NodeProps<Node<FrameData>>) {
  const { Card, data, direction, isCurrent, canConnect } = frame;
  const [begin, end] = direction === 'right' ? [Position.Left, Position.Right] : [Position.Top, Position.Bottom];
  return (
    <>
      <Handle type="target" position={begin} isConnectable={canConnect} />
      <div className="graph-frame" data-frame role="button" aria-pressed={selected} tabIndex={isCurrent ? 0 : -1}>
        <Card data={data} />
      </div>
      <Handle type="source" position={end} isConnectable={canConnect} />
    </>
  );
});
