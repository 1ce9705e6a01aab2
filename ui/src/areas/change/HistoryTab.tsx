import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '~/parts/Link';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { historyOf, type Feature, type HistoryEntry } from './data';
import { headingOf, isFailure, isStatus, valueOf } from './history';

/** What happened, the newest first. */
export function HistoryTab({ feature }: { feature: Feature }) {
  const { subaccount } = usePlace('subaccount');
  const entries = useSuspenseInfiniteQuery(historyOf(subaccount, feature.uuid)).data.pages.flatMap(({ items }) => items);
  return (
    <ol className="card feature-history" aria-label={t('feature.history')}>
      {entries.map((entry, index) => (
        <li key={entries.length - index} data-failed={isFailure(entry)}>
          <strong>{headingOf(entry)}</strong>
          <Value entry={entry} />
          <small>
            {entry.actor} · <Time at={entry.at} />
          </small>
        </li>
      ))}
    </ol>
  );
}

function Value({ entry }: { entry: HistoryEntry }) {
  const { subaccount } = usePlace('subaccount');
  const { value, oldValue } = entry;
  if (isStatus(entry)) return <span>{oldValue ? `${valueOf(oldValue)} → ${valueOf(value)}` : valueOf(value)}</span>;
  return /^\d+$/.test(value) ? <Link to={path.request({ subaccount, request: value })}>{value}</Link> : <span>{value}</span>;
}
