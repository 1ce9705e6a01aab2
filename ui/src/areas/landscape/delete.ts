import { useQueryClient } from '@tanstack/react-query';
import { client } from '~/api/client';
import { touch } from '~/api/queries';
import { confirm } from '~/parts/confirm';
import { toast } from '~/parts/toast';
import { usePlace } from '~/screen';
import { t } from '~/text';
import type { Node, Route } from './data';

export function useDeleteNode() {
  const { subaccount } = usePlace('subaccount');
  const queries = useQueryClient();
  return ({ id, name }: Node) =>
    confirm({
      title: t('node.deleteTitle', { name }),
      destroys: [t('node.deleteQueue', { name })],
      action: t('form.delete'),
      byName: name,
      call: { method: 'DELETE', url: `/api/v1/subaccounts/${subaccount}/nodes/${id}` },
      run: async () => {
        await client.DELETE('/api/v1/subaccounts/{subaccount}/nodes/{id}', { params: { path: { subaccount, id: String(id) } } });
        await touch(queries, ['node']);
        toast(t('node.deleted', { name }));
      },
    });
}

export function useDeleteRoute() {
  const { subaccount } = usePlace('subaccount');
  const queries = useQueryClient();
  return ({ id, name }: Route) =>
    confirm({
      title: t('route.deleteTitle', { name }),
      destroys: [t('route.deleteWhat', { name })],
      action: t('form.delete'),
      call: { method: 'DELETE', url: `/api/v1/subaccounts/${subaccount}/routes/${id}` },
      run: async () => {
        await client.DELETE('/api/v1/subaccounts/{subaccount}/routes/{id}', { params: { path: { subaccount, id: String(id) } } });
        await touch(queries, ['route', 'node']);
        toast(t('route.deleted', { name }));
      },
    });
}
