import '@ui5/webcomponents-icons/dist/complete.js';
import '@ui5/webcomponents-icons/dist/connected.js';
import '@ui5/webcomponents-icons/dist/org-chart.js';
import { useSearch } from '@tanstack/react-router';
import { Button } from '@ui5/webcomponents-react/Button';
import { Wizard } from '@ui5/webcomponents-react/Wizard';
import { WizardStep } from '@ui5/webcomponents-react/WizardStep';
import { useState } from 'react';
import { client } from '~/api/client';
import { landscapeOf } from '~/api/landscape';
import { ActionButton } from '~/parts/ActionButton';
import { useGo, useHistory } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { useWrite } from '~/parts/useWrite';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { useLandscape } from './data';
import { landscapeFrom, nameProblem, takenRoutes, usual, type NodeDraft } from './wizard';
import { WizardNodes } from './WizardNodes';
import { WizardReview } from './WizardReview';
import { WizardTarget } from './WizardTarget';
import './landscape.css';
import './wizard.css';

/** From nothing to a landscape: nodes, their destinations, and the routes between them. */
export const landscapeWizard: Screen = {
  load: ({ params, queries }) => queries.ensureQueryData(landscapeOf(params.subaccount ?? '')),
  Page: WizardPage,
};

const STEPS = ['nodes', 'destinations', 'review'] as const;
type Step = (typeof STEPS)[number];

function WizardPage() {
  const { subaccount } = usePlace('subaccount');
  const there = useLandscape();
  const [nodes, setNodes] = useState<NodeDraft[]>(() => usual(there));
  const [asked, setStep] = useStep();
  const go = useGo();
  const body = landscapeFrom(nodes);
  const write = useWrite({
    call: () => client.POST('/api/v1/subaccounts/{subaccount}/landscape', { params: { path: { subaccount } }, body }),
    touches: ['node', 'route'],
    says: () => t('wizard.made', { nodes: nodes.length, routes: nodes.length - 1 }),
    then: () => go(path.landscape({ subaccount })),
    problems: 'here',
  });
  const put = (key: number, change: Partial<NodeDraft>) => setNodes((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const named = nodes.every((node) => nameProblem(node, nodes, there) === undefined);
  // What comes later is about nodes that have their names.
  const step = named ? asked : 'nodes';
  const may = there.can.create;
  const create = !named ? { allowed: false, reason: t('wizard.namesFirst') } : takenRoutes(nodes, there).length > 0 ? { allowed: false, reason: t('wizard.routeTaken') } : may;
  const at = STEPS.indexOf(step);
  const isOpen = (index: number) => index === 0 || named;
  return (
    <>
      <ObjectHeader title={t('wizard.title')} subtitle={t(there.nodes.length > 0 ? 'wizard.leadMore' : 'wizard.lead', { nodes: there.nodes.length })} />
      {may && !may.allowed && <p className="wizard-refused">{may.reason}</p>}
      <Wizard className="wizard" contentLayout="SingleStep" onStepChange={({ detail }) => setStep((detail.step.dataset.step as Step | undefined) ?? 'nodes')}>
        <WizardStep data-step="nodes" icon="org-chart" titleText={t('wizard.nodes')} selected={step === 'nodes'}>
          <WizardNodes nodes={nodes} there={there} setNodes={setNodes} put={put} />
        </WizardStep>
        <WizardStep data-step="destinations" icon="connected" titleText={t('wizard.destinations')} selected={step === 'destinations'} disabled={!isOpen(1)}>
          {step === 'destinations' && nodes.slice(1).map((node) => <WizardTarget key={node.key} node={node} choose={(destination) => put(node.key, { destination })} />)}
        </WizardStep>
        <WizardStep data-step="review" icon="complete" titleText={t('wizard.review')} selected={step === 'review'} disabled={!isOpen(2)}>
          <WizardReview nodes={nodes} problem={write.problem} isRunning={write.isRunning} />
        </WizardStep>
      </Wizard>
      <footer className="wizard-foot">
        {at > 0 && <Button onClick={() => setStep(STEPS[at - 1]!)}>{t('wizard.back')}</Button>}
        {step === 'review' ? (
          <ActionButton design="Emphasized" can={create} isRunning={write.isRunning} onClick={() => write.run(undefined)}>
            {t('wizard.create')}
          </ActionButton>
        ) : (
          <ActionButton design="Emphasized" can={named ? undefined : { allowed: false, reason: t('wizard.namesFirst') }} onClick={() => setStep(STEPS[at + 1]!)}>
            {t('wizard.next')}
          </ActionButton>
        )}
        <Button design="Transparent" onClick={() => go(path.landscape({ subaccount }))}>
          {t('confirm.cancel')}
        </Button>
      </footer>
    </>
  );
}

/** Which step is shown; the address keeps it. */
function useStep(): [Step, (step: Step) => void] {
  const search: { step?: string } = useSearch({ strict: false });
  const history = useHistory();
  const step = STEPS.find((one) => one === search.step) ?? 'nodes';
  return [step, (next) => history.replace(`${location.pathname}?step=${next}`)];
}
