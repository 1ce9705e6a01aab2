import '@ui5/webcomponents-icons/dist/it-system.js';
import { pathData as undeployIcon } from '@ui5/webcomponents-icons/dist/v5/disconnected.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import { filterValues, useFilters, type Filter } from '~/parts/filters';
import { Link } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { RowButton } from '~/parts/RowButton';
import { stateText, StatusBadge } from '~/parts/StatusBadge';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { runtimeCan, runtimeOf, STATUSES, typeText, type RuntimeArtifact } from './data';
import { useUndeploy } from './deploy';
import './integration.css';

/** What runs in a tenant. */
export const runtime: Screen = {
  load: ({ params: { subaccount = '' }, search, queries }) =>
    Promise.all([queries.ensureQueryData(runtimeCan(subaccount)), queries.ensureInfiniteQueryData(runtimeOf(subaccount, filterValues(filters(), search)))]),
  Page: RuntimePage,
};

const filters = (): Filter[] => [
  { name: 'text', label: t('runtime.search'), kind: 'text' },
  { name: 'status', label: t('action.status'), kind: 'many', options: STATUSES.map((status) => ({ value: status, text: stateText('runtime', status) })) },
];

const columns = (): Column<RuntimeArtifact>[] => [
  { id: 'name', header: t('artifact.name'), cell: ({ name }) => name },
  { id: 'type', header: t('artifact.kind'), cell: ({ type }) => typeText(type) },
  {
    id: 'status',
    header: t('action.status'),
    cell: ({ status, error }) => (
      <span className="named">
        <StatusBadge kind="runtime" state={status} />
        {error && <small className="short-text">{error}</small>}
      </span>
    ),
  },
  { id: 'version', header: t('artifact.version'), cell: ({ version }) => <span className="number">{version}</span> },
  { id: 'endpoints', header: t('runtime.endpoints'), cell: ({ endpoints }) => (endpoints.length === 0 ? '–' : endpoints.map((one) => <code key={one.path}>{one.path}</code>)) },
  { id: 'deployed', header: t('runtime.deployed'), cell: ({ deployedAt }) => <Time at={deployedAt} /> },
  { id: 'by', header: t('runtime.deployedBy'), cell: ({ deployedBy }) => deployedBy, isExtra: true },
];

function RuntimePage() {
  const { subaccount } = usePlace('subaccount');
  const { values, isChanged } = useFilters(filters());
  const can = useSuspenseQuery(runtimeCan(subaccount)).data.can.undeploy!;
  const undeploy = useUndeploy();
  return (
    <>
      <ObjectHeader title={t('runtime.title')} subtitle={t('runtime.lead')} />
      <FilterBar filters={filters()} />
      <QueryTable
        name="runtime"
        label={t('runtime.list')}
        pages={runtimeOf(subaccount, values)}
        columns={columns()}
        rowKey={({ id }) => id}
        href={({ id, type }) => `${path.artifact({ subaccount, type, artifact: id })}?tab=runtime`}
        rowActions={({ id, name }) => <RowButton text={t('artifact.undeploy')} icon={undeployIcon} can={can} onClick={() => undeploy(id, name)} />}
        empty={
          <Empty icon="it-system" title={t(isChanged ? 'runtime.noneFit' : 'runtime.none')} action={!isChanged && <Link to={path.packages({ subaccount })}>{t('runtime.toPackages')}</Link>}>
            {t(isChanged ? 'requests.noneFitNext' : 'runtime.noneNext')}
          </Empty>
        }
        actions={<CopyAsCurl call={{ url: `/api/v1/tenants/${subaccount}/runtime?${new URLSearchParams(values).toString()}` }} />}
      />
    </>
  );
}
