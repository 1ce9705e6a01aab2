import '@ui5/webcomponents-icons/dist/cargo-train.js';
import { pathData as unlink } from '@ui5/webcomponents-icons/dist/v5/decline.js';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { client } from '~/api/client';
import { touch } from '~/api/queries';
import { ActionButton } from '~/parts/ActionButton';
import { confirm } from '~/parts/confirm';
import { Empty } from '~/parts/Empty';
import { Link } from '~/parts/Link';
import { RowButton } from '~/parts/RowButton';
import { SmallTable } from '~/parts/SmallTable';
import { Time } from '~/parts/Time';
import { toast } from '~/parts/toast';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { AssignDialog } from './AssignDialog';
import { API, type Feature, type Transport } from './data';
import { groupsOf } from './groups';
import { TransportStatus } from './TransportStatus';

/** What carries the feature, by the node where it comes from. */
export function TransportsTab({ feature }: { feature: Feature }) {
  const [isAssigning, setAssigning] = useState(false);
  const { transports, can } = feature;
  const groups = groupsOf(transports, ({ source }) => source);
  const button = (
    <ActionButton can={can.assign} onClick={() => setAssigning(true)}>
      {t('feature.assign')}
    </ActionButton>
  );
  const heads = [t('transport.idType'), t('transport.title'), t('transport.status'), t('transport.target'), t('transport.owner'), t('transport.changed')];
  return (
    <>
      <SmallTable hasRowActions label={t('feature.transports')} count={transports.length} heads={heads} actions={transports.length > 0 && button}>
        {transports.length === 0 ? (
          <Empty icon="cargo-train" title={t('feature.noTransports')} action={button}>
            {t('feature.noTransportsNext')}
          </Empty>
        ) : (
          groups.map(([source, own]) => (
            <tbody key={source}>
              <tr className="group-row">
                <th colSpan={heads.length + 1} scope="rowgroup">
                  {t('transport.source', { node: source })}
                </th>
              </tr>
              {own.map((one) => (
                <TransportRow key={one.id} transport={one} feature={feature} heads={heads} />
              ))}
            </tbody>
          ))
        )}
      </SmallTable>
      {isAssigning && <AssignDialog feature={feature} close={() => setAssigning(false)} />}
    </>
  );
}

function TransportRow({ transport, feature, heads }: { transport: Transport; feature: Feature; heads: string[] }) {
  const { subaccount } = usePlace('subaccount');
  const unassign = useUnassign(feature);
  const { id, type, title, target, owner, changedAt, deleted, error } = transport;
  const cells = [
    <>
      <Link to={path.request({ subaccount, request: id })}>{id}</Link> <small className="soft">{type}</small>
    </>,
    title,
    <span className="transport-status">
      <TransportStatus transport={transport} />
      {error && <small>{error}</small>}
    </span>,
    target || t('transport.reached'),
    owner,
    <Time at={changedAt} />,
  ];
  // What was deleted may always be taken away by those who may assign.
  const can = deleted && !feature.can.unassign?.allowed ? feature.can.edit : feature.can.unassign;
  return (
    <tr>
      {cells.map((cell, index) => (
        <td key={heads[index]} data-label={heads[index]}>
          {cell}
        </td>
      ))}
      <td className="table-row-actions">
        <RowButton text={t('transport.unassign')} icon={unlink} can={can} onClick={() => unassign(transport)} />
      </td>
    </tr>
  );
}

function useUnassign({ uuid, displayId }: Feature) {
  const { subaccount: tenant } = usePlace('subaccount');
  const queries = useQueryClient();
  return ({ id, title }: Transport) =>
    confirm({
      title: t('transport.unassignTitle', { id }),
      destroys: [t('transport.unassignWhat', { id, title, feature: displayId })],
      action: t('transport.unassign'),
      call: { method: 'DELETE', url: `/api/v1/alm/${tenant}/features/${uuid}/transports/${id}` },
      run: async () => {
        const params = { path: { tenant, feature: uuid, transport: id } };
        await client.DELETE(`${API}/features/{feature}/transports/{transport}`, { params });
        await touch(queries, ['feature']);
        toast(t('transport.unassigned', { id }));
      },
    });
}
