import { useMemo, useState } from 'react';
import { client } from '~/api/client';
import { ActionButton } from '~/parts/ActionButton';
import { useOfferActions } from '~/parts/quick';
import { stateText, StatusBadge } from '~/parts/StatusBadge';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API, type Feature, type StepSeen } from './data';
import { FormDialog } from '~/parts/FormDialog';
import { isForward, ordered, stepText } from './steps';

/** Where the feature can go from here: the next step first; what is refused says why, also whose role it takes. */
export function StatusActions({ feature, edit }: { feature: Feature; edit: () => void }) {
  const [asked, setAsked] = useState<StepSeen>();
  const { statusCode, can } = feature;
  const steps = ordered(statusCode, feature.steps);
  const offers = useMemo(
    () => feature.steps.filter(({ allowed }) => allowed).map((step) => ({ title: `${feature.displayId}: ${labelOf(step, feature)}`, run: () => setAsked(step) })),
    [feature],
  );
  useOfferActions(offers);
  return (
    <>
      {steps.map((step) => {
        const isMain = isForward(statusCode, step) && step.allowed && !can.deploy?.allowed;
        return (
          <ActionButton key={step.statusCode} design={isMain ? 'Emphasized' : 'Default'} can={step} onClick={() => setAsked(step)}>
            {labelOf(step, feature)}
          </ActionButton>
        );
      })}
      <ActionButton can={can.edit} onClick={edit}>
        {t('feature.edit')}
      </ActionButton>
      {asked && <StepDialog feature={feature} step={asked} close={() => setAsked(undefined)} />}
    </>
  );
}

/** Two steps may be called the same; then it is said where they lead. */
function labelOf(step: StepSeen, { steps }: Feature): string {
  const isTwice = steps.filter(({ name }) => name === step.name).length > 1;
  return isTwice ? `${stepText(step.name)}: ${stateText('feature', step.statusCode)}` : stepText(step.name);
}

function StepDialog({ feature, step, close }: { feature: Feature; step: StepSeen; close: () => void }) {
  const { subaccount: tenant } = usePlace('subaccount');
  const body = { statusCode: step.statusCode };
  const write = useWrite({
    call: () => client.POST(`${API}/features/{feature}/status`, { params: { path: { tenant, feature: feature.uuid } }, body }),
    touches: ['feature'],
    says: ({ displayId, statusCode, warnings }) => [t('feature.moved', { id: displayId, status: stateText('feature', statusCode) }), ...warnings].join(' '),
    then: close,
    problems: 'here',
  });
  return (
    <FormDialog
      title={labelOf(step, feature)}
      action={stepText(step.name)}
      call={{ method: 'POST', url: `/api/v1/alm/${tenant}/features/${feature.uuid}/status`, body }}
      isQuestion
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <p className="step-way">
        <StatusBadge kind="feature" state={feature.statusCode} />
        <span aria-hidden="true">→</span>
        <StatusBadge kind="feature" state={step.statusCode} />
      </p>
      <p>
        {feature.displayId} {feature.title}
      </p>
      {step.statusCode === 'CONFIRMED' && <p>{t('feature.confirmNote')}</p>}
      {step.statusCode === 'IN_REALIZATION' && isForward(feature.statusCode, step) && <p>{t('feature.startNote')}</p>}
      {step.statusCode === 'APPROVED_FOR_DEPLOYMENT' && <p>{t('feature.approveNote')}</p>}
    </FormDialog>
  );
}
