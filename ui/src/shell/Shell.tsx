import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { NavigationLayout } from '@ui5/webcomponents-react/NavigationLayout';
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { listen } from '~/api/events';
import { keptWord } from '~/kept';
import { useQuestion } from '~/parts/confirm';
import type { Entry, Finder } from '~/screen';
import { t } from '~/text';
import { Bar } from './Bar';
import { Offline } from './Offline';
import { useHere } from './place';
import { SideNav } from './SideNav';
import { Toasts } from './Toasts';
import './shell.css';

const Confirmation = lazy(() => import('~/parts/Confirmation'));
const Palette = lazy(() => import('./Palette'));
const side = keptWord('side', ['open', 'closed'], 'open');
const narrow = () => window.matchMedia('(max-width: 599px)');

interface Props {
  screens: readonly Entry[];
  finders: readonly Finder[];
}

/** What is around every screen. */
export function Shell({ screens, finders }: Props) {
  const here = useHere();
  const queries = useQueryClient();
  const main = useMainFocus();
  const [isPaletteOpen, setPaletteOpen] = usePalette();
  const [isDrawerOpen, setDrawerOpen] = useDrawer();
  const sideState = side.use();
  const isAsking = useQuestion() !== undefined;
  const id = here?.id;
  useEffect(() => (id ? listen(id, queries) : undefined), [id, queries]);

  const isNarrow = useNarrow();
  const isSideOpen = isNarrow ? isDrawerOpen : sideState === 'open';
  const toggle = () => (isNarrow ? setDrawerOpen(!isDrawerOpen) : side.set(isSideOpen ? 'closed' : 'open'));
  return (
    <>
      <nav aria-label={t('shell.skip')}>
        <a className="skip" href="#main">
          {t('shell.skip')}
        </a>
      </nav>
      <NavigationLayout
        mode={isSideOpen ? 'Expanded' : 'Collapsed'}
        className="shell"
        header={<Bar here={here} toggle={toggle} search={() => setPaletteOpen(true)} />}
        sideContent={isNarrow && !isSideOpen ? undefined : <SideNav screens={screens} here={here} />}
      >
        <Progress />
        <Offline />
        <main id="main" ref={main} tabIndex={-1}>
          <Outlet />
        </main>
      </NavigationLayout>
      <Toasts />
      <Suspense>
        {isAsking && <Confirmation />}
        {isPaletteOpen && <Palette screens={screens} finders={finders} here={here} close={() => setPaletteOpen(false)} />}
      </Suspense>
    </>
  );
}

/** After going to another screen, reading and the keyboard go on at its beginning. */
function useMainFocus() {
  const main = useRef<HTMLElement>(null);
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current && pathname !== before.current) main.current?.focus({ preventScroll: true });
    before.current = pathname;
  }, [pathname]);
  return main;
}

function usePalette() {
  const state = useState(false);
  const [, setOpen] = state;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen((isOpen) => !isOpen);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [setOpen]);
  return state;
}

/** On a phone the side navigation lies over the screen, until something in it was chosen. */
function useDrawer() {
  const [openAt, setOpenAt] = useState<string>();
  const pathname = useRouterState({ select: (router) => router.location.pathname });
  return [openAt === pathname, (isOpen: boolean) => setOpenAt(isOpen ? pathname : undefined)] as const;
}

/** Also after the window was made smaller, or the phone turned. */
function useNarrow(): boolean {
  return useSyncExternalStore(followNarrow, () => narrow().matches);
}

function followNarrow(heard: () => void) {
  const query = narrow();
  query.addEventListener('change', heard);
  return () => query.removeEventListener('change', heard);
}

/** Something is on its way; shown only if it takes long, by its style. */
function Progress() {
  const isLoading = useRouterState({ select: (state) => state.isLoading });
  return isLoading ? <div className="progress" role="progressbar" aria-label={t('shell.loading')} /> : null;
}
