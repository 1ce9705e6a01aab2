import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '~/api/client';
import type { Node } from '~/api/landscape';
import { FormDialog } from '~/parts/FormDialog';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API, queueOf } from './data';
import { RequestList } from './RequestList';
import { IMPORTABLE, waiting } from './rules';
import { useQueueView } from './view';

/** Imports everything that waits, and shows its log. */
export function ImportDialog({ node, close }: { node: Node; close: () => void }) {
  const { subaccount } = usePlace('subaccount');
  const { set } = useQueueView();
  const id = String(node.id);
  const [page] = useInfiniteQuery(queueOf(subaccount, id, { status: IMPORTABLE.join(',') })).data?.pages ?? [];
  const count = waiting(node);
  const write = useWrite({
    call: () => client.POST(`${API}/nodes/{id}/imports`, { params: { path: { subaccount, id } }, body: {} }),
    touches: ['queue', 'node', 'action', 'request'],
    says: ({ action }) => t('node.importBegun', { name: node.name, action: String(action) }),
    then: ({ action }) => set({ do: '', log: String(action) }),
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('node.importTitle', { name: node.name })}
      action={t('node.importAll')}
      call={{ method: 'POST', url: `/api/v1/subaccounts/${subaccount}/nodes/${id}/imports`, body: {} }}
      isReady={count > 0}
      isQuestion
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <p>{count > 0 ? t('node.importWhat', { count, name: node.name }) : t('node.nothingWaits')}</p>
      {page && page.items.length > 0 && <RequestList requests={page.items} others={page.next ? Math.max(0, count - page.items.length) : 0} />}
    </FormDialog>
  );
}
