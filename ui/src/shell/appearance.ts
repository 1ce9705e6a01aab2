import { setAnimationMode } from '@ui5/webcomponents-base/dist/config/AnimationMode.js';
import { setTheme } from '@ui5/webcomponents-base/dist/config/Theme.js';
import { keptWord } from '~/kept';

export const THEMES = ['system', 'light', 'dark', 'black', 'white'] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ['compact', 'cozy'] as const;
export type Density = (typeof DENSITIES)[number];

/** High contrast is black or white, as SAP calls its two. */
export const theme = keptWord<Theme>('theme', THEMES, 'system');
/** Fingers need room; a mouse does not. */
export const density = keptWord<Density>('density', DENSITIES, matches('(pointer: coarse)') ? 'cozy' : 'compact');

const NAMES = { light: 'sap_horizon', dark: 'sap_horizon_dark', black: 'sap_horizon_hcb', white: 'sap_horizon_hcw' };

function matches(query: string): boolean {
  return window.matchMedia?.(query).matches ?? false;
}

function meant(): keyof typeof NAMES {
  const chosen = theme.get();
  if (chosen !== 'system') return chosen;
  const isDark = matches('(prefers-color-scheme: dark)');
  if (matches('(prefers-contrast: more)')) return isDark ? 'black' : 'white';
  return isDark ? 'dark' : 'light';
}

/** Puts theme and density on the page, now and whenever they change. */
export function keepAppearance() {
  const dress = () => {
    const name = meant();
    const root = document.documentElement;
    root.dataset.dark = name === 'dark' || name === 'black' ? 'yes' : 'no';
    root.dataset.theme = name;
    void setTheme(NAMES[name]);
    document.body.toggleAttribute('data-ui5-compact-size', density.get() === 'compact');
  };
  if (matches('(prefers-reduced-motion: reduce)')) setAnimationMode('none');
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
    window.matchMedia(query).addEventListener('change', dress);
  }
  theme.follow(dress);
  density.follow(dress);
  dress();
}
