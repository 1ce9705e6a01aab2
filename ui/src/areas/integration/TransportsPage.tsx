import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { transportsOf } from './data';
import { Transports } from './Transports';
import './integration.css';

/** What was sent from this tenant into transport management. */
export const tenantTransports: Screen = {
  load: ({ params: { subaccount = '' }, queries }) => queries.ensureInfiniteQueryData(transportsOf(subaccount)),
  Page: TransportsPage,
};

function TransportsPage() {
  const { subaccount } = usePlace('subaccount');
  return (
    <>
      <ObjectHeader title={t('tenantTransports.title')} subtitle={t('tenantTransports.lead')} actions={<CopyAsCurl call={{ url: `/api/v1/tenants/${subaccount}/activities` }} />} />
      <Transports label={t('tenantTransports.list')} />
    </>
  );
}
