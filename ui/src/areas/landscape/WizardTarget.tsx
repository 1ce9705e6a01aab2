import { useQuery } from '@tanstack/react-query';
import { Button } from '@ui5/webcomponents-react/Button';
import { Input } from '@ui5/webcomponents-react/Input';
import { Option } from '@ui5/webcomponents-react/Option';
import { Select } from '@ui5/webcomponents-react/Select';
import { useState } from 'react';
import { ActionButton } from '~/parts/ActionButton';
import { CheckResult, useCheck } from '~/parts/CheckResult';
import { Field } from '~/parts/FormDialog';
import { ProblemStrip } from '~/parts/ProblemView';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { choicesOf } from './destinations';
import { TargetForm } from './TargetForm';
import type { NodeDraft } from './wizard';

interface Props {
  node: NodeDraft;
  choose: (destination: string) => void;
}

const NEW = ' new';

/** Where the imports of a node go: a destination that is there, or a new one, checked on the spot. */
export function WizardTarget({ node, choose }: Props) {
  const { subaccount } = usePlace('subaccount');
  const { data, error } = useQuery(choicesOf(subaccount));
  const [form, setForm] = useState<'new' | 'edit'>();
  const check = useCheck(subaccount, node.destination);
  const id = `wizard-destination-${node.key}`;
  const take = (word: string) => {
    check.reset();
    setForm(word === NEW ? 'new' : undefined);
    choose(word === NEW ? '' : word);
  };
  const done = (name: string) => {
    choose(name);
    setForm(undefined);
    check.reset();
  };
  const names = (data?.items ?? []).map(({ name }) => name);
  const listed = node.destination && !names.includes(node.destination) ? [...names, node.destination] : names;
  return (
    <section className="card wizard-target" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{node.name}</h2>
      {error && <ProblemStrip problem={error} />}
      <Field label={t('node.destination')} id={id} hint={t('wizard.destinationHint')}>
        {error ? (
          <Input id={id} value={node.destination} onInput={(event) => choose(event.target.value)} />
        ) : (
          <Select id={id} value={form === 'new' ? NEW : node.destination} onChange={(event) => take(event.detail.selectedOption.getAttribute('data-value') ?? '')}>
            <Option data-value="" value="">
              {t('wizard.later')}
            </Option>
            {data?.can.create?.allowed && (
              <Option data-value={NEW} value={NEW}>
                {t('wizard.newDestination')}
              </Option>
            )}
            {listed.map((name) => (
              <Option key={name} data-value={name} value={name}>
                {name}
              </Option>
            ))}
          </Select>
        )}
      </Field>
      {form && <TargetForm key={`${form}${node.destination}`} node={node} isNew={form === 'new'} done={done} close={() => setForm(undefined)} />}
      {!form && node.destination && (
        <div className="wizard-actions">
          <Button onClick={() => check.mutate()} loading={check.isPending}>
            {t('destination.check')}
          </Button>
          <ActionButton design="Transparent" can={data?.can.create} onClick={() => setForm('edit')}>
            {t('wizard.editDestination')}
          </ActionButton>
        </div>
      )}
      {!form && <CheckResult check={check} />}
    </section>
  );
}
