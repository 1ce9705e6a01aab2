import { useSearch } from '@tanstack/react-router';
import { useHistory } from '~/parts/Link';

/** What the address says of this screen. */
export interface View {
  view?: 'table';
  layout?: 'down';
  /** Only what has this in its name or description. */
  text?: string;
  /** The node that is looked at. */
  node?: string;
  route?: string;
  /** The dialog that is open. */
  do?: 'create-node' | 'edit-node' | 'disable' | 'import' | 'create-route' | 'edit-route';
  /** Where a route that was drawn begins and ends. */
  source?: string;
  target?: string;
}

export function useView() {
  const history = useHistory();
  const view: View = useSearch({ strict: false });
  const set = (change: { [K in keyof View]?: View[K] | '' }) => {
    const next = Object.entries({ ...view, ...change }).filter(([, text]) => text);
    const query = new URLSearchParams(next).toString();
    history.replace(location.pathname + (query && `?${query}`));
  };
  return { view, set, close: () => set({ do: '', route: '', source: '', target: '' }) };
}
