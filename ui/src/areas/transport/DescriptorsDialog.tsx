import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { pathData as replaceIcon } from '@ui5/webcomponents-icons/dist/v5/upload.js';
import { pathData as deleteIcon } from '@ui5/webcomponents-icons/dist/v5/delete.js';
import { Bar } from '@ui5/webcomponents-react/Bar';
import { Button } from '@ui5/webcomponents-react/Button';
import { Dialog } from '@ui5/webcomponents-react/Dialog';
import { useState } from 'react';
import { client } from '~/api/client';
import type { Node } from '~/api/landscape';
import { touch } from '~/api/queries';
import { ActionButton } from '~/parts/ActionButton';
import { confirm } from '~/parts/confirm';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { RowButton } from '~/parts/RowButton';
import { SmallTable } from '~/parts/SmallTable';
import { Time } from '~/parts/Time';
import { toast } from '~/parts/toast';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API, descriptorsOf, type Descriptor } from './data';
import { DescriptorDialog } from './DescriptorDialog';

/** The MTA extension descriptors of a node: which there are, and for which version of which MTA each is used. */
export function DescriptorsDialog({ node, close }: { node: Node; close: () => void }) {
  const { subaccount } = usePlace('subaccount');
  const id = String(node.id);
  const { items, can } = useSuspenseQuery(descriptorsOf(subaccount, id)).data;
  const [asked, setAsked] = useState<{ of?: Descriptor }>();
  const remove = useRemoveDescriptor(node);
  // What others change meanwhile is read again; the form goes on from it.
  const of = asked?.of && (items.find((one) => one.id === asked.of?.id) ?? asked.of);
  if (asked) return <DescriptorDialog key={of?.id} node={node} descriptor={of} can={can.change} close={() => setAsked(undefined)} />;
  const heads = [t('descriptor.mta'), t('descriptor.version'), t('descriptor.extension'), t('form.description'), t('descriptor.changedAt')];
  const add = (
    <ActionButton design="Emphasized" can={can.change} onClick={() => setAsked({})}>
      {t('descriptor.add')}
    </ActionButton>
  );
  return (
    <Dialog
      open
      className="ask wide"
      headerText={t('descriptor.title', { name: node.name })}
      onClose={close}
      footer={
        <Bar
          design="Footer"
          startContent={<span><CopyAsCurl call={{ url: `/api/v1/subaccounts/${subaccount}/nodes/${id}/extension-descriptors` }} /></span>}
          endContent={
            <Button design="Transparent" onClick={close}>
              {t('form.close')}
            </Button>
          }
        />
      }
    >
      <p className="descriptor-lead">{t('descriptor.lead')}</p>
      <SmallTable label={t('descriptor.all')} count={items.length} heads={heads} hasRowActions actions={items.length > 0 && add}>
        {items.length === 0 ? (
          <Empty title={t('descriptor.none')} action={add}>
            {t('descriptor.noneNext')}
          </Empty>
        ) : (
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <td data-label={heads[0]}>
                  <strong>{one.mtaId}</strong>
                </td>
                <td data-label={heads[1]}>{one.mtaVersion === '*' ? t('descriptor.every') : one.mtaVersion}</td>
                <td data-label={heads[2]}>{one.extensionId}</td>
                <td data-label={heads[3]}>{one.description}</td>
                <td data-label={heads[4]}>
                  <Time at={one.changedAt} />
                </td>
                <td className="table-row-actions">
                  <RowButton text={t('descriptor.replaceOne', { name: one.extensionId })} icon={replaceIcon} can={can.change} onClick={() => setAsked({ of: one })} />
                  <RowButton text={t('form.deleteOne', { name: one.extensionId })} icon={deleteIcon} can={can.change} onClick={() => remove(one)} />
                </td>
              </tr>
            ))}
          </tbody>
        )}
      </SmallTable>
    </Dialog>
  );
}

function useRemoveDescriptor(node: Node) {
  const { subaccount } = usePlace('subaccount');
  const queries = useQueryClient();
  return ({ id, extensionId, mtaId }: Descriptor) =>
    confirm({
      title: t('descriptor.deleteTitle', { name: extensionId }),
      destroys: [t('descriptor.deleteWhat', { mta: mtaId, node: node.name })],
      action: t('form.delete'),
      call: { method: 'DELETE', url: `/api/v1/subaccounts/${subaccount}/nodes/${node.id}/extension-descriptors/${id}` },
      run: async () => {
        await client.DELETE(`${API}/nodes/{id}/extension-descriptors/{descriptor}`, { params: { path: { subaccount, id: String(node.id), descriptor: String(id) } } });
        await touch(queries, ['descriptor']);
        toast(t('descriptor.deleted', { name: extensionId }));
      },
    });
}
