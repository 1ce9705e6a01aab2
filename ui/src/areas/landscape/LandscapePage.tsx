import '@ui5/webcomponents-icons/dist/add.js';
import '@ui5/webcomponents-icons/dist/org-chart.js';
import { SegmentedButton } from '@ui5/webcomponents-react/SegmentedButton';
import { SegmentedButtonItem } from '@ui5/webcomponents-react/SegmentedButtonItem';
import { Suspense, useMemo } from 'react';
import { landscapeOf } from '~/api/landscape';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import type { Filter } from '~/parts/filters';
import { useGo } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { useOfferActions } from '~/parts/quick';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { useLandscape } from './data';
import { Dialogs } from './Dialogs';
import { LandscapeGraph } from './LandscapeGraph';
import { LandscapeTables } from './LandscapeTables';
import { NodePanel } from './NodePanel';
import { useView } from './view';
import './landscape.css';

/** Nodes and routes: what is where, and what can be done with it. */
export const landscape: Screen = {
  load: ({ params, queries }) => queries.ensureQueryData(landscapeOf(params.subaccount ?? '')),
  Page: LandscapePage,
};

const filters = (): Filter[] => [{ name: 'text', label: t('landscape.search'), kind: 'text' }];

function LandscapePage() {
  const { nodes, routes, can } = useLandscape();
  const { view, set } = useView();
  const { subaccount } = usePlace('subaccount');
  const create = () => set({ do: 'create-node' });
  const go = useGo();
  const toWizard = () => go(path.landscapeWizard({ subaccount }));
  const mayCreate = can.create?.allowed ?? false;
  useOfferActions(
    useMemo(() => (mayCreate ? [{ title: t('wizard.open'), run: toWizard }, { title: t('node.create'), run: create }, { title: t('route.create'), run: () => set({ do: 'create-route' }) }] : []), [mayCreate]), // eslint-disable-line react-hooks/exhaustive-deps
  );
  const selected = nodes.find(({ id }) => String(id) === view.node);
  const isTable = view.view === 'table';
  const actions = (
    <>
      <ActionButton design="Emphasized" can={can.create} onClick={create}>
        {t('node.create')}
      </ActionButton>
      <ActionButton can={can.create} onClick={toWizard}>
        {t('wizard.open')}
      </ActionButton>
      {nodes.length > 1 && (
        <ActionButton can={can.create} onClick={() => set({ do: 'create-route' })}>
          {t('route.create')}
        </ActionButton>
      )}
      <CopyAsCurl call={{ url: `/api/v1/subaccounts/${subaccount}/landscape` }} />
    </>
  );
  return (
    <div className="landscape" data-view={isTable ? 'table' : 'graph'}>
      <ObjectHeader title={t('landscape.title')} subtitle={t(isTable ? 'landscape.leadTable' : mayCreate ? 'landscape.lead' : 'landscape.leadViewer', { nodes: nodes.length, routes: routes.length })} actions={actions} />
      {nodes.length === 0 ? (
        <div className="card">
          <Empty
            icon="org-chart"
            title={t('landscape.empty')}
            action={
              <ActionButton design="Emphasized" can={can.create} onClick={toWizard}>
                {t('wizard.open')}
              </ActionButton>
            }
          >
            {t('landscape.emptyNext')}
          </Empty>
        </div>
      ) : (
        <>
          <ViewBar />
          {isTable ? (
            <LandscapeTables />
          ) : (
            <div className="landscape-canvas" data-panel={selected !== undefined}>
              <Suspense fallback={<div className="graph" />}>
                <LandscapeGraph />
              </Suspense>
              {selected && <NodePanel key={selected.id} node={selected} />}
            </div>
          )}
        </>
      )}
      <Dialogs />
    </div>
  );
}

/** How the landscape is shown; the address keeps it. */
function ViewBar() {
  const { view, direction, set } = useView();
  const chosen = (event: { detail: { selectedItems: HTMLElement[] } }) => event.detail.selectedItems[0]?.dataset.word ?? '';
  const isTable = view.view === 'table';
  return (
    <div className="landscape-bar">
      <FilterBar filters={filters()} />
      {!isTable && (
        <SegmentedButton accessibleName={t('landscape.layout')} onSelectionChange={(event) => set({ layout: chosen(event) as 'right' | 'down' })}>
          <SegmentedButtonItem data-word="right" selected={direction === 'right'}>
            {t('landscape.right')}
          </SegmentedButtonItem>
          <SegmentedButtonItem data-word="down" selected={direction === 'down'}>
            {t('landscape.down')}
          </SegmentedButtonItem>
        </SegmentedButton>
      )}
      <SegmentedButton accessibleName={t('landscape.view')} onSelectionChange={(event) => set({ view: chosen(event) as 'table' | '' })}>
        <SegmentedButtonItem data-word="" selected={!isTable}>
          {t('landscape.graphView')}
        </SegmentedButtonItem>
        <SegmentedButtonItem data-word="table" selected={isTable}>
          {t('landscape.tableView')}
        </SegmentedButtonItem>
      </SegmentedButton>
    </div>
  );
}
