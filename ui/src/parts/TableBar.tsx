import '@ui5/webcomponents-icons/dist/action-settings.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { Popover } from '@ui5/webcomponents-react/Popover';
import { useId, useState, type ReactNode } from 'react';
import { t } from '~/text';
import type { Column } from './columns';

interface Props<T> {
  id: string;
  label: string;
  count: number;
  isAll: boolean;
  chosen: number;
  columns: Column<T>[];
  isShown: (column: Column<T>) => boolean;
  toggle: (column: Column<T>) => void;
  children?: ReactNode;
}

/** Above a table: its name, how much is shown or chosen, what can be done, and which columns there are. */
export function TableBar<T>({ id, label, count, isAll, chosen, columns, isShown, toggle, children }: Props<T>) {
  const opener = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="table-bar">
      <h2 id={id}>{label}</h2>
      <span className="table-count" aria-live="polite">
        {chosen > 0 ? t('table.selected', { count: chosen }) : isAll ? count : t('table.more', { count })}
      </span>
      <div className="table-actions">
        {children}
        <Button
          id={opener}
          design="Transparent"
          icon="action-settings"
          tooltip={t('table.columns')}
          accessibleName={t('table.columns')}
          onClick={() => setOpen(true)}
        />
      </div>
      {isOpen && (
        <Popover open opener={opener} headerText={t('table.columns')} placement="Bottom" onClose={() => setOpen(false)}>
          <div className="table-columns">
            {columns.map((column) => (
              <CheckBox key={column.id} text={column.header} checked={isShown(column)} onChange={() => toggle(column)} />
            ))}
          </div>
        </Popover>
      )}
    </div>
  );
}
