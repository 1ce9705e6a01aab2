import '@ui5/webcomponents-icons/dist/download-from-cloud.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Empty } from '~/parts/Empty';
import { Link } from '~/parts/Link';
import { StatusBadge } from '~/parts/StatusBadge';
import { duration, Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { lastImportsOf, type Action } from './data';

const lasted = ({ startedAt, endedAt }: Action) => (endedAt ? duration(Date.parse(endedAt) - Date.parse(startedAt)) : '–');

/** The newest imports, with how long they took. */
export function LastImports() {
  const { subaccount } = usePlace('subaccount');
  const { items } = useSuspenseQuery(lastImportsOf(subaccount)).data;
  return (
    <section className="card home-last" aria-labelledby="home-last">
      <header>
        <h2 id="home-last">{t('home.lastImports')}</h2>
        <Link to={`${path.actions({ subaccount })}?type=I`}>{t('home.allActions')}</Link>
      </header>
      {items.length === 0 ? (
        <Empty icon="download-from-cloud" title={t('home.noImportsYet')}>
          {t('home.noImportsYetNext')}
        </Empty>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{t('home.node')}</th>
              <th>{t('home.status')}</th>
              <th>{t('home.started')}</th>
              <th className="end">{t('home.duration')}</th>
              <th className="wide">{t('home.by')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <tr key={row.id}>
                <td>
                  <Link to={path.action({ subaccount, action: row.id })}>{row.nodeName}</Link>
                </td>
                <td>
                  <StatusBadge kind="transport" state={row.status} />
                </td>
                <td>
                  <Time at={row.startedAt} />
                </td>
                <td className="end number">{lasted(row)}</td>
                <td className="wide">{row.namedUser ?? row.triggeredBy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
