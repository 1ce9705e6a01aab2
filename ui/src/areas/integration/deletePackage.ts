import { useQueryClient } from '@tanstack/react-query';
import { client } from '~/api/client';
import { touch } from '~/api/queries';
import { confirm } from '~/parts/confirm';
import { useGo } from '~/parts/Link';
import { toast } from '~/parts/toast';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API, CONTENT } from './data';

export function useDeletePackage() {
  const { subaccount } = usePlace('subaccount');
  const queries = useQueryClient();
  const go = useGo();
  return (id: string, name: string) =>
    confirm({
      title: t('package.deleteTitle', { name }),
      destroys: [t('package.deleteWhat', { name })],
      action: t('form.delete'),
      byName: id,
      call: { method: 'DELETE', url: `/api/v1/tenants/${subaccount}/packages/${encodeURIComponent(id)}` },
      run: async () => {
        await client.DELETE(`${API}/packages/{package}`, { params: { path: { tenant: subaccount, package: id } } });
        go(path.packages({ subaccount }));
        await touch(queries, CONTENT);
        toast(t('package.deleted', { name }));
      },
    });
}
