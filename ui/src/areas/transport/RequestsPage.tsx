import '@ui5/webcomponents-icons/dist/shipping-status.js';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import { filterValues, useFilters, type Filter } from '~/parts/filters';
import { Link } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { contentText, ownerOf, requestsOf, type RequestSummary } from './data';
import { Who } from './Who';
import './transport.css';

/** Transport Requests: everything that is on its way, the newest first. */
export const requests: Screen = {
  load: ({ params: { subaccount = '' }, search, queries }) => queries.ensureInfiniteQueryData(requestsOf(subaccount, filterValues(filters(), search))),
  Page: RequestsPage,
};

const filters = (): Filter[] => [{ name: 'text', label: t('request.search'), kind: 'text' }];

const columns = (): Column<RequestSummary>[] => [
  { id: 'id', header: t('request.id'), cell: ({ id }) => <span className="number">{id}</span>, width: '6rem' },
  { id: 'description', header: t('form.description'), cell: ({ description }) => description },
  { id: 'created', header: t('request.created'), cell: ({ createdAt }) => <Time at={createdAt} /> },
  { id: 'owner', header: t('request.owner'), cell: (request) => <Who name={ownerOf(request)} /> },
  { id: 'origin', header: t('request.origin'), cell: ({ origin }) => origin },
  { id: 'content', header: t('node.contentType'), cell: ({ contentType }) => contentText(contentType) },
];

function RequestsPage() {
  const { subaccount } = usePlace('subaccount');
  const { values, isChanged } = useFilters(filters());
  return (
    <>
      <ObjectHeader title={t('requests.title')} subtitle={t('requests.lead')} />
      <FilterBar filters={filters()} />
      <QueryTable
        name="requests"
        label={t('requests.list')}
        pages={requestsOf(subaccount, values)}
        columns={columns()}
        rowKey={({ id }) => String(id)}
        href={({ id }) => path.request({ subaccount, request: id })}
        empty={
          <Empty icon="shipping-status" title={t(isChanged ? 'requests.noneFit' : 'requests.none')} action={!isChanged && <Link to={path.landscape({ subaccount })}>{t('home.toLandscape')}</Link>}>
            {t(isChanged ? 'requests.noneFitNext' : 'requests.noneNext')}
          </Empty>
        }
        actions={<CopyAsCurl call={{ url: `/api/v1/subaccounts/${subaccount}/requests?${new URLSearchParams(values).toString()}` }} />}
      />
    </>
  );
}
