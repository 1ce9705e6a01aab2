import { useQuery } from '@tanstack/react-query';
import { Button } from '@ui5/webcomponents-react/Button';
import { Input } from '@ui5/webcomponents-react/Input';
import { Option } from '@ui5/webcomponents-react/Option';
import { Select } from '@ui5/webcomponents-react/Select';
import { useState } from 'react';
import { useSession } from '~/api/session';
import { Field } from '~/parts/FormDialog';
import { ProblemStrip } from '~/parts/ProblemView';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { createDestination, destinationOf, replaceDestination, spacesOf, type Target } from './destinations';
import type { NodeDraft } from './wizard';

interface Props {
  node: NodeDraft;
  isNew: boolean;
  /** It is saved, under this name. */
  done: (name: string) => void;
  close: () => void;
}

/** A destination through which a node deploys: where to, and as whom. */
export function TargetForm(props: Props) {
  const { subaccount } = usePlace('subaccount');
  const { node, isNew } = props;
  const { data, error } = useQuery({ ...destinationOf(subaccount, node.destination), enabled: !isNew });
  if (error) return <ProblemStrip problem={error} />;
  if (isNew) return <Fields {...props} first={{ name: `To_${node.name.trim().replaceAll(/[^\w-]+/g, '_')}`, url: '', user: '', password: '' }} />;
  if (!data) return null;
  const { properties } = data.value;
  return <Fields {...props} first={{ name: node.destination, url: properties.URL ?? '', user: properties.User ?? '', password: '' }} before={properties} etag={data.etag} />;
}

function Fields({ node, isNew, done, close, first, before = {}, etag = '*' }: Props & { first: Target; before?: Record<string, string>; etag?: string }) {
  const { subaccount } = usePlace('subaccount');
  const [target, setTarget] = useState(first);
  const put = (change: Partial<Target>) => setTarget((old) => ({ ...old, ...change }));
  const write = useWrite({
    call: () => (isNew ? createDestination(subaccount, target) : replaceDestination(subaccount, target, etag, before)),
    touches: ['destination'],
    says: () => t(isNew ? 'destination.created' : 'destination.saved', { name: target.name }),
    then: () => done(target.name),
    problems: 'here',
  });
  const id = (name: string) => `target-${name}-${node.key}`;
  const isReady = target.name.trim() !== '' && target.url.trim() !== '' && target.user.trim() !== '';
  return (
    <form
      className="wizard-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !write.isRunning) write.run(undefined);
      }}
    >
      <ProblemStrip problem={write.problem} />
      <Field label={t('destination.name')} id={id('name')} required>
        <Input id={id('name')} value={target.name} maxlength={255} required disabled={!isNew} onInput={(event) => put({ name: event.target.value })} />
      </Field>
      <SpaceChoice node={node} choose={(url) => put({ url })} />
      <Field label={t('destination.url')} id={id('url')} required hint={t('wizard.urlHint')}>
        <Input id={id('url')} value={target.url} required placeholder="https://deploy-service.cf.<domain>/slprot/<org>/<space>/slp" onInput={(event) => put({ url: event.target.value })} />
      </Field>
      <div className="form-row">
        <Field label={t('wizard.user')} id={id('user')} required hint={t('wizard.userHint')}>
          <Input id={id('user')} value={target.user} required onInput={(event) => put({ user: event.target.value })} />
        </Field>
        <Field label={t('wizard.password')} id={id('password')} hint={isNew ? undefined : t('destination.keptHint')}>
          <Input id={id('password')} type="Password" value={target.password} onInput={(event) => put({ password: event.target.value })} />
        </Field>
      </div>
      <div className="wizard-actions">
        <Button design="Emphasized" disabled={!isReady} loading={write.isRunning} onClick={() => write.run(undefined)}>
          {t(isNew ? 'destination.create' : 'wizard.saveDestination')}
        </Button>
        <Button design="Transparent" onClick={close}>
          {t('confirm.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** A space of this installation, whose deploy address is then filled in. */
function SpaceChoice({ node, choose }: { node: NodeDraft; choose: (url: string) => void }) {
  const { subaccounts } = useSession();
  const [whose, setWhose] = useState('');
  const { data } = useQuery({ ...spacesOf(whose), enabled: whose !== '' });
  const spaces = (data ?? []).flatMap((org) => org.spaces.map((space) => ({ ...space, org: org.name })));
  const id = (name: string) => `target-${name}-${node.key}`;
  const chosen = (event: { detail: { selectedOption: HTMLElement } }) => event.detail.selectedOption.getAttribute('data-value') ?? '';
  return (
    <div className="form-row">
      <Field label={t('wizard.subaccount')} id={id('subaccount')} hint={t('wizard.subaccountHint')}>
        <Select id={id('subaccount')} value={whose} onChange={(event) => setWhose(chosen(event))}>
          <Option data-value="" value="">
            {t('wizard.elsewhere')}
          </Option>
          {subaccounts.map((one) => (
            <Option key={one.id} data-value={one.id} value={one.id}>
              {one.displayName}
            </Option>
          ))}
        </Select>
      </Field>
      <Field label={t('wizard.space')} id={id('space')} hint={whose && data && spaces.length === 0 ? t('wizard.noSpace') : undefined}>
        <Select id={id('space')} disabled={spaces.length === 0} onChange={(event) => chosen(event) && choose(chosen(event))}>
          <Option data-value="">{t('wizard.chooseSpace')}</Option>
          {spaces.map(({ id: space, name, org, deployUrl }) => (
            <Option key={space} data-value={deployUrl}>{`${org} / ${name}`}</Option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
