import { TextArea } from '@ui5/webcomponents-react/TextArea';
import { useState } from 'react';
import { client } from '~/api/client';
import type { Node } from '~/api/landscape';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { Field, FormDialog } from './FormDialog';
import { useWrite } from './useWrite';

/** Keeps imports from a node, and says why; what arrives goes on waiting. */
export function DisableDialog({ node, close }: { node: Node; close: () => void }) {
  const { subaccount } = usePlace('subaccount');
  const [reason, setReason] = useState('');
  const write = useDisable(node, close);
  const body = { importDisabled: true, importDisabledReason: reason.trim() };
  return (
    <FormDialog
      title={t('node.disableTitle', { name: node.name })}
      action={t('node.disable')}
      call={{ method: 'PATCH', url: `/api/v1/subaccounts/${subaccount}/nodes/${node.id}`, body }}
      isReady={body.importDisabledReason !== ''}
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
