import '@ui5/webcomponents-icons/dist/group.js';
import { pathData as removeIcon } from '@ui5/webcomponents-icons/dist/v5/decline.js';
import { useQueryClient } from '@tanstack/react-query';
import { Input } from '@ui5/webcomponents-react/Input';
import { useState } from 'react';
import { client } from '~/api/client';
import { touch } from '~/api/queries';
import { ActionButton } from '~/parts/ActionButton';
import { confirm } from '~/parts/confirm';
import { Empty } from '~/parts/Empty';
import { Field, FormDialog } from '~/parts/FormDialog';
import { Link } from '~/parts/Link';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { RowButton } from '~/parts/RowButton';
import { toast } from '~/parts/toast';
import { useWrite } from '~/parts/useWrite';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t, type TextKey } from '~/text';
import { membersOf, type Membership } from './accounts';
import { Choice } from './Choice';
import type { Organization } from './places';

const CF = '/api/v1/cloud-foundry';
const ORG_ROLES = ['organization_user', 'organization_manager', 'organization_auditor'] as const;
const SPACE_ROLES = ['space_developer', 'space_manager', 'space_auditor', 'space_supporter'] as const;
const roleText = (role: string) => t(`space.role.${role}` as TextKey);

/** An organization: its spaces, and each role in it and in them. */
export function OrganizationView({ org }: { org: Organization }) {
  const { subaccount } = usePlace('subaccount');
  const [shown, setShown] = useState<'space' | 'member'>();
  const drop = useDeleteSpace();
  const take = useTake(org);
  const nameOf = (id: string) => org.spaces.find((space) => space.id === id)?.name ?? id;
  const mayManage = org.can.manage?.allowed ? org.can.manage : (org.spaces.find(({ can }) => can.manage?.allowed)?.can.manage ?? org.can.manage);
  const columns: Column<Membership>[] = [
    { id: 'user', header: t('space.member'), cell: ({ user }) => user },
    { id: 'role', header: t('space.role'), cell: ({ role }) => roleText(role) },
    { id: 'where', header: t('space.where'), cell: ({ space }) => (space ? t('instance.space', { name: nameOf(space) }) : t('space.org', { name: org.name })) },
  ];
  return (
    <>
      <section className="section">
        <div className="section-head">
          <h2>{t('space.org', { name: org.name })}</h2>
          <ActionButton can={org.can.createSpace} onClick={() => setShown('space')}>
            {t('space.create')}
          </ActionButton>
        </div>
        {org.spaces.length === 0 ? (
          <Empty icon="cloud" title={t('space.none')}>
            {t('space.noneNext')}
          </Empty>
        ) : (
          <ul className="space-cards">
            {org.spaces.map((space) => (
              <li key={space.id} className="card">
                <h3>{space.name}</h3>
                <Link to={`${path.instances({ subaccount })}?place=${space.id}`}>{t('space.instances')}</Link>
                <RowButton text={t('form.deleteOne', { name: space.name })} icon={removeIcon} can={space.can.delete} onClick={() => drop(space)} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <QueryTable
        name="members"
        label={t('space.members')}
        pages={membersOf(org.id)}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<Empty icon="group" title={t('space.noMembers')} />}
        actions={
          <ActionButton can={mayManage} onClick={() => setShown('member')}>
            {t('space.addMember')}
          </ActionButton>
        }
        rowActions={(row) => <RowButton text={t('space.take')} icon={removeIcon} can={mayManage} onClick={() => take(row)} />}
      />
      {shown === 'space' && <SpaceDialog org={org} close={() => setShown(undefined)} />}
      {shown === 'member' && <MemberDialog org={org} close={() => setShown(undefined)} />}
    </>
  );
}

function useDeleteSpace() {
  const queries = useQueryClient();
  return ({ id, name }: Organization['spaces'][number]) =>
    confirm({
      title: t('space.deleteTitle', { name }),
      destroys: [t('space.deleteWhat', { name })],
      action: t('form.delete'),
      byName: name,
      call: { method: 'DELETE', url: `${CF}/spaces/${id}` },
      run: async () => {
        await client.DELETE(`${CF}/spaces/{space}`, { params: { path: { space: id } } });
        await touch(queries, ['space']);
        toast(t('space.deleting', { name }));
      },
    });
}

function useTake({ name: org }: Organization) {
  const queries = useQueryClient();
  return ({ id, user, role }: Membership) =>
    confirm({
      title: t('space.takeTitle', { user }),
      destroys: [t('space.takeWhat', { user, role: roleText(role), org })],
      action: t('space.take'),
      call: { method: 'DELETE', url: `${CF}/roles/${id}` },
      run: async () => {
        await client.DELETE(`${CF}/roles/{id}`, { params: { path: { id } } });
        await touch(queries, ['role']);
        toast(t('space.taken', { user }));
      },
    });
}

function SpaceDialog({ org, close }: { org: Organization; close: () => void }) {
  const [name, setName] = useState('');
  const body = { name: name.trim() };
  const write = useWrite({
    call: () => client.POST(`${CF}/organizations/{org}/spaces`, { params: { path: { org: org.id } }, body }),
    touches: ['space'],
    says: () => t('space.made', { name: body.name }),
    then: close,
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('space.create')}
      action={t('form.create')}
      call={{ method: 'POST', url: `${CF}/organizations/${org.id}/spaces`, body }}
      isReady={body.name !== ''}
      focus="space-name"
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <Field label={t('space.name')} id="space-name" required hint={t('space.nameHint')}>
        <Input id="space-name" value={name} maxlength={255} required onInput={(event) => setName(event.target.value)} />
      </Field>
    </FormDialog>
  );
}

function MemberDialog({ org, close }: { org: Organization; close: () => void }) {
  const [user, setUser] = useState('');
  const [space, setSpace] = useState('');
  const [role, setRole] = useState<string>('organization_user');
  const roles: readonly string[] = space ? SPACE_ROLES : ORG_ROLES;
  const body = { user: user.trim(), role: roles.includes(role) ? role : roles[0]!, ...(space ? { space } : {}) };
  const write = useWrite({
    call: () => client.POST(`${CF}/organizations/{org}/members`, { params: { path: { org: org.id } }, body }),
    touches: ['role'],
    says: () => t('space.given', { user: body.user, role: roleText(body.role) }),
    then: close,
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('space.addMember')}
      action={t('space.give')}
      call={{ method: 'POST', url: `${CF}/organizations/${org.id}/members`, body }}
      isReady={body.user !== ''}
      focus="member-user"
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <Field label={t('space.member')} id="member-user" required hint={t('space.memberHint')}>
        <Input id="member-user" value={user} required onInput={(event) => setUser(event.target.value)} />
      </Field>
      <div className="form-row">
        <Field label={t('space.where')} id="member-where">
          <Choice id="member-where" value={space} words={['', ...org.spaces.map(({ id }) => id)]} text={(id) => (id ? t('instance.space', { name: org.spaces.find((one) => one.id === id)?.name ?? id }) : t('space.org', { name: org.name }))} choose={setSpace} />
        </Field>
        <Field label={t('space.role')} id="member-role">
          <Choice id="member-role" value={body.role} words={roles} text={roleText} choose={setRole} />
        </Field>
      </div>
    </FormDialog>
  );
}
