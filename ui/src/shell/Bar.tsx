import '@ui5/webcomponents-icons/dist/menu2.js';
import '@ui5/webcomponents-icons/dist/search.js';
import { Avatar } from '@ui5/webcomponents-react/Avatar';
import { Button } from '@ui5/webcomponents-react/Button';
import { ShellBar } from '@ui5/webcomponents-react/ShellBar';
import { ShellBarBranding } from '@ui5/webcomponents-react/ShellBarBranding';
import { ShellBarSpacer } from '@ui5/webcomponents-react/ShellBarSpacer';
import { lazy, Suspense, useState } from 'react';
import { nameOf, useSession, type Subaccount } from '~/api/session';
import { useGo } from '~/parts/Link';
import { useNews } from '~/parts/toast';
import { path } from '~/path';
import { t } from '~/text';
import { SubaccountSwitch } from './SubaccountSwitch';

const ProfileMenu = lazy(() => import('./ProfileMenu'));
const News = lazy(() => import('./News'));

/** As icon.svg, in the colour of the theme. */
/** In an element of HTML: the bar takes no other into its slot. */
const LOGO = (
  <span aria-hidden="true">
    <svg className="bar-logo" viewBox="0 0 32 32">
      <path d="M2 9 30 3M10 7.3v5M22 4.7v5M4 29h24" />
      <rect x="5" y="12" width="10" height="9" rx="2" />
      <rect x="17" y="9.5" width="10" height="9" rx="2" />
    </svg>
  </span>
);

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
    <>
      <ShellBar
        slot={slot}
        className="bar"
        startButton={<Button icon="menu2" tooltip={t('shell.menu')} accessibleName={t('shell.menu')} onClick={toggle} />}
        branding={
          <ShellBarBranding
            href={path.start()}
            accessibleName="Ropeway"
            logo={LOGO}
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
            <ShellBarSpacer />
            <Button className="bar-search" icon="search" design="Transparent" data-hide-order="1" tooltip={t('shell.search')} onClick={search}>
              <span className="bar-search-text">
                {t('shell.search')} <kbd>Ctrl K</kbd>
              </span>
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
    </>
  );
}
