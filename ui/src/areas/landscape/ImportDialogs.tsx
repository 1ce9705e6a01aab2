import { TextArea } from '@ui5/webcomponents-react/TextArea';
import { useState } from 'react';
import { client } from '~/api/client';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { sumOf, type Node } from './data';
import { Field, FormDialog } from './FormDialog';

interface Props {
  node: Node;
  close: () => void;
}

/** Imports everything that waits in a node's queue. */
export function ImportDialog({ node, close }: Props) {
  const { subaccount } = usePlace('subaccount');
  const write = useWrite({
    call: () => client.POST('/api/v1/subaccounts/{subaccount}/nodes/{id}/imports', { params: { path: { subaccount, id: String(node.id) } }, body: {} }),
    touches: ['queue', 'node', 'action'],
    says: ({ action }) => t('node.importBegun', { name: node.name, action: String(action) }),
    then: close,
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('node.importTitle', { name: node.name })}
      action={t('node.importAll')}
      call={{ method: 'POST', url: `/api/v1/subaccounts/${subaccount}/nodes/${node.id}/imports`, body: {} }}
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <p>{t('node.importWhat', { count: sumOf(node), name: node.name })}</p>
    </FormDialog>
  );
}

/** Keeps imports from a node, and says why; what arrives goes on waiting. */
export function DisableDialog({ node, close }: Props) {
  const { subaccount } = usePlace('subaccount');
  const [reason, setReason] = useState('');
  const write = useDisable(node, close);
  const body = { importDisabled: true, importDisabledReason: reason };
  return (
    <FormDialog
      title={t('node.disableTitle', { name: node.name })}
      action={t('node.disable')}
      call={{ method: 'PATCH', url: `/api/v1/subaccounts/${subaccount}/nodes/${node.id}`, body }}
      isReady={reason.trim() !== ''}
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(body)}
      close={close}
    >
      <p>{t('node.disableWhat')}</p>
      <Field label={t('node.reason')} id="disable-reason" required>
        <TextArea id="disable-reason" value={reason} rows={3} required onInput={(event) => setReason(event.target.value)} />
      </Field>
    </FormDialog>
  );
}

export function useDisable(node: Node, then?: () => void) {
  const { subaccount } = usePlace('subaccount');
  return useWrite({
    call: (body: { importDisabled: boolean; importDisabledReason: string }) =>
      client.PATCH('/api/v1/subaccounts/{subaccount}/nodes/{id}', { params: { path: { subaccount, id: String(node.id) } }, body }),
    touches: ['node'],
    says: (_, { importDisabled }) => t(importDisabled ? 'node.nowDisabled' : 'node.nowEnabled', { name: node.name }),
    then,
    problems: then ? 'here' : 'toast',
  });
}
