import '@ui5/webcomponents-icons/dist/download.js';
import { useSearch } from '@tanstack/react-router';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Tab } from '@ui5/webcomponents-react/Tab';
import { TabContainer } from '@ui5/webcomponents-react/TabContainer';
import { Suspense, type ReactNode } from 'react';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Link, useHistory } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { StatusBadge } from '~/parts/StatusBadge';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { Chip } from './Chip';
import { artifactOf, FLOWS, modelOf, resourcesOf, sidesOf, typeText, valuesOf, type Artifact } from './data';
import { useDeploy, useUndeploy } from './deploy';
import { download } from './download';
import { FlowTab } from './FlowTab';
import { ParametersTab } from './ParametersTab';
import { ResourcesTab } from './ResourcesTab';
import { RuntimeTab } from './RuntimeTab';
import { ValuesTab } from './ValuesTab';
import { VersionsTab } from './VersionsTab';
import './integration.css';

const TABS = ['flow', 'values', 'parameters', 'resources', 'runtime', 'versions'] as const;
type TabName = (typeof TABS)[number];

/** The tabs that an artifact of this type has; the first one is shown unless another is asked for. */
const tabsOf = (type: string) => TABS.filter((tab) => (tab === 'flow' || tab === 'parameters' ? FLOWS.includes(type) : tab === 'values' ? type === 'ValueMapping' : true));
const shownTab = (type: string, asked?: string): TabName => tabsOf(type).find((tab) => tab === asked) ?? tabsOf(type)[0]!;

/** One artifact: what is in it, how it is configured, and how it runs. */
export const artifact: Screen = {
  load: async ({ params: { subaccount = '', type = '', artifact: id = '' }, search, queries }) => {
    const tab = shownTab(type, search.tab);
    const reads: Partial<Record<TabName, () => Promise<unknown>>> = {
      flow: () => queries.ensureQueryData(modelOf(subaccount, type, id)).catch(() => undefined),
      resources: () => queries.ensureInfiniteQueryData(resourcesOf(subaccount, type, id)),
      values: () => Promise.all([queries.ensureQueryData(sidesOf(subaccount, type, id)), queries.ensureInfiniteQueryData(valuesOf(subaccount, type, id, { text: search.text ?? '' }))]),
    };
    await Promise.all([queries.ensureQueryData(artifactOf(subaccount, type, id)), reads[tab]?.()]);
  },
  Page: ArtifactPage,
};

/** Which tab is shown stands in the address. */
function useTab(type: string): [TabName, (tab: TabName) => void] {
  const { tab }: { tab?: string } = useSearch({ strict: false });
  const history = useHistory();
  const first = tabsOf(type)[0];
  return [shownTab(type, tab), (next) => history.replace(location.pathname + (next === first ? '' : `?tab=${next}`))];
}

function ArtifactPage() {
  const { subaccount, type, artifact: id } = usePlace('subaccount', 'type', 'artifact');
  const shown = useSuspenseQuery(artifactOf(subaccount, type, id)).data;
  const [tab, setTab] = useTab(type);
  const { name, package: packageId, packageName, version, draft, description, lockedBy, modifiedAt, modifiedBy, parameters, runtime, versions } = shown;
  const facts = [
    { label: t('artifact.kind'), value: typeText(type) },
    { label: t('package.id'), value: <code>{id}</code> },
    { label: t('package.one'), value: <Link to={path.package({ subaccount, package: packageId })}>{packageName}</Link> },
    { label: t('artifact.version'), value: <><span className="number">{version}</span> {draft && <Chip tone="critical">{t('artifact.draft')}</Chip>}</> },
    { label: t('package.modified'), value: <><Time at={modifiedAt} /> <span className="soft">{modifiedBy}</span></> },
    ...(lockedBy ? [{ label: t('artifact.lockedBy'), value: lockedBy }] : []),
  ];
  const counted = (what: string, count: number) => t('feature.count', { what, count });
  const contents: Record<TabName, [label: string, content: () => ReactNode]> = {
    flow: [t('artifact.flow'), () => <FlowTab />],
    values: [t('artifact.values'), () => <ValuesTab />],
    parameters: [counted(t('artifact.parameters'), parameters.length), () => <ParametersTab artifact={shown} />],
    resources: [t('artifact.resources'), () => <ResourcesTab />],
    runtime: [t('artifact.runtime'), () => <RuntimeTab artifact={shown} />],
    versions: [counted(t('artifact.versions'), versions.length), () => <VersionsTab versions={versions} />],
  };
  return (
    <>
      <ObjectHeader title={name} status={runtime && <StatusBadge kind="runtime" state={runtime.status} />} subtitle={description} facts={facts} actions={<Actions shown={shown} />} />
      <TabContainer
        className="artifact-tabs"
        contentBackgroundDesign="Transparent"
        headerBackgroundDesign="Transparent"
        onTabSelect={({ detail }) => setTab(TABS.find((one) => one === detail.tab.getAttribute('data-tab')) ?? 'flow')}
      >
        {tabsOf(type).map((one) => (
          <Tab key={one} data-tab={one} text={contents[one][0]} selected={tab === one}>
            {tab === one && (
              <div className="artifact-tab">
                <Suspense fallback={null}>{contents[one][1]()}</Suspense>
              </div>
            )}
          </Tab>
        ))}
      </TabContainer>
    </>
  );
}

function Actions({ shown: { type, id, name, can } }: { shown: Artifact }) {
  const { subaccount } = usePlace('subaccount');
  const deploy = useDeploy({ type, id, name });
  const undeploy = useUndeploy();
  const url = `/api/v1/tenants/${subaccount}/designtime/${type}/${encodeURIComponent(id)}`;
  return (
    <>
      <ActionButton design="Emphasized" can={can.deploy} isRunning={deploy.isRunning} onClick={() => deploy.run(undefined)}>
        {t('artifact.deploy')}
      </ActionButton>
      <ActionButton can={can.undeploy} onClick={() => undeploy(id, name)}>
        {t('artifact.undeploy')}
      </ActionButton>
      <ActionButton design="Transparent" icon="download" can={can.download} onClick={() => download(`${url}/content`)}>
        {t('package.download')}
      </ActionButton>
      <CopyAsCurl call={{ url }} />
    </>
  );
}
