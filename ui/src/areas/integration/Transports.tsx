import '@ui5/webcomponents-icons/dist/shipping-status.js';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Empty } from '~/parts/Empty';
import { Link } from '~/parts/Link';
import { More } from '~/parts/More';
import { StatusBadge } from '~/parts/StatusBadge';
import { exactTime, Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { instant, t } from '~/text';
import { transportsOf, type Activity } from './data';
import { RequestLink } from './RequestLink';

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
  const { description, state, startedBy, startedAt, messages, transportRequestId, transportRequestPlace, package: id } = activity;
  return (
    <li className="card transport">
      <div className="transport-head">
        <strong>{description}</strong>
        <StatusBadge kind="activity" state={state} />
        <span className="soft">
          <Time at={startedAt} /> · {startedBy}
        </span>
        {showsPackage && <Link to={path.package({ subaccount, package: id })}>{id}</Link>}
        {transportRequestId != null && <RequestLink id={transportRequestId} place={transportRequestPlace} />}
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
