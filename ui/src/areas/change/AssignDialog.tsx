import '@ui5/webcomponents-icons/dist/cargo-train.js';
import { Suspense, useState } from 'react';
import { client } from '~/api/client';
import { Empty } from '~/parts/Empty';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { Time } from '~/parts/Time';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API, freeTransportsOf, type Feature, type Transport } from './data';
import { FormDialog } from '~/parts/FormDialog';
import { TransportStatus } from './TransportStatus';

const columns = (): Column<Transport>[] => [
  { id: 'id', header: t('transport.idType'), cell: ({ id, type }) => <>{id} <small className="soft">{type}</small></> },
  { id: 'title', header: t('transport.title'), cell: ({ title }) => title },
  { id: 'status', header: t('transport.status'), cell: (row) => <TransportStatus transport={row} /> },
  { id: 'source', header: t('transport.from'), cell: ({ source }) => source },
  { id: 'changed', header: t('transport.changed'), cell: ({ changedAt }) => <Time at={changedAt} /> },
];

/** Offers the transports that belong to no feature, the newest first. */
export function AssignDialog({ feature, close }: { feature: Feature; close: () => void }) {
  const { subaccount: tenant } = usePlace('subaccount');
  const [keys, choose] = useState<string[]>([]);
  const { uuid, displayId } = feature;
  const assignOne = (id: string) => client.PUT(`${API}/features/{feature}/transports/{transport}`, { params: { path: { tenant, feature: uuid, transport: id } } });
  const write = useWrite({
    // One after the other, in the order of their release; the first that is refused ends it.
    call: async (ids: string[]) => {
      const [first, ...rest] = ids.toSorted((a, b) => Number(a) - Number(b));
      let answer = await assignOne(first!);
      for (const id of rest) answer = await assignOne(id);
      return answer;
    },
    touches: ['feature'],
    says: (_, ids) => t('transport.assigned', { count: ids.length, feature: displayId }),
    then: close,
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('transport.assignTitle', { feature: displayId })}
      action={t('feature.assign')}
      call={{ method: 'PUT', url: `/api/v1/alm/${tenant}/features/${uuid}/transports/${keys[0] ?? '$ID'}` }}
      isWide
      isReady={keys.length > 0}
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(keys)}
      close={close}
    >
      <p>{t('transport.assignNote')}</p>
      <Suspense>
        <QueryTable
          name="free-transports"
          label={t('transport.free')}
          pages={freeTransportsOf(tenant)}
          columns={columns()}
          rowKey={({ id }) => id}
          selection={{ keys, choose }}
          empty={
            <Empty icon="cargo-train" title={t('transport.noneFree')}>
              {t('transport.noneFreeNext')}
            </Empty>
          }
        />
      </Suspense>
    </FormDialog>
  );
}
