import { useId, type ReactNode } from 'react';
import './QueryTable.css';
import './SmallTable.css';
import { t } from '~/text';

interface Props {
  label: string;
  count: number;
  heads: string[];
  /** Whether rows begin with a box to choose them. */
  hasChoice?: boolean;
  /** Whether rows end with what can be done with each. */
  hasRowActions?: boolean;
  actions?: ReactNode;
  /** Rows of the table in bodies, or an `Empty` where there are none. */
  children: ReactNode;
}

/** What belongs to one object and comes with it: looks like a `QueryTable`, but is not read page by page. */
export function SmallTable({ label, count, heads, hasChoice = false, hasRowActions = false, actions, children }: Props) {
  const id = useId();
  return (
    <section className="query-table small-table" aria-labelledby={id}>
      <div className="table-bar">
        <h2 id={id}>{label}</h2>
        <span className="table-count">{count}</span>
        <div className="table-actions">{actions}</div>
      </div>
      {count === 0 ? (
        children
      ) : (
        <div className="table-room">
          <table aria-labelledby={id}>
            <thead>
              <tr>
                {hasChoice && (
                  <th className="table-choice">
                    <span className="unseen">{t('table.select')}</span>
                  </th>
                )}
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
                {hasRowActions && (
                  <th>
                    <span className="unseen">{t('table.actions')}</span>
                  </th>
                )}
              </tr>
            </thead>
            {children}
          </table>
        </div>
      )}
    </section>
  );
}
