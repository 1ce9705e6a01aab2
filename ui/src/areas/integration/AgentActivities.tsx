import '@ui5/webcomponents-icons/dist/outbox.js';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import { useFilters, type Filter } from '~/parts/filters';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { StatusBadge } from '~/parts/StatusBadge';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { exportsOf, type ExportActivity } from './agent';
import { RequestLink } from './RequestLink';

const columns = (): Column<ExportActivity>[] => [
  { id: 'content', header: t('agent.content'), cell: ({ description, contents }) => description || contents.join(' ') },
  { id: 'type', header: t('action.type'), cell: ({ mode }) => t(mode === 'download' ? 'agent.mode.download' : 'agent.mode.transport') },
  { id: 'state', header: t('action.status'), cell: ({ state }) => <StatusBadge kind="activity" state={state} /> },
  { id: 'request', header: t('request.one'), cell: ({ transportRequest, transportRequestPlace }) => (transportRequest == null ? '–' : <RequestLink id={transportRequest} place={transportRequestPlace} />) },
  { id: 'by', header: t('agent.by'), cell: ({ startedBy }) => startedBy },
  { id: 'requestor', header: t('agent.requestor'), cell: ({ requestor }) => requestor || '–', isExtra: true },
  { id: 'started', header: t('action.started'), cell: ({ startedAt }) => <Time at={startedAt} /> },
  { id: 'ended', header: t('action.ended'), cell: ({ endedAt }) => <Time at={endedAt} />, isExtra: true },
  { id: 'id', header: t('agent.activityId'), cell: ({ id }) => <code>{id}</code>, isExtra: true },
];

/** What was exported, by whom, and how it went; the transports of the tenant are among them. */
export function Activities({ filters }: { filters: Filter[] }) {
  const { subaccount } = usePlace('subaccount');
  const { values, isChanged } = useFilters(filters);
  return (
    <div className="artifact-tab">
      <FilterBar filters={filters} />
      <QueryTable
        name="export-activities"
        label={t('agent.activities')}
        pages={exportsOf(subaccount, values)}
        columns={columns()}
        rowKey={({ id }) => id}
        href={({ id }) => path.exportActivity({ subaccount, activity: id })}
        empty={
          <Empty icon="outbox" title={t(isChanged ? 'agent.noActivityFits' : 'agent.noActivity')}>
            {t(isChanged ? 'requests.noneFitNext' : 'agent.noActivityNext')}
          </Empty>
        }
        actions={<CopyAsCurl call={{ url: `/api/v1/subaccounts/${subaccount}/content-agent/activities?${new URLSearchParams(values).toString()}` }} />}
      />
    </div>
  );
}
