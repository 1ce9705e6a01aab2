import { useId, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { t } from '~/text';
import type { Column } from './columns';
import { Link, useGo } from './Link';

interface Props<T> {
  row: T;
  columns: Column<T>[];
  href?: string;
  /** Undefined where rows cannot be chosen. */
  isChosen?: boolean;
  choose: () => void;
  actions?: ReactNode;
}

const OWN = 'a, button, input, label, [role=button], [role=note]';

/** One line of a `QueryTable`. */
export function Row<T>({ row, columns, href, isChosen, choose, actions }: Props<T>) {
  const go = useGo();
  const id = useId();
  const press = ({ target }: MouseEvent) => {
    const isOwn = target instanceof Element && (target.closest(OWN) ?? target.closest('td *')?.tagName.includes('-'));
    if (href && !isOwn && !getSelection()?.toString()) go(href);
  };
  return (
    <tr data-chosen={isChosen} data-leads={href !== undefined} onClick={press}>
      {isChosen !== undefined && (
        <td className="table-choice">
          <input type="checkbox" aria-label={t('table.select')} aria-describedby={id} checked={isChosen} onChange={choose} />
        </td>
      )}
      {columns.map((column, index) => (
        <td key={column.id} id={index === 0 ? id : undefined} data-label={column.header} data-align={column.align}>
          {index === 0 && href ? <Link to={href}>{column.cell(row)}</Link> : column.cell(row)}
        </td>
      ))}
      {actions !== undefined && <td className="table-row-actions">{actions}</td>}
    </tr>
  );
}

/** Up and down go to the same thing in the row above or below. */
export function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const from = event.target instanceof HTMLElement ? event.target.closest('tr') : null;
  if (!step || !from) return;
  const inside = (row: Element) => [...row.querySelectorAll<HTMLElement>('a, button, input, [tabindex="0"]')];
  const at = inside(from).indexOf(event.target as HTMLElement);
  const all = [...event.currentTarget.rows];
  const to = all[all.indexOf(from) + step];
  const next = to && inside(to)[at];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
