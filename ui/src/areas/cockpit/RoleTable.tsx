import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import { useFilters, type Filter } from '~/parts/filters';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { t } from '~/text';
import { Chips } from './Chips';
import { roleCollectionsOf, type RoleCollection } from './data';
import { byLabel } from './roles';
import type { Zone } from './zone';

export const collectionFilters = (): Filter[] => [{ name: 'text', label: t('role.search'), kind: 'text' }];

const columns = (): Column<RoleCollection>[] => [
  { id: 'name', header: t('role.collection'), cell: ({ name }) => name, width: '19rem' },
  { id: 'description', header: t('form.description'), cell: ({ description }) => description || '–' },
  { id: 'roles', header: t('role.roles'), cell: ({ roles }) => <Chips words={byLabel(roles).map(({ name }) => name)} /> },
  { id: 'origin', header: t('role.origin'), cell: ({ isPredefined }) => t(isPredefined ? 'role.predefined' : 'role.custom'), width: '9rem' },
  { id: 'users', header: t('users.title'), cell: ({ users: count }) => count, align: 'End' },
];

/** The role collections of a subaccount or of the global account. */
export function RoleTable({ zone }: { zone: Zone }) {
  const { values, isChanged } = useFilters(collectionFilters());
  return (
    <div className="cockpit-tab">
      <FilterBar filters={collectionFilters()} />
      <QueryTable
        name="role-collections"
        label={t('role.collections')}
        pages={roleCollectionsOf(zone.name, values)}
        columns={columns()}
        rowKey={({ name }) => name}
        href={({ name }) => zone.collection(name)}
        empty={<Empty title={t(isChanged ? 'role.noneFit' : 'role.none')}>{isChanged && t('requests.noneFitNext')}</Empty>}
        actions={<CopyAsCurl call={{ url: `/api/v1/subaccounts/${zone.name}/role-collections` }} />}
      />
    </div>
  );
}
