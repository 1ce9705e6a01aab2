import { useSearch } from '@tanstack/react-router';
import { pathData as down } from '@ui5/webcomponents-icons/dist/v5/sort-descending.js';
import { pathData as up } from '@ui5/webcomponents-icons/dist/v5/sort-ascending.js';
import { t } from '~/text';
import type { Column } from './columns';
import { useHistory } from './Link';
import { Glyph } from './StatusBadge';

/** The order of a list, as the address has it: `sort=name`, or `sort=-name` from the end. */
export function useSort(): string | undefined {
  const { sort }: { sort?: string } = useSearch({ strict: false });
  return sort;
}

/** The head of a column; where the API can sort by it, a button that does. */
export function SortHeader<T>({ column }: { column: Column<T> }) {
  const history = useHistory();
  const sort = useSort();
  const place = { scope: 'col', style: { inlineSize: column.width }, 'data-align': column.align } as const;
  if (!column.sort) return <th {...place}>{column.header}</th>;
  const isUp = sort === column.sort;
  const isDown = sort === `-${column.sort}`;
  const next = isUp ? `-${column.sort}` : column.sort;
  const press = () => {
    const query = new URLSearchParams(location.search);
    query.set('sort', next);
    history.replace(`${location.pathname}?${query}`);
  };
  return (
    <th {...place} aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}>
      <button type="button" className="sort" onClick={press} data-tip={t(isUp ? 'table.sortDown' : 'table.sortUp')}>
        {column.header}
        {isUp && <Glyph icon={up} />}
        {isDown && <Glyph icon={down} />}
      </button>
    </th>
  );
}
