import '@ui5/webcomponents-icons/dist/person-placeholder.js';
import { pathData as removeIcon } from '@ui5/webcomponents-icons/dist/v5/decline.js';
import { useQuery, useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '~/api/client';
import { touch } from '~/api/queries';
import { ActionButton } from '~/parts/ActionButton';
import { confirm } from '~/parts/confirm';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { useGo } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { RowButton } from '~/parts/RowButton';
import { SmallTable } from '~/parts/SmallTable';
import { toast } from '~/parts/toast';
import { useWrite } from '~/parts/useWrite';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { globalAccount } from './accounts';
import { AssignDialog } from './AssignDialog';
import { API, roleCollectionOf, rolesOf, usersOf, type RoleCollection, type User } from './data';
import { RoleCollectionDialog } from './RoleCollectionDialog';
import { applicationText, byLabel, roleId } from './roles';
import { fullName } from './UserTable';
import { useAccountZone, useSubaccountZone, type Zone } from './zone';
import './cockpit.css';

/** One role collection of a subaccount: its roles, and who has it. */
export const roleCollection: Screen = {
  load: ({ params: { subaccount = '', collection = '' }, queries }) => load(subaccount, collection, queries),
  Page: () => <RoleCollectionPage zone={useSubaccountZone()} />,
};

/** The same of the global account. */
export const accountRoleCollection: Screen = {
  load: async ({ params: { collection = '' }, queries }) => load((await queries.ensureQueryData(globalAccount())).subdomain, collection, queries),
  Page: () => <RoleCollectionPage zone={useAccountZone()} />,
};

const load = (zone: string, collection: string, queries: QueryClient) =>
  Promise.all([queries.ensureQueryData(roleCollectionOf(zone, collection)), queries.ensureInfiniteQueryData(usersOf(zone, { roleCollection: collection }))]);

function RoleCollectionPage({ zone }: { zone: Zone }) {
  const { collection: name } = usePlace('collection');
  const { value: shown, etag } = useSuspenseQuery(roleCollectionOf(zone.name, name)).data;
  const [open, setOpen] = useState<'edit' | 'copy'>();
  const go = useGo();
  const remove = useDelete(zone);
  const { description, isPredefined, users, can } = shown;
  const close = () => setOpen(undefined);
  const facts = [
    { label: t('role.origin'), value: t(isPredefined ? 'role.predefined' : 'role.custom') },
    { label: t('users.title'), value: users },
  ];
  const buttons = (
    <>
      <ActionButton design="Emphasized" can={can.edit} onClick={() => setOpen('edit')}>
        {t('form.edit')}
      </ActionButton>
      <ActionButton can={can.copy} onClick={() => setOpen('copy')}>
        {t('role.copy')}
      </ActionButton>
      <ActionButton can={can.delete} onClick={() => remove(shown, etag)}>
        {t('form.delete')}
      </ActionButton>
      <CopyAsCurl call={{ url: `/api/v1/subaccounts/${zone.name}/role-collections/${encodeURIComponent(name)}` }} />
    </>
  );
  return (
    <>
      <ObjectHeader title={name} subtitle={description} facts={facts} actions={buttons} />
      <Roles zone={zone} of={shown} />
      <Users zone={zone} of={shown} />
      {open && (
        <RoleCollectionDialog
          zone={zone}
          edited={open === 'edit' ? { value: shown, etag } : undefined}
          copied={open === 'copy' ? shown : undefined}
          close={close}
          then={(saved) => saved !== name && go(zone.collection(saved), open === 'edit' ? 'replace' : 'push')}
        />
      )}
    </>
  );
}

function Roles({ zone, of: { roles } }: { zone: Zone; of: RoleCollection }) {
  const known = useQuery(rolesOf(zone.name)).data ?? [];
  const described = new Map(known.map((role) => [roleId(role), role.description]));
  const heads = [t('role.role'), t('role.application'), t('form.description')];
  return (
    <SmallTable label={t('role.roles')} count={roles.length} heads={heads}>
      {roles.length === 0 ? (
        <Empty title={t('role.noRoles')}>{t('role.noRolesNext')}</Empty>
      ) : (
        <tbody>
          {byLabel(roles).map((role) => (
            <tr key={roleId(role)}>
              <td data-label={heads[0]}>{role.name === role.template ? role.name : t('role.ofTemplate', { name: role.name, template: role.template })}</td>
              <td data-label={heads[1]}>{applicationText(role.application)}</td>
              <td data-label={heads[2]}>{described.get(roleId(role)) || '–'}</td>
            </tr>
          ))}
        </tbody>
      )}
    </SmallTable>
  );
}

function Users({ zone, of }: { zone: Zone; of: RoleCollection }) {
  const [isAssigning, setAssigning] = useState(false);
  const take = useWrite({
    call: ({ name, origin }: User) =>
      client.DELETE(`${API}/users/{user}/role-collections/{collection}`, { params: { path: { subaccount: zone.name, user: name, collection: of.name }, query: { origin } } }),
    touches: ['role_collection', 'user'],
    says: (_, { name }) => t('role.taken', { name, collection: of.name }),
    problems: 'toast',
  });
  const columns: Column<User>[] = [
    { id: 'name', header: t('user.name'), cell: ({ name }) => name },
    { id: 'person', header: t('user.fullName'), cell: (user) => fullName(user) || '–' },
    { id: 'email', header: t('user.email'), cell: ({ email }) => email },
  ];
  return (
    <>
      <QueryTable
        name="role-collection-users"
        label={t('users.title')}
        pages={usersOf(zone.name, { roleCollection: of.name })}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <Empty icon="person-placeholder" title={t('role.noUsers')}>
            {t('role.noUsersNext')}
          </Empty>
        }
        actions={
          <ActionButton can={of.can.assign} onClick={() => setAssigning(true)}>
            {t('role.assign')}
          </ActionButton>
        }
        rowActions={(row) => <RowButton text={t('role.takeOne', { name: row.name })} icon={removeIcon} can={of.can.assign} onClick={() => take.run(row)} />}
      />
      {isAssigning && <AssignDialog zone={zone} collection={of.name} close={() => setAssigning(false)} />}
    </>
  );
}

function useDelete(zone: Zone) {
  const queries = useQueryClient();
  const go = useGo();
  return ({ name, users }: RoleCollection, etag: string) =>
    confirm({
      title: t('role.deleteTitle', { name }),
      destroys: [t('role.deleteWhat', { name, count: users })],
      action: t('form.delete'),
      byName: name,
      call: { method: 'DELETE', url: `/api/v1/subaccounts/${zone.name}/role-collections/${encodeURIComponent(name)}` },
      run: async () => {
        await client.DELETE(`${API}/role-collections/{collection}`, { params: { path: { subaccount: zone.name, collection: name }, header: { 'If-Match': etag } } });
        go(`${zone.users}?tab=role-collections`, 'replace');
        await touch(queries, ['role_collection', 'user']);
        toast(t('role.deleted', { name }));
      },
    });
}
