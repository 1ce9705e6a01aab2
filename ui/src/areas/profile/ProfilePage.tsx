import { nameOf, useSession } from '~/api/session';
import { ObjectHeader } from '~/parts/ObjectHeader';
import type { Screen } from '~/screen';
import { t } from '~/text';
import { Roles } from './Roles';
import { mySessions, Sessions } from './Sessions';

/** Who one is, what one may do where, and where one is signed in. */
export const profile: Screen = {
  load: ({ queries }) => queries.ensureInfiniteQueryData(mySessions()),
  Page: ProfilePage,
};

function ProfilePage() {
  const { user, isGlobalAdministrator, subaccounts } = useSession();
  const facts = [
    { label: t('profile.email'), value: user.email },
    { label: t('profile.userName'), value: user.name },
    { label: t('profile.global'), value: t(isGlobalAdministrator ? 'profile.globalYes' : 'profile.globalNo') },
  ];
  return (
    <>
      <ObjectHeader title={nameOf(user)} subtitle={t('profile.lead')} facts={facts} />
      <Roles subaccounts={subaccounts} />
      <Sessions />
    </>
  );
}
