import { useSearch } from '@tanstack/react-router';
import { useHistory } from '~/parts/Link';

/** What the address of a queue says, beside its filters. */
interface View {
  /** The action whose log is shown beside the table. */
  log?: string;
  /** The dialog that is open. */
  do?: 'add' | 'import' | 'disable' | 'descriptors';
}

export function useQueueView() {
  const history = useHistory();
  const view: View = useSearch({ strict: false });
  const set = (change: { [K in keyof View]?: View[K] | '' }) => {
    const query = new URLSearchParams(location.search);
    for (const [name, text] of Object.entries(change)) {
      if (text) query.set(name, text);
      else query.delete(name);
    }
    const rest = query.toString();
    history.replace(location.pathname + (rest && `?${rest}`));
  };
  return { view, set, close: () => set({ do: '' }) };
}
