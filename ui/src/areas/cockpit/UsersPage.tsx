import '@ui5/webcomponents-icons/dist/person-placeholder.js';
import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import { Tab } from '@ui5/webcomponents-react/Tab';
import { TabContainer } from '@ui5/webcomponents-react/TabContainer';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '~/parts/ActionButton';
import { filterValues } from '~/parts/filters';
import { useGo, useHistory } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import type { Screen } from '~/screen';
import { t } from '~/text';
import { globalAccount } from './accounts';
import { roleCollectionRightsOf, roleCollectionsOf, userRightsOf, usersOf } from './data';
import { RoleCollectionDialog } from './RoleCollectionDialog';
import { collectionFilters, RoleTable } from './RoleTable';
import { UserDialog } from './UserDialog';
import { userFilters, UserTable } from './UserTable';
import { useAccountZone, useSubaccountZone, type Zone } from './zone';
import './cockpit.css';

const ROLES = 'role-collections';

/** Who is known in the subaccount, and what each may do. */
export const users: Screen = {
  load: ({ params: { subaccount = '' }, search, queries }) => load(subaccount, search, queries),
  Page: () => <UsersPage zone={useSubaccountZone()} />,
};

/** The same of the global account. */
export const accountUsers: Screen = {
  load: async ({ search, queries }) => load((await queries.ensureQueryData(globalAccount())).subdomain, search, queries),
  Page: () => <UsersPage zone={useAccountZone()} />,
};

function load(zone: string, search: Record<string, string>, queries: QueryClient) {
  return Promise.all([
    queries.ensureQueryData(userRightsOf(zone)),
    queries.ensureQueryData(roleCollectionRightsOf(zone)),
    search.tab === ROLES
      ? queries.ensureInfiniteQueryData(roleCollectionsOf(zone, filterValues(collectionFilters(), search)))
      : queries.ensureInfiniteQueryData(usersOf(zone, filterValues(userFilters(), search))),
  ]);
}

function UsersPage({ zone }: { zone: Zone }) {
  const { tab }: { tab?: string } = useSearch({ strict: false });
  const history = useHistory();
  const go = useGo();
  const { can } = useSuspenseQuery(userRightsOf(zone.name)).data;
  const ofRoles = useSuspenseQuery(roleCollectionRightsOf(zone.name)).data.can;
  const [isCreating, setCreating] = useState(false);
  const isRoles = tab === ROLES;
  const create = (
    <ActionButton design="Emphasized" can={isRoles ? ofRoles.create : can.create} onClick={() => setCreating(true)}>
      {t(isRoles ? 'role.create' : 'user.create')}
    </ActionButton>
  );
  const close = () => setCreating(false);
  return (
    <>
      <ObjectHeader title={t(zone.isGlobal ? 'users.ofAccount' : 'users.title')} subtitle={t(zone.isGlobal ? 'users.ofAccountLead' : 'users.lead')} actions={create} />
      <TabContainer
        className="cockpit-tabs"
        contentBackgroundDesign="Transparent"
        headerBackgroundDesign="Transparent"
        onTabSelect={({ detail }) => history.replace(location.pathname + (detail.tab.getAttribute('data-tab') === ROLES ? `?tab=${ROLES}` : ''))}
      >
        <Tab data-tab="users" text={t('users.title')} selected={!isRoles}>
          {!isRoles && <UserTable zone={zone} />}
        </Tab>
        <Tab data-tab={ROLES} text={t('role.collections')} selected={isRoles}>
          {isRoles && <RoleTable zone={zone} />}
        </Tab>
      </TabContainer>
      {isCreating && !isRoles && <UserDialog zone={zone} close={close} />}
      {isCreating && isRoles && <RoleCollectionDialog zone={zone} close={close} then={(name) => go(zone.collection(name))} />}
    </>
  );
}

