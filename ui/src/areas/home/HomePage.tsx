import { useSubaccount } from '~/api/session';
import { session } from '~/api/session';
import { landscapeOf } from '~/api/landscape';
import { filterValues } from '~/parts/filters';
import { ObjectHeader } from '~/parts/ObjectHeader';
import type { Screen } from '~/screen';
import { t } from '~/text';
import { Areas } from './Areas';
import { featuresForYou, importsOf, lastImportsOf, periodOf, storageOf } from './data';
import { ImportRing } from './ImportRing';
import { LastImports } from './LastImports';
import { Matrix, matrixFilters } from './Matrix';
import { FeaturesForYou } from './FeaturesForYou';
import { matrixOf } from './matrix';
import { StorageCard } from './StorageCard';
import { WaitsForYou } from './WaitsForYou';
import './home.css';

/** What waits for the person, what is going on, and then everything else. */
export const home: Screen = {
  load: async ({ params: { subaccount = '' }, search, queries }) => {
    const { subaccounts } = await queries.ensureQueryData(session);
    const here = subaccounts.find((one) => one.subdomain === subaccount || one.id === subaccount);
    const areas = here?.areas ?? [];
    const features = areas.includes('change') ? [queries.ensureQueryData(featuresForYou(subaccount))] : [];
    if (!areas.includes('transport')) return void (await Promise.all(features));
    await Promise.all([
      ...features,
      queries.ensureQueryData(landscapeOf(subaccount)),
      queries.ensureQueryData(importsOf(subaccount, periodOf(search.period))),
      queries.ensureQueryData(storageOf(subaccount)),
      queries.ensureQueryData(lastImportsOf(subaccount)),
      queries.ensureInfiniteQueryData(matrixOf(subaccount, filterValues(matrixFilters(), search).package)),
    ]);
  },
  Page: HomePage,
};

function HomePage() {
  const areas = useSubaccount()?.areas ?? [];
  return (
    <>
      <ObjectHeader title={t('home.title')} subtitle={t('home.lead')} />
      <div className="home">
        {areas.includes('change') && <FeaturesForYou />}
        {areas.includes('transport') && (
          <>
            <WaitsForYou />
            <ImportRing />
            <LastImports />
            <StorageCard />
            <Matrix />
          </>
        )}
      </div>
      <Areas areas={areas} />
    </>
  );
}
