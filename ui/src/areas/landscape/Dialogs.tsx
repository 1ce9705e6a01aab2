import { useLandscape } from './data';
import { ImportDialog } from './ImportDialog';
import { DisableDialog } from '~/parts/DisableImports';
import { NodeDialog } from './NodeDialog';
import { RouteDialog } from './RouteDialog';
import { useView } from './view';

/** The dialog that the address names; of a node or route that is not there, none. */
export function Dialogs() {
  const { nodes, routes } = useLandscape();
  const { view, close } = useView();
  const node = nodes.find(({ id }) => String(id) === view.node);
  const route = routes.find(({ id }) => String(id) === view.route);
  switch (view.do) {
    case 'create-node':
      return <NodeDialog close={close} />;
    case 'create-route':
      return <RouteDialog source={view.source} target={view.target} close={close} />;
    case 'edit-route':
      return route ? <RouteDialog key={route.id} route={route} close={close} /> : null;
    case 'edit-node':
      return node ? <NodeDialog key={node.id} node={node} close={close} /> : null;
    case 'disable':
      return node ? <DisableDialog node={node} close={close} /> : null;
    case 'import':
      return node ? <ImportDialog node={node} close={close} /> : null;
    default:
      return null;
  }
}
