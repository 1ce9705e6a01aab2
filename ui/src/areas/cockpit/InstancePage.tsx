import '@ui5/webcomponents-icons/dist/key.js';
import { pathData as removeIcon } from '@ui5/webcomponents-icons/dist/v5/decline.js';
import { pathData as showIcon } from '@ui5/webcomponents-icons/dist/v5/show.js';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Input } from '@ui5/webcomponents-react/Input';
import { lazy, Suspense, useId, useState } from 'react';
import { touch } from '~/api/queries';
import { ActionButton } from '~/parts/ActionButton';
import { confirm } from '~/parts/confirm';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { Field, FormDialog } from '~/parts/FormDialog';
import { useGo } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { RowButton } from '~/parts/RowButton';
import { StatusBadge } from '~/parts/StatusBadge';
import { Time } from '~/parts/Time';
import { toast } from '~/parts/toast';
import { useWrite } from '~/parts/useWrite';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { Parameters } from './InstanceDialog';
import { KeyDialog } from './KeyDialog';
import { parametersOf } from './parameters';
import { addressOf, createKey, deleteInstance, deleteKey, instanceOf, type Instance, type Key } from './places';
import '~/parts/QueryTable.css';
import './cockpit.css';

const CodeView = lazy(() => import('~/parts/CodeView'));

/** One service instance: what it is of, what it was made with, and its keys. */
export const instance: Screen = {
  load: ({ params: { subaccount = '', instance: id = '' }, search, queries }) => queries.ensureQueryData(instanceOf(subaccount, id, search.space ?? '')),
  Page: InstancePage,
};

function InstancePage() {
  const { subaccount, instance: id } = usePlace('subaccount', 'instance');
  const { space = '' }: { space?: string } = useSearch({ strict: false });
  const { instance: shown, parameters, keys } = useSuspenseQuery(instanceOf(subaccount, id, space)).data;
  const remove = useDelete(shown, keys.length);
  const facts = [
    { label: t('instance.service'), value: shown.serviceName ?? t('instance.provided') },
    { label: t('instance.plan'), value: shown.plan },
    { label: t('instance.created'), value: <Time at={shown.createdAt} /> },
  ];
  return (
    <>
      <ObjectHeader
        title={shown.name}
        status={<StatusBadge kind="platform" state={shown.status} />}
        subtitle={shown.reason}
        facts={facts}
        actions={
          <>
            <ActionButton can={shown.can.delete} onClick={remove}>
              {t('form.delete')}
            </ActionButton>
            <CopyAsCurl call={{ url: addressOf(subaccount, id, space) }} />
          </>
        }
      />
      <Keys instance={shown} keys={keys} space={space} />
      {parameters != null && (
        <section className="section">
          <Suspense>
            <CodeView code={JSON.stringify(parameters, null, 2)} language="json" label={t('instance.parameters')} />
          </Suspense>
        </section>
      )}
    </>
  );
}

function useDelete({ id, name, space }: Instance, keys: number) {
  const { subaccount } = usePlace('subaccount');
  const queries = useQueryClient();
  const go = useGo();
  return () =>
    confirm({
      title: t('instance.deleteTitle', { name }),
      destroys: [t('instance.deleteWhat', { name }), ...(keys > 0 ? [t('instance.deleteKeys', { count: keys })] : [])],
      action: t('form.delete'),
      byName: name,
      call: { method: 'DELETE', url: addressOf(subaccount, id, space ?? '') },
      run: async () => {
        await deleteInstance(subaccount, id, space ?? '');
        go(path.instances({ subaccount }), 'replace');
        await touch(queries, ['service_instance']);
        toast(t('instance.deleted', { name }));
      },
    });
}

function Keys({ instance: of, keys, space }: { instance: Instance; keys: Key[]; space: string }) {
  const { subaccount } = usePlace('subaccount');
  const id = useId();
  const queries = useQueryClient();
  const [isCreating, setCreating] = useState(false);
  const [opened, setOpened] = useState<Key>();
  const drop = (key: Key) =>
    confirm({
      title: t('key.deleteTitle', { name: key.name }),
      destroys: [t('key.deleteWhat', { name: key.name })],
      action: t('form.delete'),
      byName: key.name,
      call: { method: 'DELETE', url: `${addressOf(subaccount, of.id, space)}/keys/${key.id}` },
      run: async () => {
        await deleteKey(subaccount, of.id, space, key.id);
        await touch(queries, ['service_binding']);
        toast(t('key.deleted', { name: key.name }));
      },
    });
  const create = (
    <ActionButton can={of.can.createKey} onClick={() => setCreating(true)}>
      {t('key.create')}
    </ActionButton>
  );
  return (
    <section className="query-table section" aria-labelledby={id}>
      <div className="table-bar">
        <h2 id={id}>{t('key.title')}</h2>
        <span className="table-count">{keys.length}</span>
        <div className="table-actions">{keys.length > 0 && create}</div>
      </div>
      {keys.length === 0 ? (
        <Empty icon="key" title={t('key.none')} action={create}>
          {t('key.noneNext')}
        </Empty>
      ) : (
        <div className="table-room">
          <table aria-labelledby={id}>
            <thead>
              <tr>
                <th scope="col">{t('key.name')}</th>
                <th scope="col">{t('instance.status')}</th>
                <th scope="col">{t('instance.created')}</th>
                <th>
                  <span className="unseen">{t('table.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <tr key={key.id}>
                  <td data-label={t('key.name')}>{key.name}</td>
                  <td data-label={t('instance.status')}>
                    <StatusBadge kind="platform" state={key.status} />
                  </td>
                  <td data-label={t('instance.created')}>
                    <Time at={key.createdAt} />
                  </td>
                  <td className="table-row-actions">
                    <RowButton text={t('key.show', { name: key.name })} icon={showIcon} can={key.can.show} onClick={() => setOpened(key)} />
                    <RowButton text={t('form.deleteOne', { name: key.name })} icon={removeIcon} can={key.can.delete} onClick={() => drop(key)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isCreating && <NewKeyDialog of={of} space={space} close={() => setCreating(false)} />}
      {opened && <KeyDialog instance={of.id} space={space} of={opened} close={() => setOpened(undefined)} />}
    </section>
  );
}

function NewKeyDialog({ of, space, close }: { of: Instance; space: string; close: () => void }) {
  const { subaccount } = usePlace('subaccount');
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const { parameters, problem } = parametersOf(text);
  const body = { name: name.trim(), parameters };
  const write = useWrite({
    call: () => createKey(subaccount, of.id, space, body),
    touches: ['service_binding', 'service_instance'],
    says: () => t(space ? 'key.ordered' : 'key.made', { name: body.name }),
    then: close,
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('key.createTitle', { name: of.name })}
      action={t('form.create')}
      call={{ method: 'POST', url: `${addressOf(subaccount, of.id, space)}/keys`, body: { name: body.name } }}
      isReady={body.name !== '' && !problem}
      focus="key-name"
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <Field label={t('key.name')} id="key-name" required>
        <Input id="key-name" value={name} maxlength={255} required onInput={(event) => setName(event.target.value)} />
      </Field>
      <Parameters id="key-parameters" text={text} problem={problem} set={setText} />
    </FormDialog>
  );
}
