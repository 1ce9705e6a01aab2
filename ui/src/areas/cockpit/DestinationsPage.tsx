import '@ui5/webcomponents-icons/dist/connected.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import { filterValues, useFilters, type Filter } from '~/parts/filters';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { Badge } from '~/parts/StatusBadge';
import { lookOf } from '~/parts/status';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { destinationRightsOf, destinationsOf, type DestinationFile, type DestinationLine } from './data';
import { DestinationDialog } from './DestinationDialog';
import { AUTHENTICATIONS, TYPES } from './fields';
import { ImportDialog } from './ImportDialog';
import './cockpit.css';

/** Where other systems are, and how to log on there. */
export const destinations: Screen = {
  load: ({ params: { subaccount = '' }, search, queries }) =>
    Promise.all([
      queries.ensureInfiniteQueryData(destinationsOf(subaccount, filterValues(filtersOf(), search))),
      queries.ensureQueryData(destinationRightsOf(subaccount)),
    ]),
  Page: DestinationsPage,
};

const filtersOf = (): Filter[] => [
  { name: 'text', label: t('destination.search'), kind: 'text' },
  { name: 'type', label: t('destination.type'), kind: 'one', options: TYPES.map((value) => ({ value, text: value })) },
  { name: 'authentication', label: t('destination.authentication'), kind: 'many', options: AUTHENTICATIONS.map((value) => ({ value, text: value })) },
];

/** What is to be done about a destination, before anybody calls it. */
function State({ of: { missingSecrets, hints } }: { of: DestinationLine }) {
  const [first] = hints;
  const worst = hints.find(({ severity }) => severity === 'error') ?? first;
  if (missingSecrets.length > 0) return <Looked severity="error" text={t('destination.missing', { names: missingSecrets.join(', ') })} />;
  return worst ? <Looked severity={worst.severity} text={worst.text} /> : <>–</>;
}

function Looked({ severity, text }: { severity: string; text: string }) {
  const [tone, icon] = lookOf('message', severity === 'error' ? 'E' : 'W');
  return (
    <span className="destination-state">
      <Badge tone={tone} icon={icon} text={text} />
    </span>
  );
}

const columns = (): Column<DestinationLine>[] => [
  { id: 'name', header: t('destination.name'), cell: ({ name }) => name },
  { id: 'url', header: t('destination.url'), cell: ({ url, description }) => <span className="destination-url">{url || '–'}<small>{description}</small></span> },
  { id: 'authentication', header: t('destination.authentication'), cell: ({ authentication }) => authentication || '–' },
  { id: 'type', header: t('destination.type'), cell: ({ type }) => type, isExtra: true },
  { id: 'state', header: t('destination.toDo'), cell: (line) => <State of={line} /> },
  { id: 'modified', header: t('destination.modified'), cell: ({ modifiedAt }) => <Time at={modifiedAt} /> },
];

function DestinationsPage() {
  const { subaccount } = usePlace('subaccount');
  const { can } = useSuspenseQuery(destinationRightsOf(subaccount)).data;
  const { values, isChanged } = useFilters(filtersOf());
  const [draft, setDraft] = useState<DestinationFile>();
  const [shown, setShown] = useState<'create' | 'import'>();
  const close = () => {
    setShown(undefined);
    setDraft(undefined);
  };
  const create = (
    <ActionButton design="Emphasized" can={can.create} onClick={() => setShown('create')}>
      {t('destination.create')}
    </ActionButton>
  );
  const load = (
    <ActionButton can={can.create} onClick={() => setShown('import')}>
      {t('destination.import')}
    </ActionButton>
  );
  return (
    <>
      <ObjectHeader title={t('destinations.title')} subtitle={t('destinations.lead')} actions={<>{create}{load}</>} />
      <FilterBar filters={filtersOf()} />
      <QueryTable
        name="destinations"
        label={t('destinations.title')}
        pages={destinationsOf(subaccount, values)}
        columns={columns()}
        rowKey={({ name }) => name}
        href={({ name }) => path.destination({ subaccount, destination: name })}
        empty={
          <Empty icon="connected" title={t(isChanged ? 'destinations.noneFit' : 'destinations.none')}>
            {t(isChanged ? 'destinations.noneFitNext' : 'destinations.noneNext')}
          </Empty>
        }
        actions={<CopyAsCurl call={{ url: `/api/v1/subaccounts/${subaccount}/destinations?${new URLSearchParams(values).toString()}` }} />}
      />
      {shown === 'import' && <ImportDialog close={close} then={(file) => { setDraft(file); setShown('create'); }} />}
      {shown === 'create' && <DestinationDialog file={draft} close={close} />}
    </>
  );
}
