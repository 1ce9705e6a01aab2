import { useQueryClient } from '@tanstack/react-query';
import { client } from '~/api/client';
import { touch } from '~/api/queries';
import { confirm } from '~/parts/confirm';
import { toast } from '~/parts/toast';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API, CONTENT } from './data';

/** Deploys an artifact as it is now. */
export function useDeploy({ type, id, name }: { type: string; id: string; name: string }) {
  const { subaccount: tenant } = usePlace('subaccount');
  return useWrite({
    call: () => client.POST(`${API}/designtime/{type}/{id}/deployments`, { params: { path: { tenant, type, id } } }),
    touches: CONTENT,
    says: () => t('artifact.deploying', { name }),
    problems: 'toast',
  });
}

/** Asks, and undeploys. */
export function useUndeploy() {
  const { subaccount: tenant } = usePlace('subaccount');
  const queries = useQueryClient();
  return (id: string, name: string) =>
    confirm({
      title: t('artifact.undeployTitle', { name }),
      destroys: [t('artifact.undeployWhat', { name })],
      action: t('artifact.undeploy'),
      call: { method: 'DELETE', url: `/api/v1/tenants/${tenant}/runtime/${encodeURIComponent(id)}` },
      run: async () => {
        await client.DELETE(`${API}/runtime/{id}`, { params: { path: { tenant, id } } });
        await touch(queries, CONTENT);
        toast(t('artifact.undeployed', { name }));
      },
    });
}
