import '@ui5/webcomponents-icons/dist/person-placeholder.js';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Tab } from '@ui5/webcomponents-react/Tab';
import { TabContainer } from '@ui5/webcomponents-react/TabContainer';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import { filterValues, useFilters, type Filter } from '~/parts/filters';
import { useHistory } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { RowButton } from '~/parts/RowButton';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { roleCollectionsOf, userRightsOf, usersOf, type RoleCollection, type User } from './data';
import { RolesDialog } from './RolesDialog';
import { UserDialog } from './UserDialog';
import './cockpit.css';

/** Who is known in the subaccount, and what each may do. */
export const users: Screen = {
  load: ({ params: { subaccount = '' }, search, queries }) =>
    Promise.all([
      queries.ensureInfiniteQueryData(usersOf(subaccount, filterValues(filtersOf(), search))),
      queries.ensureInfiniteQueryData(roleCollectionsOf(subaccount)),
      queries.ensureQueryData(userRightsOf(subaccount)),
    ]),
  Page: UsersPage,
};

const filtersOf = (): Filter[] => [{ name: 'text', label: t('user.search'), kind: 'text' }];

const fullName = ({ givenName, familyName }: User) => [givenName, familyName].filter(Boolean).join(' ');

function UsersPage() {
  const { subaccount } = usePlace('subaccount');
  const { tab }: { tab?: string } = useSearch({ strict: false });
  const history = useHistory();
  const { can } = useSuspenseQuery(userRightsOf(subaccount)).data;
  const [isCreating, setCreating] = useState(false);
  const isRoles = tab === 'role-collections';
  const create = (
    <ActionButton design="Emphasized" can={can.create} onClick={() => setCreating(true)}>
      {t('user.create')}
    </ActionButton>
  );
  return (
    <>
      <ObjectHeader title={t('users.title')} subtitle={t('users.lead')} actions={create} />
      <TabContainer
        className="cockpit-tabs"
        contentBackgroundDesign="Transparent"
        headerBackgroundDesign="Transparent"
        onTabSelect={({ detail }) => history.replace(location.pathname + (detail.tab.getAttribute('data-tab') === 'roles' ? '?tab=role-collections' : ''))}
      >
        <Tab data-tab="users" text={t('users.title')} selected={!isRoles}>
          {!isRoles && <UserTable />}
        </Tab>
        <Tab data-tab="roles" text={t('role.collections')} selected={isRoles}>
          {isRoles && <RoleTable />}
        </Tab>
      </TabContainer>
      {isCreating && <UserDialog close={() => setCreating(false)} />}
    </>
  );
}

function UserTable() {
  const { subaccount } = usePlace('subaccount');
  const { can } = useSuspenseQuery(userRightsOf(subaccount)).data;
  const { values, isChanged } = useFilters(filtersOf());
  const [edited, setEdited] = useState<User>();
  const columns: Column<User>[] = [
    { id: 'name', header: t('user.name'), cell: ({ name }) => name, width: '19rem' },
    { id: 'person', header: t('user.fullName'), cell: (user) => fullName(user) || '–' },
    { id: 'origin', header: t('trust.provider'), cell: ({ origin }) => origin, isExtra: true },
    { id: 'email', header: t('user.email'), cell: ({ email }) => email, isExtra: true },
    { id: 'roles', header: t('role.collections'), cell: ({ roleCollections }) => <Chips words={roleCollections} /> },
  ];
  return (
    <div className="cockpit-tab">
      <FilterBar filters={filtersOf()} />
      <QueryTable
        name="users"
        label={t('users.title')}
        pages={usersOf(subaccount, values)}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <Empty icon="person-placeholder" title={t(isChanged ? 'users.noneFit' : 'users.none')}>
            {t('users.noneNext')}
          </Empty>
        }
        actions={<CopyAsCurl call={{ url: `/api/v1/subaccounts/${subaccount}/users` }} />}
        rowActions={(row) => <RowButton text={t('user.roles')} can={can.assign} onClick={() => setEdited(row)} />}
      />
      {edited && <RolesDialog user={edited} close={() => setEdited(undefined)} />}
    </div>
  );
}

const MOST = 4;

function Chips({ words }: { words: string[] }) {
  if (words.length === 0) return <>–</>;
  return (
    <span className="chips">
      {words.slice(0, MOST).map((word) => (
        <span key={word} className="chip">
          {word}
        </span>
      ))}
      {words.length > MOST && <span data-tip={words.slice(MOST).join(', ')} tabIndex={0}>{t('user.more', { count: words.length - MOST })}</span>}
    </span>
  );
}

function RoleTable() {
  const { subaccount } = usePlace('subaccount');
  useSuspenseInfiniteQuery(roleCollectionsOf(subaccount));
  const columns: Column<RoleCollection>[] = [
    { id: 'name', header: t('role.collection'), cell: ({ name, description }) => <span className="destination-url">{name}<small>{description}</small></span> },
    { id: 'roles', header: t('role.roles'), cell: ({ roles }) => <Chips words={roles.map(({ name }) => name)} /> },
    { id: 'origin', header: t('role.origin'), cell: ({ isPredefined }) => t(isPredefined ? 'role.predefined' : 'role.custom'), width: '9rem' },
    { id: 'users', header: t('users.title'), cell: ({ users: count }) => count, align: 'End' },
  ];
  return (
    <div className="cockpit-tab">
      <QueryTable
        name="role-collections"
        label={t('role.collections')}
        pages={roleCollectionsOf(subaccount)}
        columns={columns}
        rowKey={({ name }) => name}
        empty={<Empty title={t('role.none')} />}
        actions={<CopyAsCurl call={{ url: `/api/v1/subaccounts/${subaccount}/role-collections` }} />}
      />
    </div>
  );
}
