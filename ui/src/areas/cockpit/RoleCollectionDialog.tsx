import { useQuery } from '@tanstack/react-query';
import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { Input } from '@ui5/webcomponents-react/Input';
import { useState } from 'react';
import { client } from '~/api/client';
import { Field, FormDialog } from '~/parts/FormDialog';
import { useWrite } from '~/parts/useWrite';
import { t } from '~/text';
import { API, rolesOf, type RoleCollection } from './data';
import { applicationText, byApplication, roleId, type RoleKey } from './roles';
import type { Zone } from './zone';

interface Props {
  zone: Zone;
  /** The one that is changed, with its version. */
  edited?: { value: RoleCollection; etag: string };
  /** The one that is copied. */
  copied?: RoleCollection;
  close: () => void;
  /** What comes when it was saved under a name. */
  then: (name: string) => void;
}

const nameOf = ({ name }: RoleCollection) => t('role.copyName', { name });

/** Makes a role collection, or changes one: its name, what it is for, and its roles. */
export function RoleCollectionDialog({ zone: { name: subaccount }, copied, close, then, ...shown }: Props) {
  // What others change meanwhile is read again behind the dialog; the draft is about what was shown when it was opened.
  const [edited] = useState(shown.edited);
  const from = edited?.value ?? copied;
  const [name, setName] = useState(edited?.value.name ?? (copied ? nameOf(copied) : ''));
  const [description, setDescription] = useState(from?.description ?? '');
  const [chosen, setChosen] = useState(() => new Map((from?.roles ?? []).map((role) => [roleId(role), role])));
  const body = { name: name.trim(), description: description.trim(), roles: [...chosen.values()] };
  const write = useWrite({
    call: () =>
      edited
        ? client.PUT(`${API}/role-collections/{collection}`, { params: { path: { subaccount, collection: edited.value.name }, header: { 'If-Match': edited.etag } }, body })
        : client.POST(`${API}/role-collections`, { params: { path: { subaccount } }, body }),
    // Under the former name there is nothing to be read again.
    touches: edited && edited.value.name !== body.name ? [] : ['role_collection', 'user'],
    says: () => t(edited ? 'role.saved' : 'role.created', { name: body.name }),
    then: () => {
      close();
      then(body.name);
    },
    problems: 'here',
  });
  const base = `/api/v1/subaccounts/${subaccount}/role-collections`;
  return (
    <FormDialog
      title={edited ? t('role.editTitle', { name: edited.value.name }) : t('role.create')}
      action={t(edited ? 'form.save' : 'form.create')}
      call={{ method: edited ? 'PUT' : 'POST', url: edited ? `${base}/${encodeURIComponent(edited.value.name)}` : base, body }}
      isReady={body.name !== ''}
      isWide
      focus="collection-name"
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <Field label={t('role.collection')} id="collection-name" required>
        <Input id="collection-name" value={name} maxlength={255} required onInput={(event) => setName(event.target.value)} />
      </Field>
      <Field label={t('form.description')} id="collection-description">
        <Input id="collection-description" value={description} maxlength={1000} onInput={(event) => setDescription(event.target.value)} />
      </Field>
      <RoleChoice subaccount={subaccount} chosen={chosen} choose={setChosen} />
    </FormDialog>
  );
}

type Chosen = Map<string, RoleKey>;

/** Roles of every application that is known, found by a text. */
function RoleChoice({ subaccount, chosen, choose }: { subaccount: string; chosen: Chosen; choose: (chosen: Chosen) => void }) {
  const { data: roles, error } = useQuery(rolesOf(subaccount));
  const [text, setText] = useState('');
  const toggle = ({ application, template, name }: RoleKey) => {
    const next = new Map(chosen);
    const role = { application, template, name };
    if (!next.delete(roleId(role))) next.set(roleId(role), role);
    choose(next);
  };
  return (
    <fieldset className="properties">
      <legend>{t('role.chosen', { count: chosen.size })}</legend>
      <Input type="Search" showClearIcon accessibleName={t('role.searchRole')} placeholder={t('role.searchRole')} value={text} onInput={(event) => setText(event.target.value)} />
      {error && <p role="alert">{error.message}</p>}
      {!roles && !error && <BusyIndicator active />}
      <div className="role-list">
        {byApplication(roles ?? [], text).map(([application, some]) => (
          <section key={application} aria-label={applicationText(application)}>
            <h3>{applicationText(application)}</h3>
            {some.map((role) => (
              <div key={roleId(role)}>
                <CheckBox text={role.name} checked={chosen.has(roleId(role))} onChange={() => toggle(role)} />
                {role.description && <small className="soft">{role.description}</small>}
              </div>
            ))}
          </section>
        ))}
      </div>
    </fieldset>
  );
}
