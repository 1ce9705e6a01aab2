import '@ui5/webcomponents-icons/dist/person-placeholder.js';
import { pathData as removeIcon } from '@ui5/webcomponents-icons/dist/v5/decline.js';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { client } from '~/api/client';
import { asProblem } from '~/api/problem';
import { touch } from '~/api/queries';
import { confirm } from '~/parts/confirm';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import { useFilters, type Filter } from '~/parts/filters';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { RowButton } from '~/parts/RowButton';
import { toast, toastProblem } from '~/parts/toast';
import { t } from '~/text';
import { Chips } from './Chips';
import { API, userOf, userRightsOf, usersOf, type User } from './data';
import { RolesDialog } from './RolesDialog';
import type { Zone } from './zone';

export const userFilters = (): Filter[] => [{ name: 'text', label: t('user.search'), kind: 'text' }];

export const fullName = ({ givenName, familyName }: User) => [givenName, familyName].filter(Boolean).join(' ');

const columns = (): Column<User>[] => [
  { id: 'name', header: t('user.name'), cell: ({ name }) => name, width: '19rem' },
  { id: 'person', header: t('user.fullName'), cell: (user) => fullName(user) || '–' },
  { id: 'origin', header: t('trust.provider'), cell: ({ origin }) => origin, isExtra: true },
  { id: 'email', header: t('user.email'), cell: ({ email }) => email, isExtra: true },
  { id: 'roles', header: t('role.collections'), cell: ({ roleCollections }) => <Chips words={roleCollections} /> },
];

export function UserTable({ zone }: { zone: Zone }) {
  const { can } = useSuspenseQuery(userRightsOf(zone.name)).data;
  const { values, isChanged } = useFilters(userFilters());
  const queries = useQueryClient();
  const [edited, setEdited] = useState<{ value: User; etag: string }>();
  const fresh = (user: User) => queries.fetchQuery(userOf(zone.name, user));
  const open = useMutation({ mutationFn: fresh, onSuccess: setEdited, onError: (thrown) => toastProblem(asProblem(thrown)) });
  const remove = useRemoveUser(zone);
  return (
    <div className="cockpit-tab">
      <FilterBar filters={userFilters()} />
      <QueryTable
        name="users"
        label={t('users.title')}
        pages={usersOf(zone.name, values)}
        columns={columns()}
        rowKey={({ id }) => id}
        empty={
          <Empty icon="person-placeholder" title={t(isChanged ? 'users.noneFit' : 'users.none')}>
            {t('users.noneNext')}
          </Empty>
        }
        actions={<CopyAsCurl call={{ url: `/api/v1/subaccounts/${zone.name}/users` }} />}
        rowActions={(row) => (
          <>
            <RowButton text={t('user.roles')} can={can.assign} onClick={() => open.mutate(row)} />
            <RowButton text={t('user.removeOne', { name: row.name })} icon={removeIcon} can={can.remove} onClick={() => remove(row)} />
          </>
        )}
      />
      {edited && (
        <Suspense>
          <RolesDialog zone={zone} user={edited.value} etag={edited.etag} close={() => setEdited(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

function useRemoveUser(zone: Zone) {
  const queries = useQueryClient();
  return ({ name, origin, roleCollections }: User) =>
    confirm({
      title: t('user.removeTitle', { name }),
      destroys: [t('user.removeWhat', { name, count: roleCollections.length })],
      action: t('user.remove'),
      byName: name,
      call: { method: 'DELETE', url: `/api/v1/subaccounts/${zone.name}/users/${encodeURIComponent(name)}` },
      run: async () => {
        await client.DELETE(`${API}/users/{user}`, { params: { path: { subaccount: zone.name, user: name }, query: { origin } } });
        await touch(queries, ['user', 'role_collection']);
        toast(t('user.removed', { name }));
      },
    });
}
