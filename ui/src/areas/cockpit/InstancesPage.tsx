import '@ui5/webcomponents-icons/dist/product.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { session, useSubaccount, type Session } from '~/api/session';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import { useFilters, type Filter } from '~/parts/filters';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { StatusBadge } from '~/parts/StatusBadge';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { InstanceDialog } from './InstanceDialog';
import { instanceRightsOf, instancesOf, organizationsOf, type Instance, type Organization } from './places';
import './cockpit.css';

const idOf = ({ subaccounts }: Session, name: string) => subaccounts.find((one) => one.subdomain === name || one.id === name)?.id ?? '';

/** What the subaccount uses of services: instances of its own, and those in its spaces. */
export const instances: Screen = {
  load: async ({ params: { subaccount = '' }, search, queries }) => {
    const id = idOf(await queries.ensureQueryData(session), subaccount);
    const orgs = await queries.ensureQueryData(organizationsOf(id));
    await queries.ensureQueryData(instanceRightsOf(subaccount));
    await queries.ensureInfiniteQueryData(instancesOf(subaccount, placesOf(orgs, search.place ?? '')));
  },
  Page: InstancesPage,
};

const OWN = 'own';
const spacesOf = (orgs: Organization[]) => orgs.flatMap(({ spaces }) => spaces);

function placesOf(orgs: Organization[], chosen: string): string[] {
  if (chosen === OWN) return [''];
  const spaces = spacesOf(orgs).map(({ id }) => id);
  return spaces.includes(chosen) ? [chosen] : ['', ...spaces];
}

const filtersOf = (orgs: Organization[]): Filter[] => [
  {
    name: 'place',
    label: t('instance.place'),
    kind: 'one',
    options: [{ value: OWN, text: t('instance.own') }, ...spacesOf(orgs).map(({ id, name }) => ({ value: id, text: t('instance.space', { name }) }))],
  },
];

function InstancesPage() {
  const { subaccount } = usePlace('subaccount');
  const here = useSubaccount();
  const orgs = useSuspenseQuery(organizationsOf(here?.id ?? '')).data;
  const { can } = useSuspenseQuery(instanceRightsOf(subaccount)).data;
  const filters = filtersOf(orgs);
  const { values } = useFilters(filters);
  const [isCreating, setCreating] = useState(false);
  const spaces = spacesOf(orgs);
  const nameOf = (id: string) => spaces.find((space) => space.id === id)?.name ?? id;
  const mayInSpace = spaces.some((space) => space.can.create?.allowed);
  const columns: Column<Instance>[] = [
    { id: 'name', header: t('instance.name'), cell: ({ name }) => name },
    { id: 'service', header: t('instance.service'), cell: ({ serviceName, service }) => serviceName ?? service ?? t('instance.provided') },
    { id: 'plan', header: t('instance.plan'), cell: ({ plan }) => plan ?? '–' },
    { id: 'place', header: t('instance.place'), cell: ({ space }) => (space ? t('instance.space', { name: nameOf(space) }) : t('instance.own')) },
    { id: 'status', header: t('instance.status'), cell: ({ status }) => <StatusBadge kind="platform" state={status} /> },
    { id: 'created', header: t('instance.created'), cell: ({ createdAt }) => <Time at={createdAt} /> },
  ];
  const button = (
    <ActionButton design="Emphasized" can={mayInSpace ? { allowed: true } : can.create} onClick={() => setCreating(true)}>
      {t('instance.create')}
    </ActionButton>
  );
  return (
    <>
      <ObjectHeader title={t('instances.title')} subtitle={t('instances.lead')} actions={button} />
      <FilterBar filters={filters} />
      <QueryTable
        name="instances"
        label={t('instances.list')}
        pages={instancesOf(subaccount, placesOf(orgs, values.place ?? ''))}
        columns={columns}
        rowKey={({ id }) => id}
        href={({ id, space }) => path.instance({ subaccount, instance: id }) + (space ? `?space=${space}` : '')}
        empty={
          <Empty icon="product" title={t('instances.none')}>
            {t('instances.noneNext')}
          </Empty>
        }
        actions={<CopyAsCurl call={{ url: values.place && values.place !== OWN ? `/api/v1/cloud-foundry/spaces/${values.place}/instances` : `/api/v1/subaccounts/${subaccount}/instances` }} />}
      />
      {isCreating && (
        <Suspense>
          <InstanceDialog spaces={spaces} first={values.place === OWN ? '' : values.place} close={() => setCreating(false)} />
        </Suspense>
      )}
    </>
  );
}
