import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { Input } from '@ui5/webcomponents-react/Input';
import { useState } from 'react';
import { client } from '~/api/client';
import { FormDialog } from '~/parts/FormDialog';
import { More } from '~/parts/More';
import { useWrite } from '~/parts/useWrite';
import { t } from '~/text';
import { API, roleCollectionsOf, type User } from './data';
import type { Zone } from './zone';

interface Props {
  zone: Zone;
  /** As it was when the dialog was opened, with the version of what he has. */
  user: User;
  etag: string;
  close: () => void;
}

/** Gives role collections to somebody, and takes them: one change, or none. */
export function RolesDialog({ zone: { name: subaccount }, user: shown, etag, close }: Props) {
  const user = shown.name;
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(roleCollectionsOf(subaccount, {}));
  const [chosen, setChosen] = useState(() => new Set(shown.roleCollections));
  const [text, setText] = useState('');
  const ofGroups = new Set(shown.fromGroups);
  const isChanged = chosen.size !== shown.roleCollections.length || shown.roleCollections.some((name) => !chosen.has(name));
  const body = { roleCollections: [...chosen].sort() };
  const write = useWrite({
    call: () => client.PUT(`${API}/users/{user}/role-collections`, { params: { path: { subaccount, user }, query: { origin: shown.origin }, header: { 'If-Match': etag } }, body }),
    touches: ['role_collection', 'user'],
    says: () => t('user.rolesChanged', { name: user }),
    then: close,
    problems: 'here',
  });
  const toggle = (name: string) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(name)) next.add(name);
      return next;
    });
  const wanted = text.trim().toLowerCase();
  const all = data.pages.flatMap(({ items }) => items).filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(wanted));
  return (
    <FormDialog
      title={t('user.rolesOf', { name: user })}
      action={t('form.save')}
      call={isChanged ? { method: 'PUT', url: `/api/v1/subaccounts/${subaccount}/users/${encodeURIComponent(user)}/role-collections?origin=${shown.origin}`, body } : undefined}
      isReady={isChanged}
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <p>{t('user.rolesWhat')}</p>
      <Input type="Search" showClearIcon accessibleName={t('role.search')} placeholder={t('role.search')} value={text} onInput={(event) => setText(event.target.value)} />
      <div className="role-list">
        {all.map(({ name, description }) => (
          <div key={name}>
            <CheckBox text={name} checked={chosen.has(name)} disabled={ofGroups.has(name)} onChange={() => toggle(name)} />
            <small className="soft">{ofGroups.has(name) ? t('user.fromGroup', { origin: shown.origin }) : description}</small>
          </div>
        ))}
        {hasNextPage && <More isRunning={isFetchingNextPage} more={() => void fetchNextPage()} />}
      </div>
    </FormDialog>
  );
}
