import '@ui5/webcomponents-icons/dist/download.js';
import { useMutation, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { ProgressIndicator } from '@ui5/webcomponents-react/ProgressIndicator';
import { client, value } from '~/api/client';
import { asProblem } from '~/api/problem';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { More } from '~/parts/More';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { Size } from '~/parts/Size';
import { SmallTable } from '~/parts/SmallTable';
import { StatusBadge } from '~/parts/StatusBadge';
import { exactTime, Time } from '~/parts/Time';
import { toastProblem } from '~/parts/toast';
import { usePlace, type Screen } from '~/screen';
import { instant, t } from '~/text';
import { AGENT, exportLogOf, exportOf, logFile, typeName, type ExportDetails, type LogLine } from './agent';
import { download } from './download';
import { RequestLink } from './RequestLink';
import './integration.css';
import './agent.css';

/** One export: what went, where to, and its log; live while it runs. */
export const exportActivity: Screen = {
  load: ({ params: { subaccount = '', activity = '' }, queries }) =>
    Promise.all([queries.ensureQueryData(exportOf(subaccount, activity)), queries.ensureInfiniteQueryData(exportLogOf(subaccount, activity))]),
  Page: ExportActivityPage,
};

const isOver = ({ endedAt }: ExportDetails) => endedAt != null;

function ExportActivityPage() {
  const { subaccount, activity: id } = usePlace('subaccount', 'activity');
  const shown = useSuspenseQuery(exportOf(subaccount, id)).data;
  const { state, mode, node, queues, startedBy, requestor, startedAt, endedAt, description, contents, transportRequest, transportRequestPlace, fileName, fileSize, can, progress } = shown;
  const url = `/api/v1/subaccounts/${subaccount}/content-agent/activities/${id}`;
  const facts = [
    { label: t('action.type'), value: t(mode === 'download' ? 'agent.mode.download' : 'agent.mode.transport') },
    ...(mode === 'download' ? [] : [{ label: t('request.one'), value: transportRequest == null ? undefined : <RequestLink id={transportRequest} place={transportRequestPlace} /> }]),
    ...(mode === 'download' ? [] : [{ label: t('agent.sourceNode'), value: node }]),
    ...(queues.length > 0 ? [{ label: t('agent.queues'), value: queues.join(', ') }] : []),
    { label: t('agent.by'), value: startedBy },
    { label: t('agent.requestor'), value: requestor || undefined },
    { label: t('action.started'), value: <Time at={startedAt} /> },
    { label: t('action.ended'), value: <Time at={endedAt} /> },
    ...(fileName && fileSize != null ? [{ label: t('agent.archive'), value: <>{fileName} · <Size bytes={fileSize} /></> }] : []),
  ];
  const buttons = (
    <>
      <ActionButton design="Emphasized" icon="download" can={can.download} onClick={() => download(`${url}/file`)}>
        {t('agent.downloadMtar')}
      </ActionButton>
      <DownloadLog shown={shown} />
      <CopyAsCurl call={{ url }} />
    </>
  );
  return (
    <>
      <ObjectHeader title={description || contents.join(' ')} status={<StatusBadge kind="activity" state={state} />} facts={facts} actions={buttons} />
      {!isOver(shown) && <ProgressIndicator value={progress} accessibleName={t('agent.progress')} className="export-progress" />}
      <Log id={id} />
      <Content of={shown} />
    </>
  );
}

const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', second: '2-digit' };

function Log({ id }: { id: string }) {
  const { subaccount } = usePlace('subaccount');
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(exportLogOf(subaccount, id));
  const lines = data.pages.flatMap(({ items }) => items);
  return (
    <section className="section card" aria-label={t('log.title')}>
      <h2>{t('log.title')}</h2>
      <div role="log" aria-label={t('log.title')}>
        {lines.length === 0 ? (
          <Empty icon="history" title={t('log.none')}>
            {t('log.noneNext')}
          </Empty>
        ) : (
          <ol className="transport-log">
            {lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ol>
        )}
      </div>
      {hasNextPage && <More isRunning={isFetchingNextPage} more={() => void fetchNextPage()} />}
    </section>
  );
}

function Line({ line: { at, severity, text } }: { line: LogLine }) {
  return (
    <li>
      <time className="number" dateTime={at} data-tip={exactTime(at)}>
        {instant(new Date(at), CLOCK)}
      </time>
      <StatusBadge kind="message" state={severity} />
      <span>{text}</span>
    </li>
  );
}

function Content({ of: { resources } }: { of: ExportDetails }) {
  const heads = [t('package.id'), t('agent.contentType'), t('agent.components')];
  return (
    <SmallTable label={t('agent.contentInformation')} count={resources.length} heads={heads}>
      <tbody>
        {resources.map(({ type, id, components }) => (
          <tr key={`${type}/${id}`}>
            <td data-label={heads[0]}>{id}</td>
            <td data-label={heads[1]}>{typeName(type)}</td>
            <td data-label={heads[2]}>{components.length > 0 ? components.join(', ') : t('agent.all')}</td>
          </tr>
        ))}
      </tbody>
    </SmallTable>
  );
}

/** The whole log as a file. */
function DownloadLog({ shown }: { shown: ExportDetails }) {
  const { subaccount } = usePlace('subaccount');
  const get = useMutation({
    mutationFn: async () => {
      const url = URL.createObjectURL(logFile(shown, await wholeLog(subaccount, shown.id)));
      const link = document.createElement('a');
      link.href = url;
      link.download = `activity-${shown.id}.log`;
      link.click();
      // The browser reads it after this.
      window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
    },
    onError: (thrown) => toastProblem(asProblem(thrown)),
  });
  return (
    <ActionButton design="Transparent" icon="download" isRunning={get.isPending} onClick={() => get.mutate()}>
      {t('log.downloadText')}
    </ActionButton>
  );
}

async function wholeLog(subaccount: string, id: string): Promise<LogLine[]> {
  const all: LogLine[] = [];
  let after: string | undefined;
  do {
    const page = await value(client.GET(`${AGENT}/activities/{id}/log`, { params: { path: { subaccount, id }, query: { after, limit: 200 } } }));
    all.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  return all;
}
