import { useSearch } from '@tanstack/react-router';
import { useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Empty } from '~/parts/Empty';
import { Link } from '~/parts/Link';
import { ProblemStrip } from '~/parts/ProblemView';
import { sizeText } from '~/parts/Size';
import { languageOf } from '~/parts/tokens';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { resourceOf, resourcesOf, type Resource } from './data';

const CodeView = lazy(() => import('~/parts/CodeView'));
const keyOf = ({ name, type }: Resource) => `${type}/${name}`;

/** Scripts, mappings, schemas and libraries; the one that the address names is shown. */
export function ResourcesTab() {
  const { subaccount, type, artifact } = usePlace('subaccount', 'type', 'artifact');
  const all = useSuspenseInfiniteQuery(resourcesOf(subaccount, type, artifact)).data.pages.flatMap(({ items }) => items);
  const { file }: { file?: string } = useSearch({ strict: false });
  const shown = all.find((one) => keyOf(one) === file) ?? all[0];
  if (!shown) return <Empty title={t('resources.none')}>{t('resources.noneNext')}</Empty>;
  const here = path.artifact({ subaccount, type, artifact });
  return (
    <div className="resources">
      <nav aria-label={t('artifact.resources')}>
        <ul>
          {all.map((one) => (
            <li key={keyOf(one)} aria-current={one === shown ? 'true' : undefined}>
              <Link to={`${here}?${new URLSearchParams({ tab: 'resources', file: keyOf(one) }).toString()}`}>{one.name}</Link>
              <small className="soft">
                {one.type} · {sizeText(one.sizeBytes)}
              </small>
            </li>
          ))}
        </ul>
      </nav>
      <Text key={keyOf(shown)} resource={shown} />
    </div>
  );
}

function Text({ resource }: { resource: Resource }) {
  const { subaccount, type, artifact } = usePlace('subaccount', 'type', 'artifact');
  const { data, error } = useQuery(resourceOf(subaccount, type, artifact, resource));
  if (error) return <ProblemStrip problem={error} />;
  if (!data) return <div className="resource-text" />;
  return (
    <div className="resource-text">
      {data.text == null ? (
        <Empty title={t('resources.noText')}>{t('resources.noTextNext')}</Empty>
      ) : (
        <Suspense fallback={null}>
          <CodeView code={data.text} language={languageOf(resource.name)} label={resource.name} />
        </Suspense>
      )}
    </div>
  );
}
