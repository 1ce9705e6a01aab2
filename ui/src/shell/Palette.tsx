import { useQueries } from '@tanstack/react-query';
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import { useSession, type Subaccount } from '~/api/session';
import { useGo } from '~/parts/Link';
import { useQuickActions } from '~/parts/quick';
import { path } from '~/path';
import type { Entry, Finder } from '~/screen';
import { language, LANGUAGES, t } from '~/text';
import { density, DENSITIES, theme, THEMES } from './appearance';
import { addressOf, listed, rememberSubaccount } from './place';
import { matching, type Offer } from './offers';
import './Palette.css';

interface Props {
  screens: readonly Entry[];
  finders: readonly Finder[];
  here: Subaccount | undefined;
  close: () => void;
}

/** Ctrl-K: go anywhere, do what the screen offers, by typing a few letters. */
export default function Palette({ screens, finders, here, close }: Props) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const fixed = useOffers(screens, here);
  const found = useFound(finders, here, useDeferredValue(text.trim()));
  const offers = [...matching(fixed, text), ...found].slice(0, 30);

  const choose = (offer: Offer | undefined) => {
    if (!offer) return;
    close();
    offer.run();
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') choose(offers[at]);
    if (!step || offers.length === 0) return;
    event.preventDefault();
    const next = (at + step + offers.length) % offers.length;
    setAt(next);
    document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <dialog
      ref={showModal}
      className="palette"
      aria-label={t('palette.title')}
      onClose={close}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={offers.length ? `${list}-${at}` : undefined}
        aria-label={t('palette.title')}
        placeholder={t('palette.hint')}
        value={text}
        onKeyDown={press}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
      />
      <ul id={list} role="listbox" aria-label={t('palette.title')}>
        {offers.map((offer, index) => (
          <li
            key={`${offer.what} ${offer.title}`}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setAt(index)}
            onClick={() => choose(offer)}
          >
            <span>{offer.title}</span>
            <small>{offer.what}</small>
          </li>
        ))}
      </ul>
      {offers.length === 0 && <p className="palette-none">{t('palette.none', { text })}</p>}
    </dialog>
  );
}

const showModal = (dialog: HTMLDialogElement | null) => {
  if (dialog && !dialog.open) dialog.showModal();
};

/** What does not depend on what is typed: this screen's actions, the screens, the subaccounts, the looks. */
function useOffers(screens: readonly Entry[], here: Subaccount | undefined): Offer[] {
  const go = useGo();
  const signedIn = useSession();
  const { subaccounts } = signedIn;
  const enter = (subdomain: string) => {
    rememberSubaccount(subdomain);
    go(path.start());
  };
  return [
    ...useQuickActions().map((action) => ({ ...action, what: t('palette.action') })),
    ...listed(screens, here, signedIn).map((entry) => ({
      title: t(entry.title),
      what: entry.area ? t(`area.${entry.area}`) : t('palette.screen'),
      run: () => go(addressOf(entry, here)),
    })),
    ...subaccounts
      .filter((one) => one.id !== here?.id)
      .map((one) => ({ title: one.displayName, what: t('palette.subaccount'), run: () => enter(one.subdomain) })),
    ...THEMES.map((word) => ({ title: t(`theme.${word}`), what: t('profile.theme'), run: () => theme.set(word) })),
    ...DENSITIES.map((word) => ({ title: t(`density.${word}`), what: t('profile.density'), run: () => density.set(word) })),
    ...LANGUAGES.map((word) => ({ title: t(`language.${word}`), what: t('profile.language'), run: () => language.set(word) })),
  ];
}

/** What the areas find on the server. */
function useFound(finders: readonly Finder[], here: Subaccount | undefined, text: string): Offer[] {
  const go = useGo();
  const asked = finders.filter((finder) => here?.areas.includes(finder.area));
  const results = useQueries({
    queries: asked.map((finder) => ({
      queryKey: ['find', finder.area, here?.id, text],
      queryFn: ({ signal }: { signal: AbortSignal }) => finder.find(here?.subdomain ?? '', text, signal),
      enabled: text.length > 1,
    })),
  });
  return results.flatMap((result) => result.data ?? []).map((hit) => ({ title: hit.title, what: hit.what, run: () => go(hit.to) }));
}
