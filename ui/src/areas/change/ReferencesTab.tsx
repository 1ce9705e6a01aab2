import '@ui5/webcomponents-icons/dist/chain-link.js';
import { pathData as remove } from '@ui5/webcomponents-icons/dist/v5/decline.js';
import { Input } from '@ui5/webcomponents-react/Input';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '~/api/client';
import { touch } from '~/api/queries';
import { ActionButton } from '~/parts/ActionButton';
import { confirm } from '~/parts/confirm';
import { Empty } from '~/parts/Empty';
import { OutLink } from '~/parts/Link';
import { RowButton } from '~/parts/RowButton';
import { toast } from '~/parts/toast';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API, type Feature, type Reference } from './data';
import { Field, FormDialog } from '~/parts/FormDialog';
import { SmallTable } from '~/parts/SmallTable';

/** Links, and pointers to things in other systems. */
export function ReferencesTab({ feature }: { feature: Feature }) {
  const [isAdding, setAdding] = useState(false);
  const drop = useRemove(feature);
  const { references, can } = feature;
  const heads = [t('reference.name'), t('reference.url'), t('reference.id')];
  const button = (
    <ActionButton can={can.edit} onClick={() => setAdding(true)}>
      {t('reference.add')}
    </ActionButton>
  );
  return (
    <>
      <SmallTable hasRowActions label={t('feature.references')} count={references.length} heads={heads} actions={references.length > 0 && button}>
        {references.length === 0 ? (
          <Empty icon="chain-link" title={t('reference.none')} action={button}>
            {t('reference.noneNext')}
          </Empty>
        ) : (
          <tbody>
            {references.map((one) => (
              <tr key={one.id}>
                <td data-label={heads[0]}>
                  <OutLink href={one.url}>{one.name}</OutLink>
                </td>
                <td data-label={heads[1]} className="soft">
                  {one.url}
                </td>
                <td data-label={heads[2]}>{one.external ? one.id : '–'}</td>
                <td className="table-row-actions">
                  <RowButton text={t('reference.remove')} icon={remove} can={can.edit} onClick={() => drop(one)} />
                </td>
              </tr>
            ))}
          </tbody>
        )}
      </SmallTable>
      {isAdding && <ReferenceDialog feature={feature} close={() => setAdding(false)} />}
    </>
  );
}

function ReferenceDialog({ feature, close }: { feature: Feature; close: () => void }) {
  const { subaccount: tenant } = usePlace('subaccount');
  const [body, setBody] = useState({ name: '', url: '' });
  const write = useWrite({
    call: () => client.POST(`${API}/features/{feature}/references`, { params: { path: { tenant, feature: feature.uuid } }, body }),
    touches: ['feature'],
    says: () => t('reference.added', { name: body.name }),
    then: close,
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('reference.add')}
      action={t('change.add')}
      call={{ method: 'POST', url: `/api/v1/alm/${tenant}/features/${feature.uuid}/references`, body }}
      isReady={body.name.trim() !== '' && body.url.trim() !== ''}
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <Field label={t('reference.name')} id="reference-name" required>
        <Input id="reference-name" value={body.name} maxlength={255} autoFocus onInput={(event) => setBody({ ...body, name: event.target.value })} />
      </Field>
      <Field label={t('reference.url')} id="reference-url" required>
        <Input id="reference-url" type="URL" value={body.url} maxlength={1000} placeholder="https://" onInput={(event) => setBody({ ...body, url: event.target.value })} />
      </Field>
    </FormDialog>
  );
}

function useRemove({ uuid }: Feature) {
  const { subaccount: tenant } = usePlace('subaccount');
  const queries = useQueryClient();
  return ({ id, name, url, external }: Reference) =>
    confirm({
      title: t('reference.removeTitle', { name }),
      destroys: [`${name}: ${url}`],
      action: t('reference.remove'),
      call: { method: 'DELETE', url: `/api/v1/alm/${tenant}/features/${uuid}/references/${encodeURIComponent(id)}${external ? '?external=true' : ''}` },
      run: async () => {
        const params = { path: { tenant, feature: uuid, reference: id }, query: external ? { external } : {} };
        await client.DELETE(`${API}/features/{feature}/references/{reference}`, { params });
        await touch(queries, ['feature']);
        toast(t('reference.removed', { name }));
      },
    });
}
