import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { t } from '~/text';
import { keyOf, type Chosen } from './agent';
import { Chip } from './Chip';
import { typeText } from './data';
import type { StepProps } from './ExportResources';

/** Which parts of each resource go along. A draft cannot. */
export function ComponentsStep({ chosen, choose }: StepProps) {
  const put = (changed: Chosen) => choose(chosen.map((one) => (keyOf(one.resource) === keyOf(changed.resource) ? changed : one)));
  return (
    <>
      <p>{t('agent.componentsWhat')}</p>
      {chosen.map((one) => (
        <Parts key={keyOf(one.resource)} of={one} put={put} />
      ))}
    </>
  );
}

function Parts({ of, put }: { of: Chosen; put: (changed: Chosen) => void }) {
  const { resource, components } = of;
  const toggle = (id: string) => put({ resource, components: components.includes(id) ? components.filter((other) => other !== id) : [...components, id] });
  return (
    <fieldset className="card export-parts">
      <legend>{resource.name}</legend>
      {resource.components.length === 0 && <p className="soft">{t('agent.noParts')}</p>}
      {resource.components.map(({ id, name, type, version, exportable }) => (
        <div key={id}>
          <CheckBox text={name} checked={components.includes(id)} disabled={!exportable} onChange={() => toggle(id)} />
          <small className="soft">
            {typeText(type)} · {version}
          </small>
          {!exportable && <Chip tone="critical">{t('agent.draft')}</Chip>}
        </div>
      ))}
      {resource.components.length > 0 && components.length === 0 && <p role="alert">{t('agent.chooseOne')}</p>}
    </fieldset>
  );
}
