import type { ReactNode } from 'react';
import { keptList } from '~/kept';

/** A column of a `QueryTable`. */
export interface Column<T> {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** Numbers and sizes stand at the end. */
  align?: 'Begin' | 'End';
  /** As CSS has it; without it the column is as wide as it needs. */
  width?: string;
  /** What the API calls the order by this column. */
  sort?: string;
  /** Not shown until somebody asks for it. */
  isExtra?: boolean;
}

type Kept = ReturnType<typeof keptList>;
const tables = new Map<string, Kept>();

function keptOf(table: string): Kept {
  let kept = tables.get(table);
  if (!kept) tables.set(table, (kept = keptList(`columns.${table}`)));
  return kept;
}

/** Which columns the person wants to see; what is kept are those that he switched over. */
export function useColumns<T>(table: string, columns: Column<T>[]) {
  const kept = keptOf(table);
  const switched = kept.use();
  const isShown = (column: Column<T>) => switched.includes(column.id) === (column.isExtra ?? false);
  const toggle = (column: Column<T>) => {
    const { id } = column;
    kept.set(switched.includes(id) ? switched.filter((other) => other !== id) : [...switched, id]);
  };
  return { shown: columns.filter(isShown), isShown, toggle };
}
