import '@ui5/webcomponents-icons/dist/org-chart.js';
import { pathData as bin } from '@ui5/webcomponents-icons/dist/v5/delete.js';
import { pathData as edit } from '@ui5/webcomponents-icons/dist/v5/edit.js';
import { Empty } from '~/parts/Empty';
import { Link } from '~/parts/Link';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { RowButton } from '~/parts/RowButton';
import { Badge, StatusBadge } from '~/parts/StatusBadge';
import { lookOf } from '~/parts/status';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { number, t } from '~/text';
import { canImport, contentText, countsOf, forwardText, useLandscape, useLists, type Node, type Route } from './data';
import { useDeleteNode, useDeleteRoute } from './delete';
import { useView } from './view';

const nodeColumns = (): Column<Node>[] => [
  { id: 'name', header: t('node.name'), cell: ({ name, description }) => <Named name={name} description={description} /> },
  { id: 'queue', header: t('node.queue'), cell: (node) => <Counts node={node} /> },
  { id: 'state', header: t('node.state'), cell: (node) => <State node={node} /> },
  { id: 'destination', header: t('node.destination'), cell: ({ destination }) => destination ?? '–' },
  { id: 'content', header: t('node.contentType'), cell: ({ contentType }) => (contentType ? contentText(contentType) : '–'), isExtra: true },
  { id: 'forward', header: t('node.forwardMode'), cell: ({ forwardMode }) => forwardText(forwardMode) },
  { id: 'tags', header: t('node.tags'), cell: ({ tags }) => tags.join(', ') || '–', isExtra: true },
];

/** The same as the graph, for those who read rather than look. */
export function LandscapeTables() {
  const { subaccount } = usePlace('subaccount');
  const { view, set } = useView();
  const lists = useLists(view.text ?? '');
  const remove = useDeleteNode();
  return (
    <>
      <QueryTable
        name="nodes"
        label={t('node.all')}
        pages={lists.nodes}
        columns={nodeColumns()}
        rowKey={({ id }) => String(id)}
        href={({ id }) => path.queue({ subaccount, node: id })}
        empty={<Empty icon="org-chart" title={t('landscape.nothingFound')} />}
        rowActions={(node) => (
          <span className="row-actions">
            <RowButton text={t('node.importAll')} can={canImport(node)} onClick={() => set({ node: String(node.id), do: 'import' })} />
            <RowButton icon={edit} can={node.can.edit} text={t('form.editOne', { name: node.name })} onClick={() => set({ node: String(node.id), do: 'edit-node' })} />
            <RowButton icon={bin} can={node.can.edit} text={t('form.deleteOne', { name: node.name })} onClick={() => remove(node)} />
          </span>
        )}
      />
      <RouteTable />
    </>
  );
}

function RouteTable() {
  const { nodes, can } = useLandscape();
  const { subaccount } = usePlace('subaccount');
  const { view, set } = useView();
  const { routes } = useLists(view.text ?? '');
  const remove = useDeleteRoute();
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const link = (id: number) => <Link to={path.queue({ subaccount, node: id })}>{names.get(id) ?? String(id)}</Link>;
  const columns: Column<Route>[] = [
    { id: 'name', header: t('route.name'), cell: ({ name, description }) => <Named name={name} description={description} /> },
    { id: 'source', header: t('route.source'), cell: ({ source }) => link(source) },
    { id: 'target', header: t('route.target'), cell: ({ target }) => link(target) },
  ];
  return (
    <QueryTable
      name="routes"
      label={t('route.all')}
      pages={routes}
      columns={columns}
      rowKey={({ id }) => String(id)}
      empty={<Empty icon="org-chart" title={t('route.none')}>{t('route.noneNext')}</Empty>}
      rowActions={(route) => (
        <span className="row-actions">
          <RowButton icon={edit} can={can.create} text={t('form.editOne', { name: route.name })} onClick={() => set({ route: String(route.id), do: 'edit-route' })} />
          <RowButton icon={bin} can={can.create} text={t('form.deleteOne', { name: route.name })} onClick={() => remove(route)} />
        </span>
      )}
    />
  );
}

function Named({ name, description }: { name: string; description: string }) {
  return (
    <span className="named">
      <strong>{name}</strong>
      {description && <small>{description}</small>}
    </span>
  );
}

function Counts({ node }: { node: Node }) {
  const counts = countsOf(node);
  if (counts.length === 0) return <>{t('node.noRequests')}</>;
  return (
    <span className="counts">
      {counts.map(([status, count]) => (
        <span key={status} className="counts-one">
          <b className="number">{number(count)}</b> <StatusBadge kind="transport" state={status} />
        </span>
      ))}
    </span>
  );
}

function State({ node }: { node: Node }) {
  if (node.importDisabled) {
    return (
      <span tabIndex={0} data-tip={node.importDisabledReason}>
        <Badge tone="critical" icon={lookOf('transport', 'warning')[1]} text={t('node.disabled')} />
      </span>
    );
  }
  return <>{t(node.isVirtual ? 'node.virtual' : 'node.active')}</>;
}
