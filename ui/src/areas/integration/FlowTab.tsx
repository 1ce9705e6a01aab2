import '@ui5/webcomponents-icons/dist/process.js';
import { useQuery } from '@tanstack/react-query';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { lazy, Suspense, useMemo } from 'react';
import { ProblemStrip } from '~/parts/ProblemView';
import { usePlace } from '~/screen';
import { t, type TextKey } from '~/text';
import { modelOf } from './data';
import { drawnIn, outlineOf, type Outline } from './flow';

const Bpmn = lazy(() => import('~/graph/Bpmn'));

/** The flow as it was drawn, and the same in words. */
export function FlowTab() {
  const { subaccount, type, artifact: id } = usePlace('subaccount', 'type', 'artifact');
  const { data: xml, error } = useQuery(modelOf(subaccount, type, id));
  const outline = useMemo(() => (xml === undefined ? undefined : outlineOf(xml)), [xml]);
  if (error) return <ProblemStrip problem={error} />;
  if (xml === undefined) return null;
  return (
    <>
      {drawnIn(xml) ? (
        <Suspense fallback={<div className="bpmn" />}>
          <Bpmn xml={xml} label={t('flow.drawing')} />
        </Suspense>
      ) : (
        <MessageStrip design="Information" hideCloseButton className="flow-strip">
          {t('flow.notDrawn')}
        </MessageStrip>
      )}
      {outline && <Words outline={outline} isOpen={!drawnIn(xml)} />}
    </>
  );
}

const KINDS = ['EndpointSender', 'EndpointRecevier', 'IntegrationProcess'];
const kindText = (kind: string) => (KINDS.includes(kind) ? t(`flow.kind.${kind}` as TextKey) : kind);

function Words({ outline: { participants, channels, processes }, isOpen }: { outline: Outline; isOpen: boolean }) {
  return (
    <details className="card flow-words" open={isOpen}>
      <summary>{t('flow.words')}</summary>
      <div className="flow-parts">
        <section>
          <h3>{t('flow.participants')}</h3>
          <ul>
            {participants.map(({ id, name, kind }) => (
              <li key={id}>
                {name} <small className="soft">{kindText(kind)}</small>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{t('flow.channels')}</h3>
          {channels.length === 0 && <p className="soft">{t('flow.noChannels')}</p>}
          <ul>
            {channels.map(({ id, adapter, address, from, to }) => (
              <li key={id}>
                <strong>{adapter}</strong> {t('flow.fromTo', { from, to })} {address && <code>{address}</code>}
              </li>
            ))}
          </ul>
        </section>
        {processes.map(({ id, name, steps }) => (
          <section key={id}>
            <h3>{t('flow.steps', { name })}</h3>
            <ol>
              {steps.map((step) => (
                <li key={step.id}>
                  {step.name} <small className="soft">{step.kind}</small>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </details>
  );
}
