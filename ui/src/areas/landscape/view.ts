import { useSearch } from '@tanstack/react-router';
import type { Direction } from '~/graph';
import { useHistory } from '~/parts/Link';

/** What the address says of this screen. */
export interface View {
  view?: 'table';
  layout?: Direction;
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
  // A phone has more room downwards.
  const usual: Direction = matchMedia('(max-width: 599px)').matches ? 'down' : 'right';
  return { view, direction: view.layout ?? usual, set, close: () => set({ do: '', route: '', source: '', target: '' }) };
}
