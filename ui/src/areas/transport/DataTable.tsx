import { useId, type ReactNode } from 'react';
import '~/parts/QueryTable.css';

interface Props {
  label: string;
  heads: string[];
  count?: number;
  /** Rows, whose cells say their head in `data-label`. */
  children: ReactNode;
}

/** What comes with an object: looks like a `QueryTable`, but is not read page by page. */
export function DataTable({ label, heads, count, children }: Props) {
  const id = useId();
  return (
    <section className="query-table" aria-labelledby={id}>
      <div className="table-bar">
        <h2 id={id}>{label}</h2>
        {count !== undefined && <span className="table-count">{count}</span>}
      </div>
      <div className="table-room">
        <table aria-labelledby={id}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}
