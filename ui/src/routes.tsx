import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, notFound, redirect, useRouter, type AnyRoute, type AnyRouter, type ErrorComponentProps } from '@tanstack/react-router';
import '@ui5/webcomponents-icons/dist/activities.js';
import '@ui5/webcomponents-icons/dist/building.js';
import '@ui5/webcomponents-icons/dist/cart.js';
import '@ui5/webcomponents-icons/dist/cloud.js';
import '@ui5/webcomponents-icons/dist/connected.js';
import '@ui5/webcomponents-icons/dist/employee.js';
import '@ui5/webcomponents-icons/dist/group.js';
import '@ui5/webcomponents-icons/dist/hint.js';
import '@ui5/webcomponents-icons/dist/action-settings.js';
import '@ui5/webcomponents-icons/dist/history.js';
import '@ui5/webcomponents-icons/dist/home.js';
import '@ui5/webcomponents-icons/dist/it-system.js';
import '@ui5/webcomponents-icons/dist/journey-arrive.js';
import '@ui5/webcomponents-icons/dist/key-user-settings.js';
import '@ui5/webcomponents-icons/dist/learning-assistant.js';
import '@ui5/webcomponents-icons/dist/org-chart.js';
import '@ui5/webcomponents-icons/dist/outbox.js';
import '@ui5/webcomponents-icons/dist/person-placeholder.js';
import '@ui5/webcomponents-icons/dist/product.js';
import '@ui5/webcomponents-icons/dist/shield.js';
import '@ui5/webcomponents-icons/dist/shipping-status.js';
import { session, type Session } from '~/api/session';
import { ProblemPage } from '~/parts/ProblemView';
import { path, pattern, type Place } from '~/path';
import type { Entry, Finder } from '~/screen';
import { NotFound } from '~/shell/NotFound';
import { addressOf, listed, startingSubaccount } from '~/shell/place';
import { Shell } from '~/shell/Shell';

const home = () => import('~/areas/home');
const landscape = () => import('~/areas/landscape');
const transport = () => import('~/areas/transport');
const change = () => import('~/areas/change');
const integration = () => import('~/areas/integration');
const cockpit = () => import('~/areas/cockpit');
const guide = () => import('~/areas/guide');
const profile = () => import('~/areas/profile');
const about = () => import('~/areas/about');

/** Every screen, in the order of the side navigation. An area is one chunk, loaded when it is gone to. */
export const screens: readonly Entry[] = [
  { place: 'home', title: 'home.title', icon: 'home', load: async () => (await home()).home },
  { place: 'landscape', title: 'landscape.title', area: 'transport', icon: 'org-chart', load: async () => (await landscape()).landscape },
  { place: 'landscapeWizard', title: 'wizard.title', area: 'transport', under: 'landscape', load: async () => (await landscape()).landscapeWizard },
  { place: 'queue', title: 'queue.one', area: 'transport', under: 'landscape', load: async () => (await transport()).queue },
  { place: 'requests', title: 'requests.title', area: 'transport', icon: 'shipping-status', load: async () => (await transport()).requests },
  { place: 'request', title: 'request.one', area: 'transport', under: 'requests', load: async () => (await transport()).request },
  { place: 'actions', title: 'actions.title', area: 'transport', icon: 'history', load: async () => (await transport()).actions },
  { place: 'action', title: 'action.one', area: 'transport', under: 'actions', load: async () => (await transport()).action },
  { place: 'features', title: 'features.title', area: 'change', icon: 'activities', load: async () => (await change()).features },
  { place: 'feature', title: 'feature.one', area: 'change', under: 'features', load: async () => (await change()).feature },
  { place: 'projects', title: 'projects.title', area: 'change', icon: 'group', load: async () => (await change()).projects },
  { place: 'packages', title: 'packages.title', area: 'integration', icon: 'product', load: async () => (await integration()).packages },
  { place: 'package', title: 'package.title', area: 'integration', under: 'packages', load: async () => (await integration()).packageScreen },
  { place: 'artifact', title: 'artifact.one', area: 'integration', under: 'packages', load: async () => (await integration()).artifact },
  { place: 'runtime', title: 'runtime.title', area: 'integration', icon: 'it-system', load: async () => (await integration()).runtime },
  { place: 'tenantTransports', title: 'tenantTransports.title', area: 'integration', icon: 'journey-arrive', load: async () => (await integration()).tenantTransports },
  { place: 'contentAgent', title: 'agent.title', area: 'integration', icon: 'outbox', load: async () => (await integration()).contentAgent },
  { place: 'exportContent', title: 'agent.exportTitle', area: 'integration', under: 'contentAgent', load: async () => (await integration()).exportContent },
  { place: 'exportActivity', title: 'agent.activity', area: 'integration', under: 'contentAgent', load: async () => (await integration()).exportActivity },
  { place: 'settings', title: 'settings.title', area: 'integration', icon: 'action-settings', load: async () => (await integration()).settings },
  { place: 'destinations', title: 'destinations.title', area: 'cockpit', icon: 'connected', load: async () => (await cockpit()).destinations },
  { place: 'destination', title: 'destination.one', area: 'cockpit', under: 'destinations', load: async () => (await cockpit()).destination },
  { place: 'instances', title: 'instances.title', area: 'cockpit', icon: 'product', load: async () => (await cockpit()).instances },
  { place: 'instance', title: 'instance.one', area: 'cockpit', under: 'instances', load: async () => (await cockpit()).instance },
  { place: 'subscriptions', title: 'subscriptions.title', area: 'cockpit', icon: 'cart', load: async () => (await cockpit()).subscriptions },
  { place: 'users', title: 'users.title', area: 'cockpit', icon: 'person-placeholder', load: async () => (await cockpit()).users },
  { place: 'roleCollection', title: 'role.one', area: 'cockpit', under: 'users', load: async () => (await cockpit()).roleCollection },
  { place: 'trust', title: 'trust.title', area: 'cockpit', icon: 'shield', load: async () => (await cockpit()).trust },
  { place: 'identityProvider', title: 'trust.provider', area: 'cockpit', under: 'trust', load: async () => (await cockpit()).identityProvider },
  { place: 'spaces', title: 'spaces.title', area: 'cockpit', icon: 'cloud', load: async () => (await cockpit()).spaces },
  { place: 'entitlements', title: 'entitlements.title', area: 'cockpit', global: true, icon: 'key-user-settings', load: async () => (await cockpit()).entitlements },
  { place: 'account', title: 'account.title', global: true, icon: 'building', load: async () => (await cockpit()).account },
  { place: 'accountUsers', title: 'users.ofAccount', global: true, under: 'account', load: async () => (await cockpit()).accountUsers },
  { place: 'accountRoleCollection', title: 'role.one', global: true, under: 'accountUsers', load: async () => (await cockpit()).accountRoleCollection },
  { place: 'guide', title: 'guide.title', global: true, icon: 'learning-assistant', load: async () => (await guide()).guide },
  { place: 'profile', title: 'profile.title', icon: 'employee', load: async () => (await profile()).profile },
  { place: 'about', title: 'about.title', icon: 'hint', load: async () => (await about()).about },
];

/** What the palette asks while somebody types. */
export const finders: readonly Finder[] = [
  { area: 'transport', find: async (...asked) => (await transport()).findTransports(...asked) },
  { area: 'integration', find: async (...asked) => (await integration()).findPackages(...asked) },
  { area: 'change', find: async (...asked) => (await change()).findFeatures(...asked) },
  { area: 'cockpit', find: async (...asked) => (await cockpit()).findDestinations(...asked) },
];

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  loader: ({ context }) => context.queries.ensureQueryData(session),
  component: () => <Shell screens={screens} finders={finders} />,
  notFoundComponent: NotFound,
});

/** There is no page at `/`: it leads to the first screen that the person may see. */
const start = createRoute({
  getParentRoute: () => root,
  path: pattern.start,
  loader: async ({ context }) => {
    const signedIn = await context.queries.ensureQueryData(session);
    const subaccount = startingSubaccount(signedIn);
    const [first] = listed(screens, subaccount, signedIn);
    throw redirect({ href: first ? addressOf(first, subaccount) : path.profile(), replace: true });
  },
});

function above(place: Place | undefined): { place: Place; title: Entry['title'] }[] {
  const entry = screens.find((one) => one.place === place);
  return entry ? [...above(entry.under), { place: entry.place, title: entry.title }] : [];
}

const isKnown = ({ subaccounts }: Session, name: string) => subaccounts.some((one) => one.subdomain === name || one.id === name);

function routeOf({ place, title, under, load }: Entry): AnyRoute {
  return createRoute({
    getParentRoute: () => root,
    path: pattern[place],
    staticData: { handle: { place, title, above: above(under) } },
    loaderDeps: ({ search }) => search as Record<string, string>,
    loader: async ({ context, params, deps }) => {
      const { queries } = context as { queries: QueryClient };
      const { subaccount } = params as { subaccount?: string };
      if (subaccount && !isKnown(await queries.ensureQueryData(session), subaccount)) throw notFound();
      const screen = await load();
      await screen.load?.({ params: params as Record<string, string>, search: deps, queries });
    },
    component: lazyRouteComponent(async () => ({ default: (await load()).Page })),
  });
}

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([start, ...screens.map(routeOf)]),
    context: { queries },
    // A filter is a plain parameter of the address, as the API takes it.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString();
      return text && `?${text}`;
    },
    // The screen before stays until the next one has what it shows.
    defaultPendingMs: Infinity,
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    scrollToTopSelectors: ['#main'],
    defaultErrorComponent: Failed,
  });
}

function Failed({ error }: ErrorComponentProps) {
  const router = useRouter<AnyRouter>();
  return <ProblemPage thrown={error} retry={() => void router.invalidate()} />;
}
