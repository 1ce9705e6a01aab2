import type { UseQueryResult } from '@tanstack/react-query';
import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { useMutation } from '@tanstack/react-query';
import type { Problem } from '~/api/problem';
import { ProblemStrip } from '~/parts/ProblemView';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { keyOf, PACKAGES, resourcesNamed, wholeOf, type Dependencies } from './agent';
import { typeText } from './data';
import type { StepProps } from './ExportResources';

interface Props extends StepProps {
  needs: UseQueryResult<Dependencies, Problem>;
  /** Whether there is a package that could need something. */
  isAsked: boolean;
}

/** What the packages need of others, which may travel along. */
export function DependenciesStep({ needs, isAsked, ...props }: Props) {
  if (!isAsked) return <p>{t('agent.noPackages')}</p>;
  if (needs.error) return <ProblemStrip problem={needs.error} />;
  if (!needs.data) return <BusyIndicator active text={t('agent.looking')} />;
  const { dependencies, unread } = needs.data;
  return (
    <>
      <p>{t(dependencies.length > 0 ? 'agent.dependenciesWhat' : 'agent.noDependencies')}</p>
      {unread.map(({ package: id, reason }) => (
        <MessageStrip key={id} design="Critical" hideCloseButton className="problem-strip">
          {t('agent.unread', { id, reason })}
        </MessageStrip>
      ))}
      <Needed dependencies={dependencies} {...props} />
    </>
  );
}

function Needed({ dependencies, chosen, choose }: StepProps & { dependencies: Dependencies['dependencies'] }) {
  const { subaccount } = usePlace('subaccount');
  const add = useMutation({
    mutationFn: (id: string) => resourcesNamed(subaccount, [`${PACKAGES}/${id}`]),
    onSuccess: (found) => choose([...chosen, ...found.map(wholeOf)]),
  });
  const isIn = (id: string) => chosen.some(({ resource }) => keyOf(resource) === `${PACKAGES}/${id}`);
  const toggle = (id: string) => (isIn(id) ? choose(chosen.filter(({ resource }) => keyOf(resource) !== `${PACKAGES}/${id}`)) : add.mutate(id));
  const packages = [...new Set(dependencies.flatMap(({ package: id }) => (id ? [id] : [])))];
  const missing = dependencies.filter(({ package: id }) => !id);
  return (
    <>
      <ProblemStrip problem={add.error} />
      {packages.map((id) => (
        <fieldset key={id} className="card export-parts">
          <legend>{id}</legend>
          <CheckBox text={t('agent.takeAlong', { id })} checked={isIn(id)} onChange={() => toggle(id)} />
          <ul>
            {dependencies
              .filter((one) => one.package === id)
              .map(({ of, type, artifact }) => (
                <li key={`${of}/${type}/${artifact}`}>{t('agent.needs', { of, type: typeText(type), artifact })}</li>
              ))}
          </ul>
        </fieldset>
      ))}
      {missing.map(({ of, type, artifact }) => (
        <MessageStrip key={`${of}/${type}/${artifact}`} design="Critical" hideCloseButton className="problem-strip">
          {t('agent.needsMissing', { of, type: typeText(type), artifact })}
        </MessageStrip>
      ))}
    </>
  );
}
