import '@ui5/webcomponents-icons/dist/complete.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from '@ui5/webcomponents-react/Button';
import { ProgressIndicator } from '@ui5/webcomponents-react/ProgressIndicator';
import { useSession } from '~/api/session';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Link, useGo } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { StatusBadge } from '~/parts/StatusBadge';
import type { Screen } from '~/screen';
import { t } from '~/text';
import { guideNow, nextOf, partsOf, placeOf, type Part, type Step } from './data';
import './guide.css';

/** What connects the services, step by step, and how far this installation is. */
export const guide: Screen = {
  load: ({ queries }) => queries.ensureQueryData(guideNow),
  Page: GuidePage,
};

function GuidePage() {
  const { data, isFetching, refetch } = useSuspenseQuery(guideNow);
  const again = (
    <>
      <Button onClick={() => void refetch()} disabled={isFetching}>
        {t('guide.lookAgain')}
      </Button>
      <CopyAsCurl call={{ url: '/api/v1/guide' }} />
    </>
  );
  return (
    <>
      <ObjectHeader title={t('guide.title')} subtitle={t('guide.lead')} actions={again} />
      <Progress steps={data.steps} done={data.done} />
      {partsOf(data.steps).map((part) => (
        <Steps key={part.title} part={part} />
      ))}
    </>
  );
}

function Progress({ steps, done }: { steps: Step[]; done: number }) {
  const next = nextOf(steps);
  const session = useSession();
  const go = useGo();
  const place = next && placeOf(next, session);
  return (
    <section className="card guide-progress" aria-label={t('guide.progress')}>
      <ProgressIndicator value={Math.round((done / steps.length) * 100)} valueState={next ? 'Information' : 'Positive'} displayValue={t('guide.done', { done, all: steps.length })} accessibleName={t('guide.progress')} />
      {next ? (
        <div className="guide-next">
          <div>
            <small>{t('guide.next')}</small>
            <strong>
              {next.number} · {next.title}
            </strong>
            <span>{next.fix}</span>
          </div>
          {place && (
            <Button design="Emphasized" onClick={() => go(place)}>
              {t('guide.goThere')}
            </Button>
          )}
        </div>
      ) : (
        <p>{t('guide.allDone')}</p>
      )}
    </section>
  );
}

function Steps({ part: { title, steps, done } }: { part: Part }) {
  return (
    <details className="card guide-part" open>
      <summary>
        <div>
          <h2>{t(title)}</h2>
          <span className="table-count">{t('guide.done', { done, all: steps.length })}</span>
        </div>
        {done === steps.length && <StatusBadge kind="step" state="done" />}
      </summary>
      <ol className="guide-steps">
        {steps.map((step) => (
          <Line key={step.number} step={step} />
        ))}
      </ol>
    </details>
  );
}

function Line({ step }: { step: Step }) {
  const place = placeOf(step, useSession());
  const { number, title, actor, status, saw, fix } = step;
  return (
    <li id={`step-${number}`}>
      <span className="guide-number">{number}</span>
      <div className="guide-what">
        {place ? <Link to={place}>{title}</Link> : <strong>{title}</strong>}
        <small>{actor}</small>
      </div>
      <div className="guide-saw">
        <span>{saw}</span>
        {fix && <span className="guide-fix">{fix}</span>}
      </div>
      <StatusBadge kind="step" state={status} />
    </li>
  );
}
