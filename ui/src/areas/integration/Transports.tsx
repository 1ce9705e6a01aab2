import '@ui5/webcomponents-icons/dist/shipping-status.js';
import { useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { client } from '~/api/client';
import { read } from '~/api/queries';
import { useSession } from '~/api/session';
import { Empty } from '~/parts/Empty';
import { Link } from '~/parts/Link';
import { More } from '~/parts/More';
import { StatusBadge } from '~/parts/StatusBadge';
import { exactTime, Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { instant, t } from '~/text';
import { transportsOf, type Activity } from './data';

/** The transports of a package, or of the whole tenant, the newest first; one that runs tells how it goes. */
export function Transports({ name, label }: { name?: string; label: string }) {
  const { subaccount } = usePlace('subaccount');
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(transportsOf(subaccount, name));
  const all = data.pages.flatMap(({ items }) => items);
  return (
    <section className="section transports" aria-label={label}>
      <h2>{label}</h2>
      {all.length === 0 ? (
        <div className="card">
          <Empty icon="shipping-status" title={t('tenantTransports.none')}>
            {t('tenantTransports.noneNext')}
          </Empty>
        </div>
      ) : (
        <ol className="transport-list">
          {all.map((one, index) => (
            <One key={one.activityId} activity={one} isOpen={index === 0} showsPackage={name === undefined} />
          ))}
        </ol>
      )}
      {hasNextPage && <More isRunning={isFetchingNextPage} more={() => void fetchNextPage()} />}
    </section>
  );
}

const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', second: '2-digit' };

function One({ activity, isOpen, showsPackage }: { activity: Activity; isOpen: boolean; showsPackage: boolean }) {
  const { subaccount } = usePlace('subaccount');
  const { description, state, startedBy, startedAt, messages, transportRequestId, package: id } = activity;
  return (
    <li className="card transport">
      <div className="transport-head">
        <strong>{description}</strong>
        <StatusBadge kind="activity" state={state} />
        <span className="soft">
          <Time at={startedAt} /> · {startedBy}
        </span>
        {showsPackage && <Link to={path.package({ subaccount, package: id })}>{id}</Link>}
        {transportRequestId != null && <Request id={transportRequestId} description={description} />}
      </div>
      {messages.length > 0 && (
        <details open={isOpen || state === 'ERROR'}>
          <summary>{t('tenantTransports.log', { count: messages.length })}</summary>
          <ol className="transport-log">
            {messages.map(({ at, severity, text }, index) => (
              <li key={index}>
                <time className="number" dateTime={at} data-tip={exactTime(at)}>
                  {instant(new Date(at), CLOCK)}
                </time>
                <StatusBadge kind="message" state={severity} />
                <span>{text}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

/** The transport request, where the person may see it: in the subaccount whose transport management has it. */
function Request({ id, description }: { id: number; description: string }) {
  const { subaccounts } = useSession();
  const places = subaccounts.filter(({ areas }) => areas.includes('transport')).map(({ subdomain }) => subdomain);
  const where = useQuery(whereIs(id, description, places)).data?.subaccount;
  const text = t('log.request', { id: String(id) });
  return where ? <Link to={path.request({ subaccount: where, request: id })}>{text}</Link> : <span className="number">{text}</span>;
}

const whereIs = (id: number, description: string, places: string[]) =>
  read<{ subaccount?: string }>(['request'], ['where-is', id, description, places], async (signal) => {
    const response = new Response();
    for (const subaccount of places) {
      const found = await client
        .GET('/api/v1/subaccounts/{subaccount}/requests/{id}', { params: { path: { subaccount, id: String(id) } }, signal })
        .catch(() => undefined);
      if (found?.data?.request.description === description) return { data: { subaccount }, response };
    }
    return { data: {}, response };
  });
