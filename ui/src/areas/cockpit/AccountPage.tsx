import '@ui5/webcomponents-icons/dist/building.js';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { Input } from '@ui5/webcomponents-react/Input';
import { useState } from 'react';
import { client } from '~/api/client';
import { touch } from '~/api/queries';
import { useSession } from '~/api/session';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { Field, FormDialog } from '~/parts/FormDialog';
import { Link } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { RowButton } from '~/parts/RowButton';
import { Time } from '~/parts/Time';
import { toast } from '~/parts/toast';
import { useWrite } from '~/parts/useWrite';
import { path } from '~/path';
import type { Screen } from '~/screen';
import { t } from '~/text';
import { globalAccount, subaccountsOf, type SubaccountLine } from './accounts';
import './cockpit.css';

/** The global account: its subaccounts. */
export const account: Screen = {
  load: ({ queries }) => Promise.all([queries.ensureInfiniteQueryData(subaccountsOf()), queries.ensureQueryData(globalAccount())]),
  Page: AccountPage,
};

function AccountPage() {
  const { subaccounts: reachable } = useSession();
  const { globalAccount: name, can } = useSuspenseQuery(globalAccount()).data;
  const [isCreating, setCreating] = useState(false);
  const [deleted, setDeleted] = useState<SubaccountLine>();
  const columns: Column<SubaccountLine>[] = [
    { id: 'name', header: t('account.name'), cell: ({ displayName, description }) => <span className="destination-url">{displayName}<small>{description}</small></span> },
    { id: 'subdomain', header: t('account.subdomain'), cell: ({ subdomain }) => subdomain },
    { id: 'region', header: t('account.region'), cell: ({ region }) => region },
    { id: 'id', header: t('account.id'), cell: ({ id }) => <code>{id}</code>, isExtra: true },
    { id: 'created', header: t('instance.created'), cell: ({ createdAt }) => <Time at={createdAt} /> },
  ];
  const create = (
    <>
      <ActionButton design="Emphasized" can={can.create} onClick={() => setCreating(true)}>
        {t('account.create')}
      </ActionButton>
      <Link to={path.accountUsers()}>{t('users.ofAccount')}</Link>
    </>
  );
  return (
    <>
      <ObjectHeader title={t('account.title')} subtitle={t('account.lead', { name })} actions={create} />
      <QueryTable
        name="subaccounts"
        label={t('account.subaccounts')}
        pages={subaccountsOf()}
        columns={columns}
        rowKey={({ id }) => id}
        href={({ id, subdomain }) => (reachable.some((one) => one.id === id) ? path.home({ subaccount: subdomain }) : path.account())}
        empty={<Empty icon="building" title={t('account.none')}>{t('account.noneNext')}</Empty>}
        actions={<CopyAsCurl call={{ url: '/api/v1/accounts/subaccounts' }} />}
        rowActions={(row) => <RowButton text={t('form.delete')} can={can.delete} onClick={() => setDeleted(row)} />}
      />
      {isCreating && <SubaccountDialog close={() => setCreating(false)} />}
      {deleted && <DeleteDialog of={deleted} close={() => setDeleted(undefined)} />}
    </>
  );
}

function SubaccountDialog({ close }: { close: () => void }) {
  const [body, setBody] = useState({ displayName: '', subdomain: '', region: 'eu10', description: '' });
  const put = (change: Partial<typeof body>) => setBody((before) => ({ ...before, ...change }));
  const write = useWrite({
    call: () => client.POST('/api/v1/accounts/subaccounts', { body }),
    touches: ['subaccount'],
    says: (made) => t('account.made', { name: made.displayName }),
    then: close,
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('account.create')}
      action={t('form.create')}
      call={{ method: 'POST', url: '/api/v1/accounts/subaccounts', body }}
      isReady={body.displayName.trim() !== '' && body.region.trim() !== ''}
      focus="account-name"
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <Field label={t('account.name')} id="account-name" required>
        <Input id="account-name" value={body.displayName} required onInput={(event) => put({ displayName: event.target.value })} />
      </Field>
      <div className="form-row">
        <Field label={t('account.subdomain')} id="account-subdomain" hint={t('account.subdomainHint')}>
          <Input id="account-subdomain" value={body.subdomain} onInput={(event) => put({ subdomain: event.target.value })} />
        </Field>
        <Field label={t('account.region')} id="account-region" required>
          <Input id="account-region" value={body.region} required onInput={(event) => put({ region: event.target.value })} />
        </Field>
      </div>
      <Field label={t('form.description')} id="account-description">
        <Input id="account-description" value={body.description} onInput={(event) => put({ description: event.target.value })} />
      </Field>
    </FormDialog>
  );
}

/** By its name, and only an empty one, unless everything in it is to go, too. */
function DeleteDialog({ of: { id, displayName }, close }: { of: SubaccountLine; close: () => void }) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [force, setForce] = useState(false);
  const write = useWrite({
    call: () => client.DELETE('/api/v1/accounts/subaccounts/{id}', { params: { path: { id }, query: { force } } }),
    touches: ['subaccount'],
    then: () => {
      void touch(queries, ['subaccount']);
      toast(t('account.deleted', { name: displayName }));
      close();
    },
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('account.deleteTitle', { name: displayName })}
      action={t('form.delete')}
      call={{ method: 'DELETE', url: `/api/v1/accounts/subaccounts/${id}${force ? '?force=true' : ''}` }}
      isReady={typed === displayName}
      focus="account-typed"
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <p>{t('account.deleteWhat', { name: displayName })}</p>
      <CheckBox text={t('account.force')} checked={force} onChange={(event) => setForce(event.target.checked)} />
      <Field label={t('confirm.type', { name: displayName })} id="account-typed" required>
        <Input id="account-typed" value={typed} onInput={(event) => setTyped(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
