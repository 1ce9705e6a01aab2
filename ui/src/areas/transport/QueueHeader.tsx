import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from '@ui5/webcomponents-react/Button';
import { ActionButton } from '~/parts/ActionButton';
import { Link } from '~/parts/Link';
import { ObjectHeader, type Fact } from '~/parts/ObjectHeader';
import { Badge, StatusBadge } from '~/parts/StatusBadge';
import { lookOf } from '~/parts/status';
import { Time } from '~/parts/Time';
import type { Node } from '~/api/landscape';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { number, t, type TextKey } from '~/text';
import { contentText, landscapeOf, lastImportOf, STATUSES } from './data';
import { useDisable } from '~/parts/DisableImports';
import type { QueueCan } from './rules';
import { useQueueView } from './view';

/** Whose queue it is, how it stands, and what can be done with it as a whole. */
export function QueueHeader({ node, can }: { node: Node; can: QueueCan }) {
  const { set } = useQueueView();
  const enable = useDisable(node);
  const facts = useFacts(node);
  const switchImport = node.importDisabled ? () => enable.run({ importDisabled: false, importDisabledReason: '' }) : () => set({ do: 'disable' });
  const actions = (
    <>
      <ActionButton design="Emphasized" can={can.importAll} onClick={() => set({ do: 'import' })}>
        {t('node.importAll')}
      </ActionButton>
      <ActionButton can={can.add} onClick={() => set({ do: 'add' })}>
        {t('queue.add')}
      </ActionButton>
      {node.contentType === 'MTA' && (
        <ActionButton onClick={() => set({ do: 'descriptors' })}>{t('descriptor.all')}</ActionButton>
      )}
      <ActionButton can={can.edit} isRunning={enable.isRunning} onClick={switchImport}>
        {t(node.importDisabled ? 'node.enable' : 'node.disable')}
      </ActionButton>
    </>
  );
  const marks = (
    <>
      {node.importDisabled && <Badge tone="critical" icon={lookOf('transport', 'warning')[1]} text={t('node.disabled')} />}
      {node.isVirtual && <span className="chip">{t('node.virtual')}</span>}
      {node.tags.map((tag) => (
        <span key={tag} className="chip">
          {tag}
        </span>
      ))}
    </>
  );
  return <ObjectHeader title={node.name} status={marks} subtitle={node.description} facts={facts} actions={actions} />;
}

function useFacts(node: Node): Fact[] {
  const { subaccount } = usePlace('subaccount');
  const controlled = node.controlledBy && (['CHARM', 'CALM'].includes(node.controlledBy) ? t(`controlledBy.${node.controlledBy}` as TextKey) : node.controlledBy);
  return [
    { label: t('queue.requests'), value: <Counts node={node} /> },
    { label: t('queue.lastImport'), value: <LastImport node={node} /> },
    { label: t('queue.follows'), value: <Followers node={node} subaccount={subaccount} /> },
    { label: t('node.forwardMode'), value: t(`forwardMode.${node.forwardMode}` as TextKey) },
    ...(node.contentType ? [{ label: t('node.contentType'), value: contentText(node.contentType) }] : []),
    ...(node.destination ? [{ label: t('node.destination'), value: node.destination }] : []),
    ...(controlled ? [{ label: t('node.controlledBy'), value: controlled }] : []),
  ];
}

/** The queue in numbers; each leads to what it counts. */
function Counts({ node: { id, counters } }: { node: Node }) {
  const { subaccount } = usePlace('subaccount');
  const known = STATUSES.filter((status) => counters[status]);
  if (known.length === 0) return <>{t('node.noRequests')}</>;
  return (
    <span className="queue-counts">
      {known.map((status) => (
        <Link key={status} to={`${path.queue({ subaccount, node: id })}?status=${status}`}>
          <b className="number">{number(counters[status] ?? 0)}</b> <StatusBadge kind="transport" state={status} />
        </Link>
      ))}
    </span>
  );
}

/** The newest import, whose log is one press away. */
function LastImport({ node }: { node: Node }) {
  const { subaccount } = usePlace('subaccount');
  const { set, view } = useQueueView();
  const [last] = useSuspenseQuery(lastImportOf(subaccount, String(node.id))).data.items;
  if (!last) return <>{t('queue.neverImported')}</>;
  return (
    <span className="queue-last">
      <StatusBadge kind="transport" state={last.status} />
      <Time at={last.startedAt} />
      {view.log !== String(last.id) && (
        <Button design="Transparent" onClick={() => set({ log: String(last.id) })}>
          {t('queue.showLog')}
        </Button>
      )}
    </span>
  );
}

function Followers({ node, subaccount }: { node: Node; subaccount: string }) {
  const { nodes, routes } = useSuspenseQuery(landscapeOf(subaccount)).data;
  const targets = new Set(routes.filter(({ source }) => source === node.id).map(({ target }) => target));
  const next = nodes.filter(({ id }) => targets.has(id));
  if (next.length === 0) return <>{t('queue.noneFollowsShort')}</>;
  return (
    <span className="queue-counts">
      {next.map(({ id, name }) => (
        <Link key={id} to={path.queue({ subaccount, node: id })}>
          {name}
        </Link>
      ))}
    </span>
  );
}
