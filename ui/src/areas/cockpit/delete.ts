import { useQueryClient } from '@tanstack/react-query';
import { client } from '~/api/client';
import { touch } from '~/api/queries';
import { confirm } from '~/parts/confirm';
import { useGo } from '~/parts/Link';
import { toast } from '~/parts/toast';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API } from './data';

export function useDeleteDestination() {
  const { subaccount } = usePlace('subaccount');
  const queries = useQueryClient();
  const go = useGo();
  return (name: string) =>
    confirm({
      title: t('destination.deleteTitle', { name }),
      destroys: [t('destination.deleteWhat', { name })],
      action: t('form.delete'),
      byName: name,
      call: { method: 'DELETE', url: `/api/v1/subaccounts/${subaccount}/destinations/${encodeURIComponent(name)}` },
      run: async () => {
        await client.DELETE(`${API}/destinations/{name}`, { params: { path: { subaccount, name } } });
        go(path.destinations({ subaccount }), 'replace');
        await touch(queries, ['destination']);
        toast(t('destination.deleted', { name }));
      },
    });
}
