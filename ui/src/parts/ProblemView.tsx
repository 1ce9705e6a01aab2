import '@ui5/webcomponents-icons/dist/alert.js';
import '@ui5/webcomponents-icons/dist/disconnected.js';
import '@ui5/webcomponents-icons/dist/document.js';
import '@ui5/webcomponents-icons/dist/locked.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { asProblem, type Problem } from '~/api/problem';
import { t } from '~/text';
import { Empty } from './Empty';
import { useTitle } from './ObjectHeader';

const ICONS: Record<number, string> = { 0: 'disconnected', 403: 'locked', 404: 'document' };

/** Instead of a page that could not be shown. */
export function ProblemPage({ thrown, retry }: { thrown: unknown; retry?: () => void }) {
  const problem = asProblem(thrown);
  useTitle(problem.message);
  const again = retry && problem.status !== 403 && problem.status !== 404;
  return (
    <div role="alert">
      <Empty
        icon={ICONS[problem.status] ?? 'alert'}
        title={problem.message}
        action={again && <Button onClick={retry}>{t('problem.retry')}</Button>}
      >
        <Details problem={problem} />
      </Empty>
    </div>
  );
}

/** Within a form, a dialog or a section, where what failed was asked for. */
export function ProblemStrip({ problem, retry }: { problem: Problem | null; retry?: () => void }) {
  if (!problem) return null;
  return (
    <MessageStrip design="Negative" hideCloseButton role="alert" className="problem-strip">
      <strong>{problem.message}</strong> <Details problem={problem} />{' '}
      {retry && (
        <Button design="Transparent" onClick={retry}>
          {t('problem.retry')}
        </Button>
      )}
    </MessageStrip>
  );
}

/** What to do, and the id that the server's log has. */
export function Details({ problem }: { problem: Problem }) {
  return (
    <>
      {problem.fix}
      {problem.correlationId && (
        <span className="problem-id">
          {' '}
          {t('problem.id')} <code>{problem.correlationId}</code>
        </span>
      )}
    </>
  );
}
