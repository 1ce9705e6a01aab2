import { useQuery } from '@tanstack/react-query';
import { Input } from '@ui5/webcomponents-react/Input';
import { useState } from 'react';
import { client } from '~/api/client';
import { useSession } from '~/api/session';
import { Field, FormDialog } from '~/parts/FormDialog';
import { useWrite } from '~/parts/useWrite';
import { t } from '~/text';
import { Choice } from './Choice';
import { API } from './data';
import { trustOf } from './trust';
import type { Zone } from './zone';

/** Makes somebody known in the subaccount; the administrator may make the person, too, with a password. */
export function UserDialog({ zone: { name: subaccount }, close }: { zone: Zone; close: () => void }) {
  const { isGlobalAdministrator } = useSession();
  const [draft, setDraft] = useState({ origin: '', name: '', givenName: '', familyName: '' });
  const providers = useQuery(trustOf(subaccount)).data?.providers ?? [];
  const [password, setPassword] = useState('');
  const put = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }));
  const body = { ...draft, name: draft.name.trim() };
  const write = useWrite({
    call: async () => {
      const { origin, ...person } = body;
      if (password && !origin) await client.POST('/api/v1/people', { body: { ...person, password } });
      return client.POST(`${API}/users`, { params: { path: { subaccount } }, body });
    },
    touches: ['user', 'person'],
    says: () => t('user.created', { name: body.name }),
    then: close,
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('user.create')}
      action={t('form.create')}
      call={{ method: 'POST', url: `/api/v1/subaccounts/${subaccount}/users`, body }}
      isReady={body.name !== ''}
      focus="user-name"
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      {providers.length > 0 && (
        <Field label={t('trust.provider')} id="user-origin" hint={t('user.originHint')}>
          <Choice id="user-origin" value={draft.origin} words={['', ...providers.map(({ origin }) => origin)]} text={(origin) => origin || t('trust.default')} choose={(origin) => put({ origin })} />
        </Field>
      )}
      <Field label={t('user.name')} id="user-name" required hint={t('user.nameHint')}>
        <Input id="user-name" value={draft.name} maxlength={255} required onInput={(event) => put({ name: event.target.value })} />
      </Field>
      <div className="form-row">
        <Field label={t('user.given')} id="user-given">
          <Input id="user-given" value={draft.givenName} maxlength={255} onInput={(event) => put({ givenName: event.target.value })} />
        </Field>
        <Field label={t('user.family')} id="user-family">
          <Input id="user-family" value={draft.familyName} maxlength={255} onInput={(event) => put({ familyName: event.target.value })} />
        </Field>
      </div>
      {isGlobalAdministrator && !draft.origin && (
        <Field label={t('user.password')} id="user-password" hint={t('user.passwordHint')}>
          <Input id="user-password" type="Password" value={password} onInput={(event) => setPassword(event.target.value)} />
        </Field>
      )}
    </FormDialog>
  );
}
