import { lazy, Suspense } from 'react';
import { useSession } from '~/api/session';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { OutLink } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import type { Screen } from '~/screen';
import { t } from '~/text';
import { apiDocument } from './document';
import './about.css';

const Reference = lazy(() => import('./Reference'));

/** Which Ropeway this is, what it leaves out, and what its API offers. */
export const about: Screen = {
  load: ({ queries }) => queries.ensureQueryData(apiDocument()),
  Page: AboutPage,
};

function AboutPage() {
  const { version } = useSession();
  const facts = [
    { label: t('about.version'), value: version },
    { label: t('about.licence'), value: 'Apache-2.0' },
    { label: t('about.address'), value: location.origin },
  ];
  return (
    <>
      <ObjectHeader title={t('about.title')} subtitle={t('about.lead')} facts={facts} />
      <section className="section card about-gaps">
        <h2>{t('about.gaps')}</h2>
        <ul>
          <li>{t('about.gapMessages')}</li>
          <li>{t('about.gapApps')}</li>
          <li>{t('about.gapSchedules')}</li>
          <li>{t('about.gapBilling')}</li>
          <li>{t('about.gapOperations')}</li>
        </ul>
        <p>{t('about.notAffiliated')}</p>
      </section>
      <section className="section">
        <div className="about-head">
          <h2>{t('about.reference')}</h2>
          <OutLink href="/api/v1/openapi.json">openapi.json</OutLink>
          <CopyAsCurl call={{ url: '/api/v1/openapi.json' }} />
        </div>
        <p className="about-lead">{t('about.referenceLead')}</p>
        <Suspense>
          <Reference />
        </Suspense>
      </section>
    </>
  );
}
