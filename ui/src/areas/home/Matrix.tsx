import '@ui5/webcomponents-icons/dist/grid.js';
import { keepPreviousData, useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { pathData as ahead } from '@ui5/webcomponents-icons/dist/v5/trend-up.js';
import { pathData as behind } from '@ui5/webcomponents-icons/dist/v5/trend-down.js';
import { useEffect, useRef } from 'react';
import { landscapeOf, type Node } from '~/api/landscape';
import { Empty } from '~/parts/Empty';
import { useFilters, type Filter } from '~/parts/filters';
import { Link } from '~/parts/Link';
import { More } from '~/parts/More';
import { lookOf, type Tone } from '~/parts/status';
import { Badge } from '~/parts/StatusBadge';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t, type TextKey } from '~/text';
import { inFlow, matrixOf, pendingOf, shortVersion, type MatrixCell, type MatrixRow } from './matrix';

export const matrixFilters = (): Filter[] => [{ name: 'package', label: t('matrix.search'), kind: 'text' }];

/** Which version of what is in which node, how that stands to the node in front, and what waits or has failed. */
export function Matrix() {
  const { subaccount } = usePlace('subaccount');
  const { nodes, routes } = useSuspenseQuery(landscapeOf(subaccount)).data;
  const { values } = useFilters(matrixFilters());
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({ ...matrixOf(subaccount, values.package), placeholderData: keepPreviousData });
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = inFlow(nodes, routes);
  if (nodes.length === 0) return null;
  return (
    <section className="card home-matrix" aria-labelledby="home-matrix">
      <header>
        <h2 id="home-matrix">{t('matrix.title')}</h2>
        <Search text={values.package ?? ''} />
      </header>
      {rows.length === 0 ? (
        <Empty icon="grid" title={t(values.package ? 'matrix.noneFits' : 'matrix.none')}>
          {t(values.package ? 'matrix.noneFitsNext' : 'matrix.noneNext')}
        </Empty>
      ) : (
        <div className="matrix-room" tabIndex={0} role="region" aria-labelledby="home-matrix">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('matrix.package')}</th>
                {columns.map(({ id, name }) => (
                  <th key={id} scope="col">
                    <Link to={path.queue({ subaccount, node: id })}>{name}</Link>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Line key={row.mta} row={row} columns={columns} subaccount={subaccount} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage && <More isRunning={isFetchingNextPage} more={() => void fetchNextPage()} />}
    </section>
  );
}

/** While somebody types, the list waits for the end of the word. A field of UI5 would weigh more than the rest of the screen. */
function Search({ text }: { text: string }) {
  const { set } = useFilters(matrixFilters());
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = (typed: string) => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => set({ package: typed }), 300);
  };
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = text;
  }, [text]);
  return <input ref={field} type="search" className="matrix-search" placeholder={t('matrix.search')} aria-label={t('matrix.search')} defaultValue={text} onInput={(event) => ask(event.currentTarget.value)} />;
}

function Line({ row: { mta, cells }, columns, subaccount }: { row: MatrixRow; columns: Node[]; subaccount: string }) {
  const known = new Map(cells.map((cell) => [cell.node, cell]));
  return (
    <tr>
      <th scope="row">{mta}</th>
      {columns.map(({ id }) => (
        <td key={id}>
          <Cell cell={known.get(id)} subaccount={subaccount} />
        </td>
      ))}
    </tr>
  );
}

const LOOKS: Record<string, readonly [Tone, icon: string]> = {
  current: lookOf('transport', 'succeeded'),
  behind: ['critical', behind],
  ahead: ['information', ahead],
};

function Cell({ cell, subaccount }: { cell: MatrixCell | undefined; subaccount: string }) {
  if (!cell) {
    return (
      <span className="soft" aria-label={t('matrix.absent')}>
        –
      </span>
    );
  }
  const { node, version, request, standing } = cell;
  const [tone, icon] = LOOKS[standing] ?? lookOf('transport', 'unknown');
  return (
    <span className="matrix-cell">
      {version && (
        <>
          <span data-tip={version}>{request == null ? shortVersion(version) : <Link to={path.request({ subaccount, request })}>{shortVersion(version)}</Link>}</span>
          <Badge tone={tone} icon={icon} text={t(`matrix.${standing}` as TextKey)} />
        </>
      )}
      {pendingOf(cell).map(({ kind, statuses, count }) => (
        <Link key={kind} to={`${path.queue({ subaccount, node })}?status=${statuses.join(',')}`}>
          <Pending kind={kind} count={count} />
        </Link>
      ))}
    </span>
  );
}

function Pending({ kind, count }: { kind: 'failed' | 'running' | 'waiting'; count: number }) {
  const state = { failed: 'fatal', running: 'running', waiting: 'initial' }[kind];
  const [tone, icon] = lookOf('transport', state);
  return <Badge tone={tone} icon={icon} text={t(`home.${kind}`, { count })} />;
}
