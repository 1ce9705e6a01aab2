import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import type { Pages } from '~/api/queries';
import { t } from '~/text';
import { useColumns, type Column } from './columns';
import { More } from './More';
import { SortHeader } from './SortHeader';
import { TableBar } from './TableBar';
import { moveBetweenRows, Row } from './TableRow';
import './QueryTable.css';

export type { Column } from './columns';

interface Props<T> {
  /** Under which the person's columns are kept. */
  name: string;
  /** What the table shows, for those who do not see it and above it. */
  label: string;
  /** Made by `readPages`. */
  pages: Pages<T>;
  /** The first one names the row; it is the link where rows lead somewhere. */
  columns: Column<T>[];
  rowKey: (row: T) => string;
  /** What to say where there is nothing: an `Empty`. */
  empty: ReactNode;
  /** Where a row leads. */
  href?: (row: T) => string;
  /** Keys of the chosen rows. */
  selection?: { keys: string[]; choose: (keys: string[], rows: T[]) => void };
  /** What can be done with what is chosen, or with the list; at the end of the bar above. */
  actions?: ReactNode;
  /** What can be done with one row, as `RowButton`s; at its end. */
  rowActions?: (row: T) => ReactNode;
}

/**
 * A list of the API: paged by key and never loaded whole. Where there is no room for columns each row is a card. It is the
 * browser's own table: a component for each of some hundred cells takes half a second to draw.
 */
export function QueryTable<T>(props: Props<T>) {
  const { name, label, pages, columns, rowKey, empty, href, selection, actions, rowActions } = props;
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(pages);
  const { shown, isShown, toggle } = useColumns(name, columns);
  const id = useId();
  const rows = data.pages.flatMap((page) => page.items);
  const chosen = new Set(selection?.keys);

  const choose = (keys: Set<string>) => {
    const known = rows.filter((row) => keys.has(rowKey(row)));
    selection?.choose(known.map(rowKey), known);
  };
  const chooseOne = (key: string) => choose(new Set(chosen.has(key) ? [...chosen].filter((other) => other !== key) : [...chosen, key]));
  const isEvery = rows.length > 0 && rows.every((row) => chosen.has(rowKey(row)));
  const chooseAll = () => choose(isEvery ? new Set() : new Set(rows.map(rowKey)));

  return (
    <section className="query-table" aria-labelledby={id}>
      <TableBar
        id={id}
        label={label}
        count={rows.length}
        isAll={!hasNextPage}
        chosen={chosen.size}
        columns={columns}
        isShown={isShown}
        toggle={toggle}
      >
        {actions}
      </TableBar>
      {rows.length === 0 ? (
        empty
      ) : (
        <div className="table-room">
          <table aria-labelledby={id} onKeyDown={moveBetweenRows}>
            <thead>
              <tr>
                {selection && (
                  <th className="table-choice">
                    <input
                      type="checkbox"
                      aria-label={t('table.selectAll')}
                      checked={isEvery}
                      ref={(box) => void (box && (box.indeterminate = chosen.size > 0 && !isEvery))}
                      onChange={chooseAll}
                    />
                  </th>
                )}
                {shown.map((column) => (
                  <SortHeader key={column.id} column={column} />
                ))}
                {rowActions && (
                  <th>
                    <span className="unseen">{t('table.actions')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row
                  key={rowKey(row)}
                  row={row}
                  columns={shown}
                  href={href?.(row)}
                  isChosen={selection && chosen.has(rowKey(row))}
                  choose={() => chooseOne(rowKey(row))}
                  actions={rowActions?.(row)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage && <More isRunning={isFetchingNextPage} more={() => void fetchNextPage()} />}
    </section>
  );
}
