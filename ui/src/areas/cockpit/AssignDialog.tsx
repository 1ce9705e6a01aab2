import '@ui5/webcomponents/dist/features/InputSuggestions.js';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Input } from '@ui5/webcomponents-react/Input';
import { SuggestionItem } from '@ui5/webcomponents-react/SuggestionItem';
import { Suspense, useState } from 'react';
import { client } from '~/api/client';
import { Field, FormDialog } from '~/parts/FormDialog';
import { useWrite } from '~/parts/useWrite';
import { t } from '~/text';
import { Choice } from './Choice';
import { API, usersOf } from './data';
import type { Zone } from './zone';

interface Props {
  zone: Zone;
  collection: string;
  close: () => void;
}

/** Gives a role collection to somebody who is known. */
export function AssignDialog(props: Props) {
  return (
    <Suspense>
      <Assign {...props} />
    </Suspense>
  );
}

function Assign({ zone: { name: subaccount }, collection, close }: Props) {
  const known = useSuspenseInfiniteQuery(usersOf(subaccount, {})).data.pages.flatMap(({ items }) => items);
  const [name, setName] = useState('');
  const [chosen, setOrigin] = useState('');
  const user = name.trim();
  // The same name of two identity providers is two people.
  const origins = known.filter((one) => one.name.toLowerCase() === user.toLowerCase()).map(({ origin: of }) => of);
  const origin = origins.includes(chosen) ? chosen : origins[0];
  const write = useWrite({
    call: () => client.PUT(`${API}/users/{user}/role-collections/{collection}`, { params: { path: { subaccount, user, collection }, query: { origin } } }),
    touches: ['role_collection', 'user'],
    says: () => t('role.given', { name: user, collection }),
    then: close,
    problems: 'here',
  });
  const offered = known.filter(({ roleCollections }) => !roleCollections.includes(collection));
  return (
    <FormDialog
      title={t('role.assignTitle', { name: collection })}
      action={t('role.assign')}
      call={{ method: 'PUT', url: `/api/v1/subaccounts/${subaccount}/users/${encodeURIComponent(user)}/role-collections/${encodeURIComponent(collection)}` }}
      isReady={user !== ''}
      focus="assign-user"
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <Field label={t('user.name')} id="assign-user" required hint={t('role.assignHint')}>
        <Input id="assign-user" value={name} required showSuggestions onInput={(event) => setName(event.target.value)} onChange={(event) => setName(event.target.value)}>
          {offered.map((one) => (
            <SuggestionItem key={one.id} text={one.name} />
          ))}
        </Input>
      </Field>
      {origins.length > 1 && (
        <Field label={t('trust.provider')} id="assign-origin" required>
          <Choice id="assign-origin" value={origin ?? ''} words={origins} choose={setOrigin} />
        </Field>
      )}
    </FormDialog>
  );
}
