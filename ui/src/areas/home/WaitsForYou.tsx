import '@ui5/webcomponents-icons/dist/accept.js';
import '@ui5/webcomponents-icons/dist/locked.js';
import '@ui5/webcomponents-icons/dist/org-chart.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from '@ui5/webcomponents-react/Button';
import { landscapeOf } from '~/api/landscape';
import { ActionButton } from '~/parts/ActionButton';
import { Empty } from '~/parts/Empty';
import { Link, useGo } from '~/parts/Link';
import { lookOf } from '~/parts/status';
import { Badge } from '~/parts/StatusBadge';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { mayImport, waitingOf, type Waiting } from './data';

const MOST = 8;

/** Queues with requests that the person may import. */
export function WaitsForYou() {
  const { subaccount } = usePlace('subaccount');
  const { nodes, can } = useSuspenseQuery(landscapeOf(subaccount)).data;
  const go = useGo();
  const rows = waitingOf(nodes);
  const landscape = path.landscape({ subaccount });
  return (
    <section className="card home-waits" aria-labelledby="home-waits">
      <header>
        <h2 id="home-waits">{t('home.waits')}</h2>
        {rows.length > 0 && <span className="table-count">{rows.length}</span>}
        <Link to={landscape}>{t('home.toLandscape')}</Link>
      </header>
      {rows.length > 0 ? (
        <ul className="home-rows">
          {rows.slice(0, MOST).map((row) => (
            <Row key={row.node.id} row={row} subaccount={subaccount} />
          ))}
        </ul>
      ) : nodes.length > 0 && !nodes.some(mayImport) ? (
        <Empty icon="locked" title={t('home.noImportRole')}>
          {t('home.noImportRoleNext')}
        </Empty>
      ) : nodes.length > 0 ? (
        <Empty icon="accept" title={t('home.nothingWaits')}>
          {t('home.nothingWaitsNext')}
        </Empty>
      ) : (
        <Empty icon="org-chart" title={t('home.noNodes')} action={
            <ActionButton design="Emphasized" can={can.create} onClick={() => go(path.landscapeWizard({ subaccount }))}>
              {t('wizard.open')}
            </ActionButton>
          }>
          {t('home.noNodesNext')}
        </Empty>
      )}
    </section>
  );
}

function Row({ row: { node, failed, waiting }, subaccount }: { row: Waiting; subaccount: string }) {
  const go = useGo();
  const queue = path.queue({ subaccount, node: node.id });
  return (
    <li>
      <div className="home-row-what">
        <Link to={queue}>{node.name}</Link>
        {node.description && <small>{node.description}</small>}
      </div>
      <div className="home-row-counts">
        {failed > 0 && <Badge tone="negative" icon={lookOf('transport', 'fatal')[1]} text={t('home.failed', { count: failed })} />}
        {waiting > 0 && <Badge tone="neutral" icon={lookOf('transport', 'initial')[1]} text={t('home.waiting', { count: waiting })} />}
      </div>
      <Button accessibleName={t('home.openQueueOf', { name: node.name })} onClick={() => go(queue)}>
        {t('node.openQueue')}
      </Button>
    </li>
  );
}
