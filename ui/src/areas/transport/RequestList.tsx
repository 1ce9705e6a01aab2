import { t } from '~/text';
import type { QueueItem } from './data';

/** What something is done with, by name; `others` are those that are not here to be named. */
export function RequestList({ requests, others = 0 }: { requests: Pick<QueueItem, 'request' | 'description'>[]; others?: number }) {
  return (
    <ol className="request-list" tabIndex={0} aria-label={t('requests.list')}>
      {requests.map(({ request, description }) => (
        <li key={request}>
          <span className="number">{request}</span> {description}
        </li>
      ))}
      {others > 0 && <li className="request-others">{t('queue.others', { count: others })}</li>}
    </ol>
  );
}
