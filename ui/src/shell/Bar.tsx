import '@ui5/webcomponents-icons/dist/menu2.js';
import '@ui5/webcomponents-icons/dist/search.js';
import { Avatar } from '@ui5/webcomponents-react/Avatar';
import { Button } from '@ui5/webcomponents-react/Button';
import { ShellBar } from '@ui5/webcomponents-react/ShellBar';
import { ShellBarBranding } from '@ui5/webcomponents-react/ShellBarBranding';
import { lazy, Suspense, useState } from 'react';
import { nameOf, useSession, type Subaccount } from '~/api/session';
import { useGo } from '~/parts/Link';
import { useNews } from '~/parts/toast';
import { path } from '~/path';
import { t } from '~/text';
import icon from './icon.svg';
import { SubaccountSwitch } from './SubaccountSwitch';

const ProfileMenu = lazy(() => import('./ProfileMenu'));
const News = lazy(() => import('./News'));

interface Props {
  here: Subaccount | undefined;
  toggle: () => void;
  search: () => void;
  slot?: string;
}

/** The bar at the top: where one is, what is looked for, who one is. */
export function Bar({ here, toggle, search, slot }: Props) {
  const { user } = useSession();
  const go = useGo();
  const unread = useNews().filter((news) => !news.isRead).length;
  const [open, setOpen] = useState<{ what: 'profile' | 'news'; opener: HTMLElement }>();
  const close = () => setOpen(undefined);
  const initials = nameOf(user).split(/[\s.@]+/).map((word) => word.charAt(0)).join('').slice(0, 2).toUpperCase();
  return (
    <div slot={slot}>
      <ShellBar
        className="bar"
        startButton={<Button icon="menu2" tooltip={t('shell.menu')} accessibleName={t('shell.menu')} onClick={toggle} />}
        branding={
          <ShellBarBranding
            href={path.start()}
            logo={<img src={icon} alt="" />}
            onClick={(event) => {
              event.preventDefault();
              go(path.start());
            }}
          >
            Ropeway
          </ShellBarBranding>
        }
        content={
          <>
            {here && <SubaccountSwitch here={here} data-hide-order="2" />}
            <Button className="bar-search" icon="search" design="Transparent" data-hide-order="1" onClick={search} accessibleName={t('shell.search')}>
              <span className="bar-search-text">{t('shell.search')}</span>
              <kbd>Ctrl K</kbd>
            </Button>
          </>
        }
        showNotifications
        notificationsCount={unread ? String(unread) : undefined}
        onNotificationsClick={({ detail }) => setOpen({ what: 'news', opener: detail.targetRef })}
        profile={<Avatar initials={initials} colorScheme="Accent6" />}
        onProfileClick={({ detail }) => setOpen({ what: 'profile', opener: detail.targetRef })}
        accessibilityAttributes={{ profile: { name: nameOf(user), hasPopup: 'dialog' }, notifications: { hasPopup: 'dialog' } }}
      />
      <Suspense>
        {open?.what === 'profile' && <ProfileMenu opener={open.opener} close={close} />}
        {open?.what === 'news' && <News opener={open.opener} close={close} />}
      </Suspense>
    </div>
  );
}
