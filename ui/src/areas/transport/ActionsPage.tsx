import '@ui5/webcomponents-icons/dist/history.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import { filterValues, useFilters, type Filter } from '~/parts/filters';
import { Link } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { stateText, StatusBadge } from '~/parts/StatusBadge';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { compareTexts, t } from '~/text';
import { ACTION_STATUSES, ACTION_TYPES, actionQuery, actionsOf, landscapeOf, personOf, typeText, type Action } from './data';
import { Lasted } from './Lasted';
import { Who } from './Who';
import './transport.css';

/** Transport Action Logs: what was done, by whom, and how it ended. */
export const actions: Screen = {
  load: ({ params: { subaccount = '' }, search, queries }) =>
    Promise.all([queries.ensureQueryData(landscapeOf(subaccount)), queries.ensureInfiniteQueryData(actionsOf(subaccount, filterValues(filtersOf([]), search)))]),
  Page: ActionsPage,
};

const filtersOf = (nodes: { id: number; name: string }[]): Filter[] => [
  { name: 'node', label: t('action.node'), kind: 'one', options: nodes.map(({ id, name }) => ({ value: String(id), text: name })) },
  { name: 'type', label: t('action.type'), kind: 'one', options: ACTION_TYPES.map((type) => ({ value: type, text: typeText(type) })) },
  { name: 'status', label: t('action.status'), kind: 'one', options: ACTION_STATUSES.map((status) => ({ value: status, text: stateText('transport', status) })) },
  { name: 'since', label: t('action.since'), kind: 'date' },
];

const columnsOf = (subaccount: string): Column<Action>[] => [
  { id: 'id', header: t('action.id'), cell: ({ id }) => <span className="number">{id}</span>, width: '6rem' },
  { id: 'type', header: t('action.type'), cell: ({ type }) => typeText(type) },
  { id: 'node', header: t('action.node'), cell: ({ node, nodeName }) => <Link to={path.queue({ subaccount, node })}>{nodeName}</Link> },
  { id: 'status', header: t('action.status'), cell: ({ status }) => <StatusBadge kind="transport" state={status} /> },
  { id: 'started', header: t('action.started'), cell: ({ startedAt }) => <Time at={startedAt} /> },
  { id: 'ended', header: t('action.ended'), cell: ({ endedAt }) => <Time at={endedAt} />, isExtra: true },
  { id: 'duration', header: t('action.duration'), cell: (action) => <Lasted action={action} />, align: 'End' },
  { id: 'by', header: t('action.by'), cell: (action) => <Who name={personOf(action)} /> },
];

function ActionsPage() {
  const { subaccount } = usePlace('subaccount');
  const { nodes } = useSuspenseQuery(landscapeOf(subaccount)).data;
  const filters = filtersOf(nodes.toSorted((a, b) => compareTexts(a.name, b.name)));
  const { values, isChanged } = useFilters(filters);
  const asked = Object.entries(actionQuery(values)).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return (
    <>
      <ObjectHeader title={t('actions.title')} subtitle={t('actions.lead')} />
      <FilterBar filters={filters} />
      <QueryTable
        name="actions"
        label={t('actions.list')}
        pages={actionsOf(subaccount, values)}
        columns={columnsOf(subaccount)}
        rowKey={({ id }) => String(id)}
        href={({ id }) => path.action({ subaccount, action: id })}
        empty={
          <Empty icon="history" title={t(isChanged ? 'actions.noneFit' : 'actions.none')} action={!isChanged && <Link to={path.landscape({ subaccount })}>{t('home.toLandscape')}</Link>}>
            {t(isChanged ? 'actions.noneFitNext' : 'actions.noneNext')}
          </Empty>
        }
        actions={<CopyAsCurl call={{ url: `/api/v1/subaccounts/${subaccount}/actions?${new URLSearchParams(asked).toString()}` }} />}
      />
    </>
  );
}
