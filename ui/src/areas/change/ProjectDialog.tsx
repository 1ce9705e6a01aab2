import '@ui5/webcomponents-icons/dist/add.js';
import '@ui5/webcomponents-icons/dist/decline.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { Input } from '@ui5/webcomponents-react/Input';
import { Option } from '@ui5/webcomponents-react/Option';
import { Select } from '@ui5/webcomponents-react/Select';
import { useState } from 'react';
import { client } from '~/api/client';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t, type TextKey } from '~/text';
import { accessText, API } from './data';
import { Field, FormDialog } from '~/parts/FormDialog';

const ACCESS = ['public', 'restricted', 'private'] as const;
const ROLES = ['lead', 'member', 'viewer'] as const;

/** Creates a project with its team. */
export function ProjectDialog({ close }: { close: () => void }) {
  const { subaccount: tenant } = usePlace('subaccount');
  const [name, setName] = useState('');
  const [access, setAccess] = useState<string>('restricted');
  const [team, setTeam] = useState<{ user: string; role: string }[]>([{ user: '', role: 'lead' }]);
  const put = (index: number, change: Partial<{ user: string; role: string }>) =>
    setTeam((before) => before.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const members = team.map(({ user, role }) => ({ user: user.trim(), role })).filter(({ user }) => user);
  const body = { name, access, members };
  const write = useWrite({
    call: () => client.POST(`${API}/projects`, { params: { path: { tenant } }, body }),
    touches: ['project'],
    says: (made) => t('project.made', { name: made.name }),
    then: close,
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('project.create')}
      action={t('change.create')}
      call={{ method: 'POST', url: `/api/v1/alm/${tenant}/projects`, body }}
      isReady={name.trim() !== ''}
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <Field label={t('project.name')} id="project-name" required>
        <Input id="project-name" value={name} maxlength={255} autoFocus onInput={(event) => setName(event.target.value)} />
      </Field>
      <Field label={t('project.access')} id="project-access" hint={t(access === 'public' ? 'project.publicNote' : access === 'private' ? 'project.privateNote' : 'project.restrictedNote')}>
        <Select id="project-access" value={access} onChange={(event) => setAccess(event.detail.selectedOption.getAttribute('data-value') ?? 'restricted')}>
          {ACCESS.map((one) => (
            <Option key={one} data-value={one} value={one}>
              {accessText(one)}
            </Option>
          ))}
        </Select>
      </Field>
      <fieldset className="team-fields">
        <legend>{t('project.team')}</legend>
        {team.map(({ user, role }, index) => (
          <div key={index} className="team-field">
            <Input accessibleName={t('project.member')} placeholder={t('project.member')} value={user} onInput={(event) => put(index, { user: event.target.value })} />
            <Select accessibleName={t('project.role')} value={role} onChange={(event) => put(index, { role: event.detail.selectedOption.getAttribute('data-value') ?? 'member' })}>
              {ROLES.map((one) => (
                <Option key={one} data-value={one} value={one}>
                  {t(`project.role.${one}` as TextKey)}
                </Option>
              ))}
            </Select>
            <Button
              design="Transparent"
              icon="decline"
              accessibleName={t('project.removeMember')}
              tooltip={t('project.removeMember')}
              onClick={() => setTeam((before) => before.filter((_, at) => at !== index))}
            />
          </div>
        ))}
        <Button design="Transparent" icon="add" onClick={() => setTeam((before) => [...before, { user: '', role: 'member' }])}>
          {t('project.addMember')}
        </Button>
      </fieldset>
    </FormDialog>
  );
}
