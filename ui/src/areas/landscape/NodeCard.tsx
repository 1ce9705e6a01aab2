import { pathData as blocked } from '@ui5/webcomponents-icons/dist/v5/cancel.js';
import { memo } from 'react';
import { Glyph, stateText } from '~/parts/StatusBadge';
import { lookOf } from '~/parts/status';
import { number, t } from '~/text';
import { contentText, countsOf, toneOf, type Node } from './data';

export interface CardData {
  node: Node;
  /** Not what is searched for. */
  isFaded: boolean;
}

export const CARD = { width: 256, height: 124 };
const MOST = 4;

/** A node in the graph: what it is called, where it leads to, and its queue in numbers. */
export const NodeCard = memo(function NodeCard({ data: { node, isFaded } }: { data: CardData }) {
  const counts = countsOf(node);
  const shown = counts.length > MOST ? counts.slice(0, MOST - 1) : counts;
  const rest = counts.slice(shown.length).reduce((sum, [, count]) => sum + count, 0);
  return (
    <div className="node-card" data-tone={toneOf(node)} data-virtual={node.isVirtual} data-faded={isFaded}>
      <strong className="node-card-name">{node.name}</strong>
      {node.importDisabled ? (
        <span className="node-card-blocked" data-tip={node.importDisabledReason}>
          <Glyph icon={blocked} />
          <span>{node.importDisabledReason || t('node.disabled')}</span>
        </span>
      ) : (
        <span className="node-card-what">{whatIs(node)}</span>
      )}
      <ul className="node-card-counts">
        {shown.map(([status, count]) => {
          const [tone, icon] = lookOf('transport', status);
          return (
            <li key={status} className="badge" data-tone={tone}>
              <Glyph icon={icon} />
              <b>{number(count)}</b> {stateText('transport', status)}
            </li>
          );
        })}
        {rest > 0 && <li>{t('node.others', { count: rest })}</li>}
        {counts.length === 0 && <li>{t('node.noRequests')}</li>}
      </ul>
    </div>
  );
});

function whatIs(node: Node): string {
  if (node.isVirtual) return t('node.virtual');
  if (node.destination) return node.destination;
  return node.contentType ? contentText(node.contentType) : node.description || t('node.noTarget');
}
