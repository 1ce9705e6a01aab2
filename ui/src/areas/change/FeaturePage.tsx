import { useSearch } from '@tanstack/react-router';
import { Tab } from '@ui5/webcomponents-react/Tab';
import { TabContainer } from '@ui5/webcomponents-react/TabContainer';
import { useState, type ReactNode } from 'react';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { useHistory } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { StatusBadge } from '~/parts/StatusBadge';
import { Time } from '~/parts/Time';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { featureOf, historyOf, useFeature } from './data';
import { DeploymentPath } from './DeploymentPath';
import { DescriptionTab } from './DescriptionTab';
import { FeatureDialog } from './FeatureDialog';
import { HistoryTab } from './HistoryTab';
import { Priority } from './Priority';
import { ReferencesTab } from './ReferencesTab';
import { StatusActions } from './StatusActions';
import { TransportsTab } from './TransportsTab';
import './change.css';

const TABS = ['transports', 'description', 'references', 'history'] as const;
type TabName = (typeof TABS)[number];

/** One change: what it is, what carries it, how far it came, and who did what. */
export const feature: Screen = {
  load: ({ params: { subaccount = '', feature: id = '' }, queries }) =>
    Promise.all([queries.ensureQueryData(featureOf(subaccount, id)), queries.ensureInfiniteQueryData(historyOf(subaccount, id))]),
  Page: FeaturePage,
};

/** Which tab is shown stands in the address. */
function useTab(): [TabName, (tab: TabName) => void] {
  const { tab }: { tab?: string } = useSearch({ strict: false });
  const history = useHistory();
  const shown = TABS.find((one) => one === tab) ?? 'transports';
  return [shown, (next) => history.replace(location.pathname + (next === 'transports' ? '' : `?tab=${next}`))];
}

function FeaturePage() {
  const { subaccount, feature: id } = usePlace('subaccount', 'feature');
  const shown = useFeature(subaccount, id);
  const [isEditing, setEditing] = useState(false);
  const [tab, setTab] = useTab();
  const { displayId, title, statusCode, priorityCode, projectName, createdAt, modifiedAt, transports, references } = shown;
  const facts = [
    { label: t('feature.number'), value: displayId },
    { label: t('feature.project'), value: projectName },
    { label: t('feature.priority'), value: <Priority code={priorityCode} /> },
    { label: t('feature.created'), value: <Time at={createdAt} /> },
    { label: t('feature.modified'), value: <Time at={modifiedAt} /> },
  ];
  const contents: Record<TabName, [label: string, content: ReactNode]> = {
    transports: [t('feature.count', { what: t('feature.transports'), count: transports.length }), <TransportsTab feature={shown} />],
    description: [t('feature.description'), <DescriptionTab feature={shown} edit={() => setEditing(true)} />],
    references: [t('feature.count', { what: t('feature.references'), count: references.length }), <ReferencesTab feature={shown} />],
    history: [t('feature.history'), <HistoryTab feature={shown} />],
  };
  return (
    <>
      <ObjectHeader
        title={title}
        status={<StatusBadge kind="feature" state={statusCode} />}
        facts={facts}
        actions={
          <>
            <StatusActions feature={shown} edit={() => setEditing(true)} />
            <CopyAsCurl call={{ url: `/api/v1/alm/${subaccount}/features/${id}` }} />
          </>
        }
      />
      <DeploymentPath feature={shown} />
      <TabContainer
        className="feature-tabs"
        contentBackgroundDesign="Transparent"
        headerBackgroundDesign="Transparent"
        onTabSelect={({ detail }) => setTab(TABS.find((one) => one === detail.tab.getAttribute('data-tab')) ?? 'transports')}
      >
        {TABS.map((name) => (
          <Tab key={name} data-tab={name} text={contents[name][0]} selected={tab === name}>
            {tab === name && <div className="feature-tab">{contents[name][1]}</div>}
          </Tab>
        ))}
      </TabContainer>
      {isEditing && <FeatureDialog feature={shown} close={() => setEditing(false)} />}
    </>
  );
}
