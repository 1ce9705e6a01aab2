import { registerI18nLoader } from '@ui5/webcomponents-base/dist/asset-registries/i18n.js';
import { registerLocaleDataLoader } from '@ui5/webcomponents-base/dist/asset-registries/LocaleData.js';
import { registerThemePropertiesLoader } from '@ui5/webcomponents-base/dist/asset-registries/Themes.js';
import { setLanguage } from '@ui5/webcomponents-base/dist/config/Language.js';
import SelectableItem from '@ui5/webcomponents-fiori/dist/SideNavigationSelectableItemBase.js';
import type { Language } from '~/text';

// UI5's own `Assets.js` registers every theme and some fifty languages of each package. Here are the four themes and two
// languages that the page has, each loaded when it is chosen; light is what the components come with.

type Json = Promise<{ default: unknown }>;
const body = (json: Json) => json.then((module) => module.default as never);

registerTheme('@ui5/webcomponents-theming', {
  sap_horizon_dark: () => import('@ui5/webcomponents-theming/dist/generated/assets/themes/sap_horizon_dark/parameters-bundle.css.json'),
  sap_horizon_hcb: () => import('@ui5/webcomponents-theming/dist/generated/assets/themes/sap_horizon_hcb/parameters-bundle.css.json'),
  sap_horizon_hcw: () => import('@ui5/webcomponents-theming/dist/generated/assets/themes/sap_horizon_hcw/parameters-bundle.css.json'),
});
registerTheme('@ui5/webcomponents', {
  sap_horizon_dark: () => import('@ui5/webcomponents/dist/generated/assets/themes/sap_horizon_dark/parameters-bundle.css.json'),
  sap_horizon_hcb: () => import('@ui5/webcomponents/dist/generated/assets/themes/sap_horizon_hcb/parameters-bundle.css.json'),
  sap_horizon_hcw: () => import('@ui5/webcomponents/dist/generated/assets/themes/sap_horizon_hcw/parameters-bundle.css.json'),
});
registerTheme('@ui5/webcomponents-fiori', {
  sap_horizon_dark: () => import('@ui5/webcomponents-fiori/dist/generated/assets/themes/sap_horizon_dark/parameters-bundle.css.json'),
  sap_horizon_hcb: () => import('@ui5/webcomponents-fiori/dist/generated/assets/themes/sap_horizon_hcb/parameters-bundle.css.json'),
  sap_horizon_hcw: () => import('@ui5/webcomponents-fiori/dist/generated/assets/themes/sap_horizon_hcw/parameters-bundle.css.json'),
});

function registerTheme(name: string, loaders: Record<string, () => Json>) {
  // The base theme's variables are the page's, those of the components their own.
  const target = name.endsWith('-theming') ? 'root' : 'host';
  for (const [theme, load] of Object.entries(loaders)) registerThemePropertiesLoader(name, theme, () => body(load()), target);
}

// English is what the components come with.
registerI18nLoader('@ui5/webcomponents', 'de', () => body(import('@ui5/webcomponents/dist/generated/assets/i18n/messagebundle_de.json')));
registerI18nLoader('@ui5/webcomponents-fiori', 'de', () => body(import('@ui5/webcomponents-fiori/dist/generated/assets/i18n/messagebundle_de.json')));
registerI18nLoader('@ui5/webcomponents-icons', 'de', () => body(import('@ui5/webcomponents-icons/dist/generated/assets/i18n/messagebundle_de.json')));

// Names of months and days, for components that pick dates.
registerLocaleDataLoader('en', () => body(import('@ui5/webcomponents-localization/dist/generated/assets/cldr/en.json')));
registerLocaleDataLoader('de', () => body(import('@ui5/webcomponents-localization/dist/generated/assets/cldr/de.json')));

// A collapsed side navigation is a menu of choices, which are checked; UI5 2.25 also says `aria-selected`, which they cannot be.
Object.defineProperty(SelectableItem.prototype, '_ariaSelected', { get: () => undefined });

/**
 * What UI5 begins with; it reads this element when its first component comes. Told by `setLanguage` instead, it would load
 * the names of all months and days at once. Its fonts would come from somebody else's server; ours are in fonts.css.
 */
export function beginIn(language: Language) {
  const element = document.createElement('script');
  element.type = 'application/json';
  element.dataset.ui5Config = 'true';
  element.textContent = JSON.stringify({ language, defaultFontLoading: false });
  document.head.append(element);
  spoken = language;
}

let spoken: Language | undefined;

export async function speak(language: Language) {
  if (language === spoken) return;
  spoken = language;
  await setLanguage(language);
}
