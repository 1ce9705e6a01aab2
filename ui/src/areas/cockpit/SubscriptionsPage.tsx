import '@ui5/webcomponents-icons/dist/cart.js';
import { useQueryClient } from '@tanstack/react-query';
import { client } from '~/api/client';
import { touch } from '~/api/queries';
import { confirm } from '~/parts/confirm';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { RowButton } from '~/parts/RowButton';
import { StatusBadge } from '~/parts/StatusBadge';
import { Time } from '~/parts/Time';
import { toast } from '~/parts/toast';
import { useWrite } from '~/parts/useWrite';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { API, subscriptionsOf, type Subscription } from './data';
import './cockpit.css';

/** The applications that the subaccount may use, and those that it does. */
export const subscriptions: Screen = {
  load: ({ params: { subaccount = '' }, queries }) => queries.ensureInfiniteQueryData(subscriptionsOf(subaccount)),
  Page: SubscriptionsPage,
};

const columns = (): Column<Subscription>[] => [
  { id: 'name', header: t('subscription.app'), cell: ({ name, description }) => <span className="destination-url">{name}<small>{description}</small></span> },
  { id: 'plan', header: t('instance.plan'), cell: ({ plan }) => plan },
  { id: 'status', header: t('instance.status'), cell: ({ status }) => <StatusBadge kind="platform" state={status} /> },
  { id: 'since', header: t('subscription.since'), cell: ({ createdAt }) => <Time at={createdAt} /> },
];

function SubscriptionsPage() {
  const { subaccount } = usePlace('subaccount');
  const subscribe = useWrite({
    call: ({ app, plan }: Subscription) => client.PUT(`${API}/subscriptions/{app}`, { params: { path: { subaccount, app } }, body: { plan } }),
    touches: ['subscription', 'role_collection'],
    says: ({ name }) => t('subscription.made', { name }),
    problems: 'toast',
  });
  const end = useUnsubscribe();
  return (
    <>
      <ObjectHeader title={t('subscriptions.title')} subtitle={t('subscriptions.lead')} />
      <QueryTable
        name="subscriptions"
        label={t('subscriptions.title')}
        pages={subscriptionsOf(subaccount)}
        columns={columns()}
        rowKey={({ app }) => app}
        empty={
          <Empty icon="cart" title={t('subscriptions.none')}>
            {t('subscriptions.noneNext')}
          </Empty>
        }
        actions={<CopyAsCurl call={{ url: `/api/v1/subaccounts/${subaccount}/subscriptions` }} />}
        rowActions={(row) =>
          row.status === 'SUBSCRIBED' ? (
            <RowButton text={t('subscription.end')} can={row.can.unsubscribe} onClick={() => end(row)} />
          ) : (
            <RowButton text={t('subscription.begin')} can={row.can.subscribe} onClick={() => subscribe.run(row)} />
          )
        }
      />
    </>
  );
}

function useUnsubscribe() {
  const { subaccount } = usePlace('subaccount');
  const queries = useQueryClient();
  return ({ app, name }: Subscription) =>
    confirm({
      title: t('subscription.endTitle', { name }),
      destroys: [t('subscription.endRoles', { name }), ...(app === 'integrationsuite' ? [t('subscription.endTenant')] : [])],
      action: t('subscription.end'),
      byName: name,
      call: { method: 'DELETE', url: `/api/v1/subaccounts/${subaccount}/subscriptions/${app}` },
      run: async () => {
        await client.DELETE(`${API}/subscriptions/{app}`, { params: { path: { subaccount, app } } });
        await touch(queries, ['subscription', 'role_collection']);
        toast(t('subscription.ended', { name }));
      },
    });
}
