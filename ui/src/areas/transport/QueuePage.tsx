import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Suspense, useMemo, useState } from 'react';
import { DropTarget } from '~/parts/DropTarget';
import { FilterBar } from '~/parts/FilterBar';
import { filterValues, useFilters, type Filter } from '~/parts/filters';
import { useOfferActions } from '~/parts/quick';
import { stateText } from '~/parts/StatusBadge';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { AddDialog } from './AddDialog';
import { actionOf, landscapeOf, lastImportOf, logOf, nodeOf, queueOf, STATUSES, WAITING } from './data';
import { DescriptorsDialog } from './DescriptorsDialog';
import { DisableDialog } from '~/parts/DisableImports';
import { ImportDialog } from './ImportDialog';
import { LogPanel } from './LogPanel';
import { QueueHeader } from './QueueHeader';
import { QueueTable } from './QueueTable';
import { queueCan } from './rules';
import { useQueueView } from './view';
import './queue.css';
import './transport.css';

/** The import queue of a node: what waits there, what became of it, and what can be done with it. */
export const queue: Screen = {
  load: ({ params: { subaccount = '', node = '' }, search, queries }) =>
    Promise.all([
      queries.ensureQueryData(nodeOf(subaccount, node)),
      queries.ensureQueryData(landscapeOf(subaccount)),
      queries.ensureQueryData(lastImportOf(subaccount, node)),
      queries.ensureInfiniteQueryData(queueOf(subaccount, node, filterValues(filters(), search))),
      ...(search.log ? [queries.ensureQueryData(actionOf(subaccount, search.log)), queries.ensureInfiniteQueryData(logOf(subaccount, search.log))] : []),
    ]),
  Page: QueuePage,
};

const filters = (): Filter[] => [
  { name: 'text', label: t('request.search'), kind: 'text' },
  { name: 'status', label: t('action.status'), kind: 'many', initial: WAITING, options: STATUSES.map((status) => ({ value: status, text: stateText('transport', status) })) },
  { name: 'owner', label: t('queue.ownerFilter'), kind: 'text' },
];

function QueuePage() {
  const { subaccount, node: id } = usePlace('subaccount', 'node');
  const node = useSuspenseQuery(nodeOf(subaccount, id)).data;
  const { routes } = useSuspenseQuery(landscapeOf(subaccount)).data;
  const { values } = useFilters(filters());
  const pages = queueOf(subaccount, id, values);
  const rows = useSuspenseInfiniteQuery(pages).data.pages.flatMap(({ items }) => items);
  const { view, set, close } = useQueueView();
  const [keys, setKeys] = useState<string[]>([]);
  const [file, setFile] = useState<File>();
  const [atFirst] = useState(view.log);
  // What was chosen and is no longer shown is not meant.
  const chosen = rows.filter(({ request }) => keys.includes(String(request)));
  const can = queueCan(node, routes, chosen);
  const { importAll, add } = can;
  useOfferActions(
    useMemo(
      () => [
        ...(importAll.allowed ? [{ title: `${node.name}: ${t('node.importAll')}`, run: () => set({ do: 'import' }) }] : []),
        ...(add.allowed ? [{ title: `${node.name}: ${t('queue.add')}`, run: () => set({ do: 'add' }) }] : []),
      ],
      [importAll.allowed, add.allowed, node.name], // eslint-disable-line react-hooks/exhaustive-deps
    ),
  );
  const dropped = (one: File) => {
    setFile(one);
    set({ do: 'add' });
  };
  const closeAdd = () => {
    setFile(undefined);
    close();
  };
  return (
    <DropTarget can={can.add} text={t('queue.dropHere', { name: node.name })} onFile={dropped}>
      <QueueHeader node={node} can={can} />
      {node.importDisabled && (
        <MessageStrip design="Critical" hideCloseButton className="queue-disabled">
          <strong>{t('node.disabled')}</strong>
          {node.importDisabledReason && `: ${node.importDisabledReason}`}
        </MessageStrip>
      )}
      <FilterBar filters={filters()} />
      <div className="queue-room" data-log={view.log !== undefined}>
        <QueueTable node={node} pages={pages} values={values} chosen={chosen} choose={setKeys} can={can} />
        {view.log && (
          <Suspense fallback={<aside className="log-panel" />}>
            <LogPanel key={view.log} id={view.log} isCalled={view.log !== atFirst} close={() => set({ log: '' })} />
          </Suspense>
        )}
      </div>
      {view.do === 'import' && <ImportDialog node={node} close={close} />}
      {view.do === 'add' && <AddDialog key={file?.name} node={node} can={can.add} first={file} close={closeAdd} />}
      {view.do === 'descriptors' && (
        <Suspense fallback={null}>
          <DescriptorsDialog node={node} close={close} />
        </Suspense>
      )}
      {view.do === 'disable' && <DisableDialog node={node} close={close} />}
    </DropTarget>
  );
}
