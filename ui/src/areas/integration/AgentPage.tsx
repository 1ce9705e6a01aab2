import '@ui5/webcomponents-icons/dist/outbox.js';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Tab } from '@ui5/webcomponents-react/Tab';
import { TabContainer } from '@ui5/webcomponents-react/TabContainer';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import { filterValues, useFilters, type Filter } from '~/parts/filters';
import { useGo, useHistory } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { stateText } from '~/parts/StatusBadge';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { agentOf, CONTENT_TYPES, exportsOf, keyOf, PACKAGES, resourcesOf, STATES, typeName, type ContentResource } from './agent';
import { Activities } from './AgentActivities';
import { AgentState } from './AgentState';
import { Chip } from './Chip';
import './integration.css';
import './agent.css';

const ACTIVITIES = 'activities';

/** The Content Agent of a subaccount: what it can export, and what it exported. */
export const contentAgent: Screen = {
  load: ({ params: { subaccount = '' }, search, queries }) =>
    Promise.all([
      queries.ensureQueryData(agentOf(subaccount)),
      search.tab === ACTIVITIES
        ? queries.ensureInfiniteQueryData(exportsOf(subaccount, filterValues(activityFilters(), search)))
        : queries.ensureInfiniteQueryData(resourcesOf(subaccount, filterValues(resourceFilters(), search))),
    ]),
  Page: AgentPage,
};

export const resourceFilters = (): Filter[] => [
  { name: 'text', label: t('agent.search'), kind: 'text' },
  { name: 'type', label: t('agent.contentType'), kind: 'one', options: CONTENT_TYPES.map((type) => ({ value: type, text: typeName(type) })) },
];

const activityFilters = (): Filter[] => [
  { name: 'text', label: t('agent.searchWho'), kind: 'text' },
  { name: 'state', label: t('action.status'), kind: 'one', options: STATES.map((state) => ({ value: state, text: stateText('activity', state) })) },
];

export const resourceColumns = (): Column<ContentResource>[] => [
  { id: 'name', header: t('package.name'), cell: ({ name }) => name },
  { id: 'type', header: t('agent.contentType'), cell: ({ type }) => typeName(type) },
  { id: 'version', header: t('package.version'), cell: ({ version }) => <span className="number">{version}</span> },
  { id: 'components', header: t('agent.components'), cell: ({ components }) => <Components of={components} /> },
  { id: 'id', header: t('package.id'), cell: ({ id }) => <code>{id}</code>, isExtra: true },
  { id: 'subType', header: t('agent.subType'), cell: ({ subType }) => subType, isExtra: true },
];

function Components({ of }: { of: ContentResource['components'] }) {
  if (of.length === 0) return <>–</>;
  const drafts = of.filter(({ exportable }) => !exportable).length;
  return (
    <span className="counted">
      {of.length}
      {drafts > 0 && <Chip tone="critical">{t('package.draftCount', { count: drafts })}</Chip>}
    </span>
  );
}

function AgentPage() {
  const { subaccount } = usePlace('subaccount');
  const { tab }: { tab?: string } = useSearch({ strict: false });
  const history = useHistory();
  const go = useGo();
  const agent = useSuspenseQuery(agentOf(subaccount)).data;
  const [chosen, setChosen] = useState<string[]>([]);
  const isActivities = tab === ACTIVITIES;
  const named = chosen.length > 0 ? `?${new URLSearchParams({ resources: chosen.join(',') }).toString()}` : '';
  const begin = (
    <ActionButton design="Emphasized" icon="outbox" can={agent.can.export} onClick={() => go(path.exportContent({ subaccount }) + named)}>
      {chosen.length > 0 ? t('agent.exportCount', { count: chosen.length }) : t('agent.export')}
    </ActionButton>
  );
  return (
    <>
      <ObjectHeader title={t('agent.title')} subtitle={t('agent.lead')} actions={begin} />
      <AgentState agent={agent} />
      <TabContainer
        className="artifact-tabs"
        contentBackgroundDesign="Transparent"
        headerBackgroundDesign="Transparent"
        onTabSelect={({ detail }) => history.replace(location.pathname + (detail.tab.getAttribute('data-tab') === ACTIVITIES ? `?tab=${ACTIVITIES}` : ''))}
      >
        <Tab data-tab="resources" text={t('agent.resources')} selected={!isActivities}>
          {!isActivities && <Resources chosen={chosen} choose={setChosen} />}
        </Tab>
        <Tab data-tab={ACTIVITIES} text={t('agent.activities')} selected={isActivities}>
          {isActivities && <Activities filters={activityFilters()} />}
        </Tab>
      </TabContainer>
    </>
  );
}

function Resources({ chosen, choose }: { chosen: string[]; choose: (keys: string[]) => void }) {
  const { subaccount } = usePlace('subaccount');
  const { values, isChanged } = useFilters(resourceFilters());
  return (
    <div className="artifact-tab">
      <FilterBar filters={resourceFilters()} />
      <Trouble values={values} />
      <QueryTable
        name="content-resources"
        label={t('agent.resources')}
        pages={resourcesOf(subaccount, values)}
        columns={resourceColumns()}
        rowKey={keyOf}
        href={({ type, id }) => (type === PACKAGES ? path.package({ subaccount, package: id }) : path.destination({ subaccount, destination: id }))}
        selection={{ keys: chosen, choose }}
        empty={
          <Empty icon="outbox" title={t(isChanged ? 'agent.noneFit' : 'agent.none')}>
            {t(isChanged ? 'requests.noneFitNext' : 'agent.noneNext')}
          </Empty>
        }
        actions={<CopyAsCurl call={{ url: `/api/v1/subaccounts/${subaccount}/content-agent/resources?${new URLSearchParams(values).toString()}` }} />}
      />
    </div>
  );
}

/** Why packages are missing from the list. */
export function Trouble({ values }: { values: Record<string, string> }) {
  const { subaccount } = usePlace('subaccount');
  const { pages } = useSuspenseInfiniteQuery(resourcesOf(subaccount, values)).data;
  const [first] = pages as { trouble?: string | null }[];
  if (!first?.trouble) return null;
  return (
    <MessageStrip design="Critical" hideCloseButton className="problem-strip">
      {t('agent.trouble', { text: first.trouble })}
    </MessageStrip>
  );
}
