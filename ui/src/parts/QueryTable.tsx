import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Table } from '@ui5/webcomponents-react/Table';
import { TableCell } from '@ui5/webcomponents-react/TableCell';
import { TableGrowing } from '@ui5/webcomponents-react/TableGrowing';
import { TableHeaderCell } from '@ui5/webcomponents-react/TableHeaderCell';
import { TableHeaderRow } from '@ui5/webcomponents-react/TableHeaderRow';
import { TableRow } from '@ui5/webcomponents-react/TableRow';
import { TableSelectionMulti } from '@ui5/webcomponents-react/TableSelectionMulti';
import type { ReactNode } from 'react';
import type { Pages } from '~/api/queries';
import { t } from '~/text';
import { useColumns, type Column } from './columns';
import { useGo } from './Link';
import { SortHeader } from './SortHeader';
import { TableBar } from './TableBar';
import './QueryTable.css';

export type { Column } from './columns';

interface Props<T> {
  /** Under which the person's columns are kept. */
  name: string;
  /** What the table shows, for those who do not see it and above it. */
  label: string;
  /** Made by `readPages`. */
  pages: Pages<T>;
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
  /** What can be done with one row; at its end. */
  rowActions?: (row: T) => ReactNode;
}

/** A list of the API: paged by key and never loaded whole. On a narrow screen each row is a card. */
export function QueryTable<T>(props: Props<T>) {
  const { name, label, pages, columns, rowKey, empty, href, selection, actions, rowActions } = props;
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(pages);
  const { shown, isShown, toggle } = useColumns(name, columns);
  const go = useGo();
  const rows = data.pages.flatMap((page) => page.items);
  const byKey = new Map(rows.map((row) => [rowKey(row), row]));

  const choose = (keys: string[]) => {
    const known = keys.filter((key) => byKey.has(key));
    selection?.choose(known, known.map((key) => byKey.get(key)!));
  };
  const features = (
    <>
      {selection && (
        <TableSelectionMulti
          selected={selection.keys.join(' ')}
          onChange={(event) => choose(event.target.selected?.split(' ').filter(Boolean) ?? [])}
        />
      )}
      {hasNextPage && <TableGrowing mode="Scroll" text={t('table.next')} onLoadMore={() => void (isFetchingNextPage || fetchNextPage())} />}
    </>
  );
  const header = (
    <TableHeaderRow sticky>
      {shown.map((column) => (
        <TableHeaderCell
          key={column.id}
          width={column.width}
          minWidth={column.minWidth ?? '8rem'}
          importance={column.importance ?? 0}
          horizontalAlign={column.align === 'End' ? 'End' : undefined}
          popinText={column.header}
        >
          <SortHeader column={column} />
        </TableHeaderCell>
      ))}
      {rowActions && (
        <TableHeaderCell width="auto" minWidth="4rem" importance={99} popinText={t('table.actions')}>
          <span className="unseen">{t('table.actions')}</span>
        </TableHeaderCell>
      )}
    </TableHeaderRow>
  );

  return (
    <section className="query-table" aria-label={label}>
      <TableBar label={label} count={rows.length} isAll={!hasNextPage} chosen={selection?.keys.length ?? 0} columns={columns} isShown={isShown} toggle={toggle}>
        {actions}
      </TableBar>
      {rows.length === 0 ? (
        empty
      ) : (
        <Table
          accessibleName={label}
          overflowMode="Popin"
          features={features}
          headerRow={header}
          onRowClick={({ detail }) => {
            const row = byKey.get(detail.row.rowKey ?? '');
            if (row && href) go(href(row));
          }}
        >
          {rows.map((row) => (
            <TableRow key={rowKey(row)} rowKey={rowKey(row)} interactive={href !== undefined}>
              {shown.map((column) => (
                <TableCell key={column.id} horizontalAlign={column.align === 'End' ? 'End' : undefined}>
                  {column.cell(row)}
                </TableCell>
              ))}
              {rowActions && <TableCell horizontalAlign="End">{rowActions(row)}</TableCell>}
            </TableRow>
          ))}
        </Table>
      )}
    </section>
  );
}
