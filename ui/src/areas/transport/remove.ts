import { useQueryClient } from '@tanstack/react-query';
import { client } from '~/api/client';
import type { Node } from '~/api/landscape';
import { touch } from '~/api/queries';
import { confirm } from '~/parts/confirm';
import { toast } from '~/parts/toast';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API, type QueueItem } from './data';

/** Takes requests out of a queue, once the person has seen which. */
export function useRemove(node: Node) {
  const { subaccount } = usePlace('subaccount');
  const queries = useQueryClient();
  return (requests: QueueItem[], done: () => void) => {
    const body = { requests: requests.map(({ request }) => request) };
    const count = requests.length;
    confirm({
      title: t('queue.removeTitle', { count, name: node.name }),
      destroys: requests.map(({ request, description }) => t('queue.removeWhat', { request: String(request), description, name: node.name })),
      action: t('queue.remove'),
      call: { method: 'POST', url: `/api/v1/subaccounts/${subaccount}/nodes/${node.id}/queue/remove`, body },
      run: async () => {
        await client.POST(`${API}/nodes/{id}/queue/remove`, { params: { path: { subaccount, id: String(node.id) } }, body });
        await touch(queries, ['queue', 'node', 'action', 'request']);
        toast(t('queue.removeDone', { count, name: node.name }));
        done();
      },
    });
  };
}
