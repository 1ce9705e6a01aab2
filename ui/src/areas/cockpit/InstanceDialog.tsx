import { useSuspenseQuery } from '@tanstack/react-query';
import { Input } from '@ui5/webcomponents-react/Input';
import { TextArea } from '@ui5/webcomponents-react/TextArea';
import { useState } from 'react';
import { Field, FormDialog } from '~/parts/FormDialog';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { Choice } from './Choice';
import { parametersOf } from './parameters';
import { createInstance, offeringsOf, type Organization } from './places';

interface Props {
  spaces: Organization['spaces'];
  /** The place that is chosen at first. */
  first?: string;
  close: () => void;
}

/** Makes a service instance: of which service and plan, where, and with which parameters. */
export function InstanceDialog({ spaces, first = '', close }: Props) {
  const { subaccount } = usePlace('subaccount');
  const usable = ['', ...spaces.filter(({ can }) => can.create?.allowed).map(({ id }) => id)];
  const [space, setSpace] = useState(usable.includes(first) ? first : '');
  const offerings = useSuspenseQuery(offeringsOf(subaccount, space)).data;
  const [chosen, setChosen] = useState({ service: '', plan: '' });
  const offering = offerings.find(({ name }) => name === chosen.service) ?? offerings[0];
  const plan = offering?.plans.find(({ name }) => name === chosen.plan) ?? offering?.plans[0];
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const { parameters, problem } = parametersOf(text);
  const body = { name: name.trim(), service: offering?.name ?? '', plan: plan?.name ?? '', parameters };
  const write = useWrite({
    call: () => createInstance(subaccount, space, body),
    touches: ['service_instance'],
    says: () => t(space ? 'instance.ordered' : 'instance.made', { name: body.name }),
    then: close,
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('instance.create')}
      action={t('form.create')}
      call={{ method: 'POST', url: space ? `/api/v1/cloud-foundry/spaces/${space}/instances` : `/api/v1/subaccounts/${subaccount}/instances`, body: { ...body, parameters: {} } }}
      isReady={body.name !== '' && plan !== undefined && !problem}
      focus="instance-name"
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <Field label={t('instance.place')} id="instance-place" hint={t('instance.placeHint')}>
        <Choice id="instance-place" value={space} words={usable} text={(id) => (id ? t('instance.space', { name: spaces.find((one) => one.id === id)?.name ?? id }) : t('instance.own'))} choose={setSpace} />
      </Field>
      <div className="form-row">
        <Field label={t('instance.service')} id="instance-service" required hint={offering?.description}>
          <Choice id="instance-service" value={offering?.name ?? ''} words={offerings.map(({ name: one }) => one)} text={(one) => offerings.find((other) => other.name === one)?.displayName ?? one} choose={(service) => setChosen({ service, plan: '' })} />
        </Field>
        <Field label={t('instance.plan')} id="instance-plan" required hint={plan?.description}>
          <Choice id="instance-plan" value={plan?.name ?? ''} words={(offering?.plans ?? []).map(({ name: one }) => one)} choose={(one) => setChosen({ service: offering?.name ?? '', plan: one })} />
        </Field>
      </div>
      <Field label={t('instance.name')} id="instance-name" required hint={t('instance.nameHint')}>
        <Input id="instance-name" value={name} maxlength={255} required onInput={(event) => setName(event.target.value)} />
      </Field>
      <Parameters id="instance-parameters" text={text} problem={problem} set={setText} />
    </FormDialog>
  );
}

/** JSON for the service; what is no object is said at once. */
export function Parameters({ id, text, problem, set }: { id: string; text: string; problem?: string; set: (text: string) => void }) {
  return (
    <Field label={t('instance.parameters')} id={id} hint={problem ?? t('instance.parametersHint')}>
      <TextArea id={id} className="code-area" rows={6} value={text} valueState={problem ? 'Negative' : 'None'} placeholder="{ }" onInput={(event) => set(event.target.value)} />
    </Field>
  );
}
