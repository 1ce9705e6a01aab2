import { useSearch } from '@tanstack/react-router';
import { useHistory } from './Link';

/** A filter of a list; it lives in the address under its name, unless it is at its initial value. */
export interface Filter {
  name: string;
  label: string;
  kind: 'text' | 'one' | 'many' | 'date';
  options?: { value: string; text: string }[];
  /** What holds where the address says nothing; of several the values with commas. */
  initial?: string;
}

export type FilterValues = Record<string, string>;

/** The filters as a query of the API takes them: those that are set. */
export function filterValues(filters: Filter[], search: Record<string, string | undefined>): FilterValues {
  const pairs = filters.map(({ name, initial = '' }) => [name, search[name] ?? initial]);
  return Object.fromEntries(pairs.filter(([, text]) => text !== '')) as FilterValues;
}

/** What the address says after a change; a value is left out where it says nothing new. */
export function changedSearch(search: Record<string, string>, filters: Filter[], change: FilterValues): Record<string, string> {
  const next = { ...search, ...change };
  for (const { name, initial = '' } of filters) if (next[name] === initial) delete next[name];
  return next;
}

export function useFilters(filters: Filter[]) {
  const history = useHistory();
  const search: Record<string, string> = useSearch({ strict: false });
  const write = (next: Record<string, string>) => {
    const query = new URLSearchParams(next).toString();
    history.replace(location.pathname + (query && `?${query}`));
  };
  return {
    values: filterValues(filters, search),
    set: (change: FilterValues) => write(changedSearch(search, filters, change)),
    reset: () => write(changedSearch(search, filters, Object.fromEntries(filters.map(({ name, initial = '' }) => [name, initial])))),
    isChanged: filters.some(({ name }) => search[name] !== undefined),
  };
}
