import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { useState } from 'react';
import { client } from '~/api/client';
import { FormDialog } from '~/parts/FormDialog';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API, roleCollectionsOf, type User } from './data';

/** Gives role collections to somebody, and takes them. */
export function RolesDialog({ user, close }: { user: User; close: () => void }) {
  const { subaccount } = usePlace('subaccount');
  const all = useSuspenseInfiniteQuery(roleCollectionsOf(subaccount)).data.pages.flatMap(({ items }) => items);
  const ofGroups = new Set(user.fromGroups);
  const [chosen, setChosen] = useState(() => new Set(user.roleCollections));
  const given = [...chosen].filter((name) => !user.roleCollections.includes(name));
  const taken = user.roleCollections.filter((name) => !chosen.has(name));
  const write = useWrite({
    call: () => change(subaccount, user, given, taken),
    touches: ['role_collection', 'user'],
    says: () => t('user.rolesChanged', { name: user.name }),
    then: close,
    problems: 'here',
  });
  const toggle = (name: string) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(name)) next.add(name);
      return next;
    });
  const url = `/api/v1/subaccounts/${subaccount}/users/${encodeURIComponent(user.name)}/role-collections`;
  const first = given[0] ?? taken[0];
  return (
    <FormDialog
      title={t('user.rolesOf', { name: user.name })}
      action={t('form.save')}
      call={first === undefined ? undefined : { method: given.length > 0 ? 'PUT' : 'DELETE', url: `${url}/${encodeURIComponent(first)}?origin=${user.origin}` }}
      isReady={given.length + taken.length > 0}
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <p>{t('user.rolesWhat')}</p>
      <div className="role-list">
        {all.map(({ name, description }) => (
          <div key={name}>
            <CheckBox text={name} checked={chosen.has(name)} disabled={ofGroups.has(name)} onChange={() => toggle(name)} />
            <small className="soft">{ofGroups.has(name) ? t('user.fromGroup', { origin: user.origin }) : description}</small>
          </div>
        ))}
      </div>
    </FormDialog>
  );
}

/** One after the other; what went well before a refusal stays. */
async function change(subaccount: string, { name: user, origin }: User, given: string[], taken: string[]) {
  const query = { origin };
  let last: { data?: User; error?: unknown; response: Response } | undefined;
  for (const collection of given) {
    last = await client.PUT(`${API}/users/{user}/role-collections/{collection}`, { params: { path: { subaccount, user, collection }, query } });
  }
  for (const collection of taken) {
    last = await client.DELETE(`${API}/users/{user}/role-collections/{collection}`, { params: { path: { subaccount, user, collection }, query } });
  }
  return last!;
}
