import { pathData as ahead } from '@ui5/webcomponents-icons/dist/v5/circle-task.js';
import { pathData as begin } from '@ui5/webcomponents-icons/dist/v5/upload.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Empty } from '~/parts/Empty';
import { Link } from '~/parts/Link';
import { Badge, StatusBadge } from '~/parts/StatusBadge';
import { lookOf } from '~/parts/status';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t, type TextKey } from '~/text';
import { landscapeOf, type RequestDetails } from './data';
import { DataTable } from './DataTable';
import { wayOf, type Stop } from './tracking';

/** Where a request is: drawn as its way through the landscape, and as a table. */
export function Tracking({ details: { tracking, request } }: { details: RequestDetails }) {
  const { subaccount } = usePlace('subaccount');
  const { nodes, routes } = useSuspenseQuery(landscapeOf(subaccount)).data;
  const ways = wayOf({ tracking, routes, nodes, origin: request.origin });
  return (
    <section className="section" aria-labelledby="tracking">
      <h2 id="tracking">{t('request.tracking')}</h2>
      <div className="card way-card">
        {ways.map((stop) => (
          <ol key={stop.node} className="way">
            <StopView stop={stop} />
          </ol>
        ))}
        {ways.length === 0 && <Empty title={t('request.nowhere')}>{t('request.nowhereNext')}</Empty>}
      </div>
      {tracking.length > 0 && (
        <DataTable label={t('request.queues')} heads={[t('action.node'), t('action.status'), t('node.forwardMode'), t('queue.position'), t('queue.queued')]}>
          {tracking.map((track) => (
            <tr key={track.node}>
              <td data-label={t('action.node')}>
                <Link to={queueWith(subaccount, track)}>{track.name}</Link>
              </td>
              <td data-label={t('action.status')}>
                <StatusBadge kind="transport" state={track.status} />
              </td>
              <td data-label={t('node.forwardMode')}>{t(`forwardMode.${track.forwardMode}` as TextKey)}</td>
              <td data-label={t('queue.position')} className="number">
                {track.position}
              </td>
              <td data-label={t('queue.queued')}>
                <Time at={track.queuedAt} />
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </section>
  );
}

/** The queue with a filter that shows the request in it. */
const queueWith = (subaccount: string, { node, status }: { node: number; status: string }) => `${path.queue({ subaccount, node })}?${new URLSearchParams({ status }).toString()}`;

function StopView({ stop: { node, name, track, isOrigin, next } }: { stop: Stop }) {
  const { subaccount } = usePlace('subaccount');
  const tone = track ? lookOf('transport', track.status)[0] : 'neutral';
  return (
    <li>
      <div className="stop" data-tone={tone} data-ahead={!track && !isOrigin}>
        <Link to={track ? queueWith(subaccount, track) : path.queue({ subaccount, node })}>{name}</Link>
        {track && <StatusBadge kind="transport" state={track.status} />}
        {!track && <Badge tone="neutral" icon={isOrigin ? begin : ahead} text={t(isOrigin ? 'request.exported' : 'request.ahead')} />}
      </div>
      {next.length > 0 && (
        <ol>
          {next.map((one) => (
            <StopView key={one.node} stop={one} />
          ))}
        </ol>
      )}
    </li>
  );
}
