import '@ui5/webcomponents-icons/dist/action-settings.js';
import '@ui5/webcomponents-icons/dist/chain-link.js';
import '@ui5/webcomponents-icons/dist/inspection.js';
import '@ui5/webcomponents-icons/dist/list.js';
import '@ui5/webcomponents-icons/dist/outbox.js';
import '@ui5/webcomponents-icons/dist/product.js';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Button } from '@ui5/webcomponents-react/Button';
import { Wizard } from '@ui5/webcomponents-react/Wizard';
import { WizardStep } from '@ui5/webcomponents-react/WizardStep';
import { useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { client } from '~/api/client';
import { read } from '~/api/queries';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { filterValues } from '~/parts/filters';
import { useGo } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { ProblemStrip } from '~/parts/ProblemView';
import { useWrite } from '~/parts/useWrite';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { AGENT, agentOf, dependenciesOf, PACKAGES, resourcesNamed, resourcesOf, wholeOf, wished, type Chosen } from './agent';
import { resourceFilters } from './AgentPage';
import { ComponentsStep } from './ExportComponents';
import { DependenciesStep } from './ExportDependencies';
import { DetailsStep, ReviewStep, type Details } from './ExportDetails';
import { ResourcesStep } from './ExportResources';
import './integration.css';
import './agent.css';

/** The export wizard: what is exported, with what it needs, and where to. */
export const exportContent: Screen = {
  load: ({ params: { subaccount = '' }, search, queries }) =>
    Promise.all([
      queries.ensureQueryData(agentOf(subaccount)),
      queries.ensureQueryData(named(subaccount, search.resources)),
      queries.ensureInfiniteQueryData(resourcesOf(subaccount, filterValues(resourceFilters(), search))),
    ]),
  Page: ExportPage,
};

const named = (subaccount: string, keys = '') =>
  read(['package', 'artifact', 'destination'], ['content-resources-named', subaccount, keys], async () => ({
    data: await resourcesNamed(subaccount, keys.split(',').filter(Boolean)),
    response: new Response(),
  }));

const STEPS = ['resources', 'components', 'dependencies', 'details', 'review'] as const;
type Step = (typeof STEPS)[number];
const ICONS: Record<Step, string> = { resources: 'product', components: 'list', dependencies: 'chain-link', details: 'action-settings', review: 'inspection' };

function ExportPage() {
  const { subaccount } = usePlace('subaccount');
  const { resources: keys }: { resources?: string } = useSearch({ strict: false });
  const agent = useSuspenseQuery(agentOf(subaccount)).data;
  const first = useSuspenseQuery(named(subaccount, keys)).data;
  const go = useGo();
  const [step, setStep] = useState(0);
  const [furthest, setFurthest] = useState(0);
  const [chosen, setChosen] = useState<Chosen[]>(() => first.map(wholeOf));
  const [details, setDetails] = useState<Details>({ mode: agent.transport.trouble ? 'download' : 'TransportManagementService', node: '', description: '', propagateOwner: true });
  const packages = chosen.filter(({ resource }) => resource.type === PACKAGES).map(({ resource }) => resource.id);
  const needs = useQuery({ ...dependenciesOf(subaccount, packages), enabled: step >= STEPS.indexOf('dependencies') && packages.length > 0 });
  const body = { ...details, description: details.description.trim(), resources: wished(chosen, needs.data?.dependencies ?? []) };
  const write = useWrite({
    call: () => client.POST(`${AGENT}/exports`, { params: { path: { subaccount } }, body }),
    touches: ['content'],
    then: ({ activityId }) => go(path.exportActivity({ subaccount, activity: activityId }), 'replace'),
    problems: 'here',
  });
  const isReady = chosen.length > 0 && chosen.every(({ resource, components }) => resource.components.length === 0 || components.length > 0);
  const goTo = (next: number) => {
    setStep(next);
    setFurthest(Math.max(furthest, next));
  };
  const content: Record<Step, ReactNode> = {
    resources: <ResourcesStep chosen={chosen} choose={setChosen} />,
    components: <ComponentsStep chosen={chosen} choose={setChosen} />,
    dependencies: <DependenciesStep chosen={chosen} choose={setChosen} needs={needs} isAsked={packages.length > 0} />,
    details: <DetailsStep agent={agent} details={details} change={setDetails} />,
    review: <ReviewStep chosen={chosen} details={details} agent={agent} />,
  };
  const isLast = step === STEPS.length - 1;
  return (
    <>
      <ObjectHeader title={t('agent.exportTitle')} subtitle={t('agent.exportLead')} />
      <div className="export-wizard">
        <Wizard contentLayout="SingleStep" onStepChange={({ detail }) => goTo(STEPS.indexOf(detail.step.getAttribute('data-step') as Step))}>
          {STEPS.map((one, index) => (
            <WizardStep key={one} data-step={one} titleText={t(`agent.step.${one}`)} icon={ICONS[one]} selected={index === step} disabled={index > furthest || (index > step && !isReady)}>
              {index === step && (
                <div className="export-step">
                  <h2>{t(`agent.step.${one}`)}</h2>
                  {content[one]}
                </div>
              )}
            </WizardStep>
          ))}
        </Wizard>
        <ProblemStrip problem={write.problem} />
        <footer className="export-foot">
          {isLast ? (
            <ActionButton design="Emphasized" icon="outbox" can={agent.can.export} isRunning={write.isRunning} onClick={() => write.run(undefined)}>
              {t('agent.export')}
            </ActionButton>
          ) : (
            <Button design="Emphasized" disabled={!isReady} onClick={() => goTo(step + 1)}>
              {t('agent.next')}
            </Button>
          )}
          {step > 0 && <Button onClick={() => goTo(step - 1)}>{t('agent.back')}</Button>}
          <Button design="Transparent" onClick={() => go(path.contentAgent({ subaccount }))}>
            {t('confirm.cancel')}
          </Button>
          {isLast && <CopyAsCurl call={{ method: 'POST', url: `/api/v1/subaccounts/${subaccount}/content-agent/exports`, body }} />}
        </footer>
      </div>
    </>
  );
}
