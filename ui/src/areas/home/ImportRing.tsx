import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { SegmentedButton } from '@ui5/webcomponents-react/SegmentedButton';
import { SegmentedButtonItem } from '@ui5/webcomponents-react/SegmentedButtonItem';
import { Link, useGo } from '~/parts/Link';
import { lookOf } from '~/parts/status';
import { StatusBadge } from '~/parts/StatusBadge';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { number, t } from '~/text';
import { beginOf, importsOf, periodOf, PERIODS } from './data';
import { arcsOf, type Arc } from './ring';

/** How imports ended in a period: a ring, and the same as a table that leads to the actions. */
export function ImportRing() {
  const { subaccount } = usePlace('subaccount');
  const search: Record<string, string> = useSearch({ strict: false });
  const period = periodOf(search.period);
  const go = useGo();
  const { data } = useQuery({ ...importsOf(subaccount, period), placeholderData: keepPreviousData });
  const arcs = arcsOf(data?.counts ?? {});
  const total = arcs.reduce((sum, { count }) => sum + count, 0);
  const actionsOf = (status: string) => `${path.actions({ subaccount })}?${new URLSearchParams({ type: 'I', status, since: beginOf(period) }).toString()}`;
  return (
    <section className="card home-imports" aria-labelledby="home-imports">
      <header>
        <h2 id="home-imports">{t('home.imports')}</h2>
        <SegmentedButton
          accessibleName={t('home.period')}
          onSelectionChange={({ detail }) => go(`${path.home({ subaccount })}?${new URLSearchParams({ ...search, period: detail.selectedItems[0]?.dataset.word ?? '' }).toString()}`, 'replace')}
        >
          {PERIODS.map((one) => (
            <SegmentedButtonItem key={one} data-word={one} selected={one === period}>
              {t(`home.period.${one}`)}
            </SegmentedButtonItem>
          ))}
        </SegmentedButton>
      </header>
      <div className="home-ring">
        <Ring arcs={arcs} total={total} />
        {total === 0 ? (
          <p>{t('home.noImports')}</p>
        ) : (
          <table>
            <thead className="unseen">
              <tr>
                <th>{t('home.status')}</th>
                <th>{t('home.count')}</th>
                <th>{t('home.share')}</th>
              </tr>
            </thead>
            <tbody>
              {arcs.map(({ status, count, share }) => (
                <tr key={status}>
                  <td>
                    <Link to={actionsOf(status)}>
                      <StatusBadge kind="transport" state={status} />
                    </Link>
                  </td>
                  <td className="number">{number(count)}</td>
                  <td className="number">{number(share / 100, { style: 'percent' })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}

/** Of a circumference of 100, so that a part is as long as its share. */
const RADIUS = 100 / (2 * Math.PI);
const GAP = 0.6;

function Ring({ arcs, total }: { arcs: Arc[]; total: number }) {
  return (
    <div className="ring" aria-hidden="true">
      <svg viewBox="0 0 40 40">
        <circle className="ring-track" cx="20" cy="20" r={RADIUS} />
        {arcs.map(({ status, share, offset }) => {
          const length = arcs.length > 1 ? Math.max(share - GAP, 0.4) : 100;
          return <circle key={status} data-tone={lookOf('transport', status)[0]} data-status={status} cx="20" cy="20" r={RADIUS} strokeDasharray={`${length} ${100 - length}`} strokeDashoffset={25 - offset} />;
        })}
      </svg>
      <div className="ring-total">
        <strong>{number(total)}</strong>
        <span>{t('home.importCount', { count: total })}</span>
      </div>
    </div>
  );
}
