import '@ui5/webcomponents-icons/dist/history.js';
import { useSearch } from '@tanstack/react-router';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import type { Filter } from '~/parts/filters';
import { Link } from '~/parts/Link';
import { More } from '~/parts/More';
import { stateText, StatusBadge } from '~/parts/StatusBadge';
import { exactTime } from '~/parts/Time';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { instant, t } from '~/text';
import { logOf, type ActionRequest, type LogMessage } from './data';
import { filtered, SEVERITIES, type LogFilter } from './log';

const filters = (): Filter[] => [
  { name: 'text', label: t('log.search'), kind: 'text' },
  { name: 'severity', label: t('log.severity'), kind: 'many', options: SEVERITIES.map((severity) => ({ value: severity, text: stateText('message', severity) })) },
];

export function LogFilters() {
  return <FilterBar filters={filters()} />;
}

/** What the address says of the log. */
export function useLogFilter(): LogFilter {
  return useSearch({ strict: false });
}

/** The log of an action: its requests in their order, each with its messages, the oldest first. It grows while the action runs. */
export function LogView({ action, filter = {} }: { action: string; filter?: LogFilter }) {
  const { subaccount } = usePlace('subaccount');
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(logOf(subaccount, action));
  const all = data.pages.flatMap(({ items }) => items);
  const shown = filtered(all, filter);
  // Where a running import is: what was said last.
  const current = shown.findLast(({ messages }) => messages.length > 0)?.messages.at(-1)?.id;
  return (
    <div className="log" role="log" aria-label={t('log.title')}>
      {shown.map((group) => (
        <Group key={group.request} group={group} current={current} />
      ))}
      {shown.length === 0 && !hasNextPage && (
        <Empty icon="history" title={t(all.length > 0 ? 'log.noneFit' : 'log.none')}>
          {t(all.length > 0 ? 'log.noneFitNext' : 'log.noneNext')}
        </Empty>
      )}
      {hasNextPage && <More isRunning={isFetchingNextPage} more={() => void fetchNextPage()} />}
    </div>
  );
}

function Group({ group: { request, status, messages }, current }: { group: ActionRequest; current?: number }) {
  const { subaccount } = usePlace('subaccount');
  return (
    <section className="log-group" aria-label={t('log.request', { id: String(request) })}>
      <h3>
        <Link to={path.request({ subaccount, request })}>{t('log.request', { id: String(request) })}</Link>
        <StatusBadge kind="transport" state={status} />
      </h3>
      {messages.length > 0 && (
        <ol>
          {messages.map((message) => (
            <Line key={message.id} message={message} isCurrent={message.id === current} />
          ))}
        </ol>
      )}
    </section>
  );
}

const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', second: '2-digit' };
/** Logs of other programs come as one message; they are opened by whoever wants them. */
const LONG = 4;

function Line({ message: { createdAt, severity, text }, isCurrent }: { message: LogMessage; isCurrent: boolean }) {
  const [first = '', ...rest] = text.trim().split('\n');
  return (
    <li data-severity={severity} data-current={isCurrent || undefined}>
      <time className="number" dateTime={createdAt} data-tip={exactTime(createdAt)}>
        {instant(new Date(createdAt), CLOCK)}
      </time>
      <StatusBadge kind="message" state={severity} />
      {rest.length > LONG ? (
        <details>
          <summary>
            {first} <small>{t('log.lines', { count: rest.length })}</small>
          </summary>
          <pre tabIndex={0}>{rest.join('\n')}</pre>
        </details>
      ) : (
        <span className="log-text">{text.trim()}</span>
      )}
    </li>
  );
}
