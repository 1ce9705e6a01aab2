import { client } from '~/api/client';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { sumOf, type Node } from './data';
import { FormDialog } from '~/parts/FormDialog';

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
