import { useSuspenseQuery } from '@tanstack/react-query';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Link } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { StatusBadge } from '~/parts/StatusBadge';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { actionOf, logOf, personOf, typeText } from './data';
import { DownloadLog } from './DownloadLog';
import { Lasted } from './Lasted';
import { LogFilters, LogView, useLogFilter } from './LogView';
import { Who } from './Who';
import './transport.css';

/** One action, and its log: live while it runs. */
export const action: Screen = {
  load: ({ params: { subaccount = '', action: id = '' }, queries }) =>
    Promise.all([queries.ensureQueryData(actionOf(subaccount, id)), queries.ensureInfiniteQueryData(logOf(subaccount, id))]),
  Page: ActionPage,
};

function ActionPage() {
  const { subaccount, action: id } = usePlace('subaccount', 'action');
  const shown = useSuspenseQuery(actionOf(subaccount, id)).data;
  const filter = useLogFilter();
  const { type, status, node, nodeName, startedAt, endedAt, namedUser, triggeredBy } = shown;
  const facts = [
    { label: t('action.id'), value: <span className="number">{id}</span> },
    { label: t('action.node'), value: <Link to={path.queue({ subaccount, node })}>{nodeName}</Link> },
    { label: t('action.by'), value: <Who name={personOf(shown)} /> },
    ...(namedUser && namedUser !== triggeredBy ? [{ label: t('action.through'), value: <Who name={triggeredBy} /> }] : []),
    { label: t('action.started'), value: <Time at={startedAt} /> },
    { label: t('action.ended'), value: <Time at={endedAt} /> },
    { label: t('action.duration'), value: <Lasted action={shown} /> },
  ];
  const buttons = (
    <>
      <DownloadLog action={shown} />
      <CopyAsCurl call={{ url: `/api/v1/subaccounts/${subaccount}/actions/${id}/log` }} />
    </>
  );
  return (
    <>
      <ObjectHeader title={t('action.heading', { type: typeText(type), node: nodeName })} status={<StatusBadge kind="transport" state={status} />} facts={facts} actions={buttons} />
      <LogFilters />
      <section className="log-card" aria-label={t('log.title')}>
        <LogView action={id} filter={filter} />
      </section>
    </>
  );
}
