import { useMatches } from '@tanstack/react-router';
import { fill, pattern, type Place } from '~/path';
import { t, type TextKey } from '~/text';
import { Link } from './Link';

/** What a route says of itself, beside what it shows: the screens above it, the outermost first. */
export interface Handle {
  place: Place;
  title: TextKey;
  above: { place: Place; title: TextKey }[];
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    handle?: Handle;
  }
}

/** The way back up; a screen of the side navigation has nothing above it. */
export function Crumbs() {
  const match = useMatches().findLast((one) => one.staticData.handle);
  const above = match?.staticData.handle?.above ?? [];
  if (!match || above.length === 0) return null;
  const params = match.params as Record<string, string>;
  return (
    <nav className="crumbs" aria-label={t('shell.crumbs')}>
      <ol>
        {above.map(({ place, title }) => (
          <li key={place}>
            <Link to={fill(pattern[place], params)}>{t(title, params)}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
