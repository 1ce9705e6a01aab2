import { useId, type ReactNode } from 'react';
import '~/parts/QueryTable.css';
import { t } from '~/text';

interface Props {
  label: string;
  count: number;
  heads: string[];
  actions?: ReactNode;
  /** Rows of the table, or an `Empty` where there are none. */
  children: ReactNode;
}

/** What belongs to one object and comes with it: looks like a `QueryTable`, but is not read page by page. */
export function SmallTable({ label, count, heads, actions, children }: Props) {
  const id = useId();
  return (
    <section className="query-table" aria-labelledby={id}>
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
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
                <th>
                  <span className="unseen">{t('table.actions')}</span>
                </th>
              </tr>
            </thead>
            {children}
          </table>
        </div>
      )}
    </section>
  );
}
