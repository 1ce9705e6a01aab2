/**
 * Every address of the page. Links are built here and nowhere concatenated: `path.queue({ subaccount, node })`; the pattern,
 * for the list of screens, is `pattern.queue`.
 */
export const pattern = {
  start: '/',
  home: '/s/$subaccount/home',

  landscape: '/s/$subaccount/transport/landscape',
  landscapeWizard: '/s/$subaccount/transport/landscape/wizard',
  queue: '/s/$subaccount/transport/nodes/$node',
  requests: '/s/$subaccount/transport/requests',
  request: '/s/$subaccount/transport/requests/$request',
  actions: '/s/$subaccount/transport/actions',
  action: '/s/$subaccount/transport/actions/$action',

  features: '/s/$subaccount/change/features',
  feature: '/s/$subaccount/change/features/$feature',
  projects: '/s/$subaccount/change/projects',

  packages: '/s/$subaccount/integration/packages',
  package: '/s/$subaccount/integration/packages/$package',
  artifact: '/s/$subaccount/integration/artifacts/$type/$artifact',
  tenantTransports: '/s/$subaccount/integration/transports',
  runtime: '/s/$subaccount/integration/runtime',
  settings: '/s/$subaccount/integration/settings',
  contentAgent: '/s/$subaccount/integration/content-agent',
  exportContent: '/s/$subaccount/integration/content-agent/export',
  exportActivity: '/s/$subaccount/integration/content-agent/activities/$activity',

  entitlements: '/s/$subaccount/cockpit/entitlements',
  destinations: '/s/$subaccount/cockpit/destinations',
  destination: '/s/$subaccount/cockpit/destinations/$destination',
  instances: '/s/$subaccount/cockpit/instances',
  instance: '/s/$subaccount/cockpit/instances/$instance',
  subscriptions: '/s/$subaccount/cockpit/subscriptions',
  users: '/s/$subaccount/cockpit/users',
  roleCollection: '/s/$subaccount/cockpit/role-collections/$collection',
  trust: '/s/$subaccount/cockpit/trust',
  identityProvider: '/s/$subaccount/cockpit/trust/$origin',
  spaces: '/s/$subaccount/cockpit/spaces',

  account: '/account',
  accountUsers: '/account/users',
  accountRoleCollection: '/account/role-collections/$collection',
  guide: '/guide',
  profile: '/profile',
  about: '/about',
} as const;

export type Place = keyof typeof pattern;

type Names<P extends string> = P extends `${string}$${infer Name}/${infer Rest}` ? Name | Names<Rest> : P extends `${string}$${infer Name}` ? Name : never;
/** What an address of this place names. */
export type Params<P extends Place> = Record<Names<(typeof pattern)[P]>, string | number>;
type Builder<P extends Place> = Names<(typeof pattern)[P]> extends never ? () => string : (params: Params<P>) => string;

export function fill(text: string, params: Record<string, string | number> = {}): string {
  return text.replace(/\$(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

const builders = Object.entries(pattern).map(([place, text]) => [place, (params?: Record<string, string | number>) => fill(text, params)]);
export const path = Object.fromEntries(builders) as { [P in Place]: Builder<P> };
