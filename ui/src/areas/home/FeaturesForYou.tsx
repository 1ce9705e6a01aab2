import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '~/parts/Link';
import { StatusBadge } from '~/parts/StatusBadge';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { featuresForYou } from './data';

/** Features whose test, approval or deployment is up to the person; where there are none, nothing takes their place. */
export function FeaturesForYou() {
  const { subaccount } = usePlace('subaccount');
  const { items, next } = useSuspenseQuery(featuresForYou(subaccount)).data;
  if (items.length === 0) return null;
  return (
    <section className="card home-features" aria-labelledby="home-features">
      <header>
        <h2 id="home-features">{t('home.features')}</h2>
        <span className="table-count">{next ? `${items.length}+` : items.length}</span>
        <Link to={path.features({ subaccount })}>{t('home.toFeatures')}</Link>
      </header>
      <ul className="home-rows">
        {items.map(({ uuid, displayId, title, projectName, statusCode }) => (
          <li key={uuid}>
            <div className="home-row-what">
              <Link to={path.feature({ subaccount, feature: uuid })}>{title}</Link>
              <small>
                {displayId} · {projectName}
              </small>
            </div>
            <StatusBadge kind="feature" state={statusCode} />
          </li>
        ))}
      </ul>
    </section>
  );
}
