import '@ui5/webcomponents-icons/dist/activities.js';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import { filterValues, useFilters, type Filter } from '~/parts/filters';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { stateText, StatusBadge } from '~/parts/StatusBadge';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { OPEN, overviewOf, PRIORITIES, priorityText, projectsOf, rightsOf, STATUSES, type FeatureLine, type Project } from './data';
import { FeatureDialog } from './FeatureDialog';
import { Priority } from './Priority';
import './change.css';

/** Features Overview: what is being changed, and where each change stands. */
export const features: Screen = {
  load: ({ params: { subaccount = '' }, search, queries }) =>
    Promise.all([
      queries.ensureInfiniteQueryData(overviewOf(subaccount, filterValues(filtersOf([]), search))),
      queries.ensureInfiniteQueryData(projectsOf(subaccount)),
      queries.ensureQueryData(rightsOf(subaccount)),
    ]),
  Page: FeaturesPage,
};

const filtersOf = (projects: Project[]): Filter[] => [
  { name: 'text', label: t('feature.search'), kind: 'text' },
  { name: 'project', label: t('feature.project'), kind: 'one', options: projects.map(({ id, name }) => ({ value: id, text: name })) },
  { name: 'status', label: t('feature.status'), kind: 'many', options: STATUSES.map((code) => ({ value: code, text: stateText('feature', code) })) },
  { name: 'priority', label: t('feature.priority'), kind: 'many', options: PRIORITIES.map((code) => ({ value: String(code), text: priorityText(code) })) },
];

const columns = (): Column<FeatureLine>[] => [
  {
    id: 'title',
    header: t('feature.title'),
    cell: ({ displayId, title }) => (
      <span className="feature-name">
        {title} <small>{displayId}</small>
      </span>
    ),
  },
  { id: 'status', header: t('feature.status'), cell: ({ statusCode }) => <StatusBadge kind="feature" state={statusCode} /> },
  { id: 'priority', header: t('feature.priority'), cell: ({ priorityCode }) => <Priority code={priorityCode} /> },
  { id: 'project', header: t('feature.project'), cell: ({ projectName }) => projectName },
  { id: 'transports', header: t('feature.transports'), cell: ({ transports }) => <Numbers of={transports} /> },
  { id: 'modified', header: t('feature.modified'), cell: ({ modifiedAt }) => <Time at={modifiedAt} /> },
  { id: 'created', header: t('feature.created'), cell: ({ createdAt }) => <Time at={createdAt} />, isExtra: true },
];

const MOST = 3;

function Numbers({ of }: { of: string[] }) {
  if (of.length === 0) return <>–</>;
  const rest = of.length - MOST;
  return (
    <span className="number">
      {of.slice(0, MOST).join(', ')}
      {rest > 0 && ` ${t('feature.more', { count: rest })}`}
    </span>
  );
}

function FeaturesPage() {
  const { subaccount } = usePlace('subaccount');
  const projects = useSuspenseInfiniteQuery(projectsOf(subaccount)).data.pages.flatMap(({ items }) => items);
  const { can } = useSuspenseQuery(rightsOf(subaccount)).data;
  const filters = filtersOf(projects);
  const { values, set, isChanged } = useFilters(filters);
  const [isCreating, setCreating] = useState(false);
  const create = projects.length === 0 ? { allowed: false, reason: t('feature.noProject') } : can.createFeature;
  const button = (
    <ActionButton design="Emphasized" can={create} onClick={() => setCreating(true)}>
      {t('feature.create')}
    </ActionButton>
  );
  const url = `/api/v1/alm/${subaccount}/overview/features`;
  return (
    <>
      <ObjectHeader title={t('features.title')} subtitle={t('features.lead')} actions={button} />
      <FilterBar filters={filters} />
      <QueryTable
        name="features"
        label={t('features.list')}
        pages={overviewOf(subaccount, values)}
        columns={columns()}
        rowKey={({ uuid }) => uuid}
        href={({ uuid }) => path.feature({ subaccount, feature: uuid })}
        empty={
          <Empty icon="activities" title={t(isChanged ? 'features.noneFit' : 'features.none')}>
            {t(isChanged ? 'features.noneFitNext' : 'features.noneNext')}
          </Empty>
        }
        actions={
          <>
            <ActionButton
              design="Transparent"
              onClick={() => set({ status: values.status === OPEN ? '' : OPEN })}
            >
              {t(values.status === OPEN ? 'features.showAll' : 'features.showOpen')}
            </ActionButton>
            <CopyAsCurl call={{ url: `${url}?${new URLSearchParams(values).toString()}` }} />
          </>
        }
      />
      {isCreating && <FeatureDialog projects={projects} close={() => setCreating(false)} />}
    </>
  );
}
