import '@ui5/webcomponents-icons/dist/shield.js';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { StatusBadge } from '~/parts/StatusBadge';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { providersOf, trustOf, type IdentityProvider } from './trust';
import './cockpit.css';

/** From where people come: the identity providers that the operator of the installation trusts. */
export const trust: Screen = {
  load: ({ params: { subaccount = '' }, queries }) =>
    Promise.all([queries.ensureQueryData(trustOf(subaccount)), queries.ensureInfiniteQueryData(providersOf(subaccount))]),
  Page: TrustPage,
};

const columns = (): Column<IdentityProvider>[] => [
  { id: 'name', header: t('trust.provider'), cell: ({ name }) => name },
  { id: 'origin', header: t('trust.origin'), cell: ({ origin }) => origin },
  { id: 'issuer', header: t('trust.issuer'), cell: ({ issuer, protocol }) => <span className="destination-url">{issuer}<small>{protocol}</small></span> },
  { id: 'mappings', header: t('trust.mappings'), cell: ({ mappings }) => mappings.length, align: 'End' },
  { id: 'state', header: t('trust.state'), cell: ({ state }) => <StatusBadge kind="trust" state={state} /> },
  { id: 'fetched', header: t('trust.fetched'), cell: ({ fetchedAt }) => <Time at={fetchedAt} /> },
];

function TrustPage() {
  const { subaccount } = usePlace('subaccount');
  const { passwordSignIn } = useSuspenseQuery(trustOf(subaccount)).data;
  const isAlone = useSuspenseInfiniteQuery(providersOf(subaccount)).data.pages.every(({ items }) => items.length === 0);
  return (
    <>
      <ObjectHeader title={t('trust.title')} subtitle={t('trust.lead')} />
      {!isAlone && (
        <MessageStrip design="Information" hideCloseButton className="problem-strip">
          {t(passwordSignIn ? 'trust.passwordsToo' : 'trust.administratorsOnly')}
        </MessageStrip>
      )}
      <QueryTable
        name="trust"
        label={t('trust.providers')}
        pages={providersOf(subaccount)}
        columns={columns()}
        rowKey={({ origin }) => origin}
        href={({ origin }) => path.identityProvider({ subaccount, origin })}
        empty={
          <Empty icon="shield" title={t('trust.none')}>
            {t('trust.noneNext')}
          </Empty>
        }
        actions={<CopyAsCurl call={{ url: `/api/v1/subaccounts/${subaccount}/trust` }} />}
      />
    </>
  );
}
