import '@ui5/webcomponents-icons/dist/inbox.js';
import { useState } from 'react';
import type { Node } from '~/api/landscape';
import type { Pages } from '~/api/queries';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import type { FilterValues } from '~/parts/filters';
import { Link } from '~/parts/Link';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { StatusBadge } from '~/parts/StatusBadge';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { contentText, STATUSES, WAITING, type QueueItem } from './data';
import { ForwardDialog, ImportSelectedDialog, ResetDialog } from './OperateDialogs';
import { useRemove } from './remove';
import type { QueueCan } from './rules';
import { useQueueView } from './view';
import { Who } from './Who';

/** Beside a log there is room for less. */
const BESIDE_LOG = ['request', 'description', 'status', 'queued'];

const columns = (): Column<QueueItem>[] => [
  { id: 'request', header: t('request.id'), cell: ({ request }) => <span className="number">{request}</span>, width: '6rem' },
  { id: 'description', header: t('form.description'), cell: ({ description }) => description },
  { id: 'status', header: t('action.status'), cell: ({ status }) => <StatusBadge kind="transport" state={status} /> },
  { id: 'owner', header: t('request.owner'), cell: ({ owner }) => <Who name={owner} /> },
  { id: 'origin', header: t('request.origin'), cell: ({ origin }) => origin },
  { id: 'queued', header: t('queue.queued'), cell: ({ queuedAt }) => <Time at={queuedAt} /> },
  { id: 'content', header: t('request.contents'), cell: ({ entries }) => [...new Set(entries.map(({ contentType }) => contentText(contentType)))].join(', '), isExtra: true },
  { id: 'created', header: t('request.created'), cell: ({ createdAt }) => <Time at={createdAt} />, isExtra: true },
  { id: 'position', header: t('queue.position'), cell: ({ position }) => position, align: 'End', isExtra: true },
];

interface Props {
  node: Node;
  pages: Pages<QueueItem>;
  values: FilterValues;
  chosen: QueueItem[];
  choose: (keys: string[]) => void;
  can: QueueCan;
}

type Asked = 'import' | 'forward' | 'reset';

/** The requests of a queue in its order, and what can be done with those that are chosen. */
export function QueueTable({ node, pages, values, chosen, choose, can }: Props) {
  const { subaccount } = usePlace('subaccount');
  const [asked, setAsked] = useState<Asked>();
  const remove = useRemove(node);
  const { view } = useQueueView();
  const shown = view.log ? columns().filter(({ id }) => BESIDE_LOG.includes(id)) : columns();
  const dialog = { node, requests: chosen, close: () => setAsked(undefined), done: () => choose([]) };
  const url = `/api/v1/subaccounts/${subaccount}/nodes/${node.id}/queue`;
  const query = new URLSearchParams({ ...values, status: values.status ?? STATUSES.join(',') }).toString();
  return (
    <>
      <QueryTable
        name="queue"
        label={t('queue.one')}
        pages={pages}
        columns={shown}
        rowKey={({ request }) => String(request)}
        href={({ request }) => path.request({ subaccount, request })}
        selection={{ keys: chosen.map(({ request }) => String(request)), choose }}
        empty={<Nothing node={node} values={values} can={can} />}
        actions={
          <>
            <ActionButton design="Transparent" can={can.importSelected} onClick={() => setAsked('import')}>
              {t('queue.importSelected')}
            </ActionButton>
            <ActionButton design="Transparent" can={can.forward} onClick={() => setAsked('forward')}>
              {t('queue.forward')}
            </ActionButton>
            <ActionButton design="Transparent" can={can.reset} onClick={() => setAsked('reset')}>
              {t('queue.reset')}
            </ActionButton>
            <ActionButton design="Transparent" can={can.remove} onClick={() => remove(chosen, () => choose([]))}>
              {t('queue.remove')}
            </ActionButton>
            <CopyAsCurl call={{ url: `${url}?${query}` }} />
          </>
        }
      />
      {asked === 'import' && <ImportSelectedDialog {...dialog} />}
      {asked === 'forward' && <ForwardDialog {...dialog} />}
      {asked === 'reset' && <ResetDialog {...dialog} />}
    </>
  );
}

/** Why nothing is shown, and what to do next. */
function Nothing({ node, values, can }: { node: Node; values: FilterValues; can: QueueCan }) {
  const { subaccount } = usePlace('subaccount');
  const isUsual = values.status === WAITING && !values.owner && !values.text;
  const isEmpty = Object.values(node.counters).every((count) => count === 0);
  const everything = <Link to={`${path.queue({ subaccount, node: node.id })}?status=`}>{t('queue.showAll')}</Link>;
  if (isEmpty) {
    return (
      <Empty icon="inbox" title={t('queue.empty')}>
        {t(can.add.allowed ? 'queue.emptyAdd' : 'queue.emptyNext')}
      </Empty>
    );
  }
  return (
    <Empty icon="inbox" title={t(isUsual ? 'queue.allDone' : 'requests.noneFit')} action={everything}>
      {t(isUsual ? 'queue.allDoneNext' : 'queue.noneFitNext')}
    </Empty>
  );
}
