import '@ui5/webcomponents-icons/dist/locked.js';
import { useRouter } from '@tanstack/react-router';
import { Button } from '@ui5/webcomponents-react/Button';
import { Empty } from '~/parts/Empty';
import { Link, useGo } from '~/parts/Link';
import { path, pattern } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';

const PLACES = [
  ['change', 'features'],
  ['integration', 'packages'],
  ['cockpit', 'destinations'],
] as const;

/** The other things that the person's roles open, where this page has a screen for them. */
export function Areas({ areas }: { areas: readonly string[] }) {
  const { subaccount } = usePlace('subaccount');
  const { routesByPath } = useRouter();
  const go = useGo();
  const open = PLACES.filter(([area, place]) => areas.includes(area) && pattern[place] in routesByPath);
  if (open.length === 0) {
    if (areas.includes('transport')) return null;
    return (
      <div className="card">
        <Empty icon="locked" title={t('home.noAreas')} action={<Button onClick={() => go(path.profile())}>{t('home.toProfile')}</Button>}>
          {t('home.noAreasNext')}
        </Empty>
      </div>
    );
  }
  return (
    <section className="section home-areas">
      <h2>{t('home.areas')}</h2>
      <div className="home-area-cards">
        {open.map(([area, place]) => (
          <article key={area} className="card">
            <h3>
              <Link to={path[place]({ subaccount })}>{t(`area.${area}`)}</Link>
            </h3>
            <p>{t(`home.area.${area}`)}</p>
          </article>
        ))}
      </div>
    </section>
  );
}
