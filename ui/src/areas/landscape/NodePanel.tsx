import '@ui5/webcomponents-icons/dist/decline.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Tag } from '@ui5/webcomponents-react/Tag';
import { ActionButton } from '~/parts/ActionButton';
import { Link, useGo } from '~/parts/Link';
import { StatusBadge } from '~/parts/StatusBadge';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { number, t } from '~/text';
import { canImport, contentText, countsOf, forwardText, type Node } from './data';
import { useDeleteNode } from './delete';
import { useDisable } from '~/parts/DisableImports';
import { useView } from './view';

/** Beside the graph: the node that is looked at, and what can be done with it. */
export function NodePanel({ node }: { node: Node }) {
  const { subaccount } = usePlace('subaccount');
  const { set } = useView();
  const go = useGo();
  const remove = useDeleteNode();
  const enable = useDisable(node);
  const { edit } = node.can;
  const counts = countsOf(node);
  const queue = path.queue({ subaccount, node: node.id });
  return (
    <aside className="node-panel" aria-label={node.name}>
      <header>
        <h2>
          <Link to={queue}>{node.name}</Link>
        </h2>
        <Button design="Transparent" icon="decline" accessibleName={t('form.close')} tooltip={t('form.close')} onClick={() => set({ node: '' })} />
      </header>
      {node.description && <p className="node-panel-what">{node.description}</p>}
      {node.importDisabled && (
        <MessageStrip design="Critical" hideCloseButton>
          {t('node.disabled')}
          {node.importDisabledReason && `: ${node.importDisabledReason}`}
        </MessageStrip>
      )}
      <div className="node-panel-actions">
        <Button design="Emphasized" onClick={() => go(queue)}>
          {t('node.openQueue')}
        </Button>
        <ActionButton can={canImport(node)} onClick={() => set({ do: 'import' })}>
          {t('node.importAll')}
        </ActionButton>
      </div>
      <ul className="node-panel-counts">
        {counts.map(([status, count]) => (
          <li key={status}>
            <StatusBadge kind="transport" state={status} />
            <span className="number">{number(count)}</span>
          </li>
        ))}
        {counts.length === 0 && <li>{t('node.noRequests')}</li>}
      </ul>
      <Facts node={node} />
      <div className="node-panel-actions">
        <ActionButton design="Transparent" can={edit} onClick={() => set({ do: 'edit-node' })}>
          {t('form.edit')}
        </ActionButton>
        <ActionButton design="Transparent" can={edit} onClick={() => set({ do: 'create-route', source: String(node.id) })}>
          {t('route.create')}
        </ActionButton>
        {node.importDisabled ? (
          <ActionButton design="Transparent" can={edit} isRunning={enable.isRunning} onClick={() => enable.run({ importDisabled: false, importDisabledReason: '' })}>
            {t('node.enable')}
          </ActionButton>
        ) : (
          <ActionButton design="Transparent" can={edit} onClick={() => set({ do: 'disable' })}>
            {t('node.disable')}
          </ActionButton>
        )}
        <ActionButton design="Transparent" can={edit} onClick={() => remove(node)}>
          {t('form.delete')}
        </ActionButton>
      </div>
    </aside>
  );
}

function Facts({ node }: { node: Node }) {
  const controlled = node.controlledBy === 'CHARM' ? t('controlledBy.CHARM') : node.controlledBy === 'CALM' ? t('controlledBy.CALM') : node.controlledBy;
  const facts: [string, string | null | undefined][] = [
    [t('node.contentType'), node.isVirtual ? t('node.virtual') : node.contentType && contentText(node.contentType)],
    [t('node.destination'), node.destination],
    [t('node.forwardMode'), forwardText(node.forwardMode)],
    [t('node.controlledBy'), controlled],
    [t('node.uploads'), t(node.uploadAllowed ? 'node.uploadAllowed' : 'node.uploadNot')],
  ];
  return (
    <>
      <dl>
        {facts
          .filter(([, text]) => text)
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {node.tags.length > 0 && (
        <div className="node-panel-tags">
          {node.tags.map((tag) => (
            <Tag key={tag} design="Set2" colorScheme="6" hideStateIcon>
              {tag}
            </Tag>
          ))}
        </div>
      )}
    </>
  );
}
