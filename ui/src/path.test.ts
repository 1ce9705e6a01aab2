import { expect, test } from 'vitest';
import { path, pattern } from './path';
import { screens } from './routes';

test('what an address names is encoded', () => {
  expect(path.queue({ subaccount: 'alm', node: 7 })).toBe('/s/alm/transport/nodes/7');
  expect(path.package({ subaccount: 'a/b', package: 'Größe 1' })).toBe('/s/a%2Fb/integration/packages/Gr%C3%B6%C3%9Fe%201');
  expect(path.about()).toBe('/about');
});

test('no two places have the same address', () => {
  const shapes = Object.values(pattern).map((text) => text.replace(/\$\w+/g, '$'));
  expect(new Set(shapes).size).toBe(shapes.length);
});

test('every screen has a place, and one only', () => {
  const places = screens.map((screen) => screen.place);
  expect(new Set(places).size).toBe(places.length);
  places.forEach((place) => expect(pattern).toHaveProperty(place));
});

test('every address', () => {
  const params = new Proxy({}, { get: (_, name) => `{${String(name)}}` }) as never;
  const all = Object.entries(path).map(([place, build]) => `${place}: ${decodeURIComponent(build(params))}`);
  expect(all).toMatchInlineSnapshot(`
    [
      "start: /",
      "home: /s/{subaccount}/home",
      "landscape: /s/{subaccount}/transport/landscape",
      "landscapeWizard: /s/{subaccount}/transport/landscape/wizard",
      "queue: /s/{subaccount}/transport/nodes/{node}",
      "requests: /s/{subaccount}/transport/requests",
      "request: /s/{subaccount}/transport/requests/{request}",
      "actions: /s/{subaccount}/transport/actions",
      "action: /s/{subaccount}/transport/actions/{action}",
      "features: /s/{subaccount}/change/features",
      "feature: /s/{subaccount}/change/features/{feature}",
      "projects: /s/{subaccount}/change/projects",
      "packages: /s/{subaccount}/integration/packages",
      "package: /s/{subaccount}/integration/packages/{package}",
      "artifact: /s/{subaccount}/integration/artifacts/{type}/{artifact}",
      "tenantTransports: /s/{subaccount}/integration/transports",
      "runtime: /s/{subaccount}/integration/runtime",
      "settings: /s/{subaccount}/integration/settings",
      "contentAgent: /s/{subaccount}/integration/content-agent",
      "exportContent: /s/{subaccount}/integration/content-agent/export",
      "exportActivity: /s/{subaccount}/integration/content-agent/activities/{activity}",
      "entitlements: /s/{subaccount}/cockpit/entitlements",
      "destinations: /s/{subaccount}/cockpit/destinations",
      "destination: /s/{subaccount}/cockpit/destinations/{destination}",
      "instances: /s/{subaccount}/cockpit/instances",
      "instance: /s/{subaccount}/cockpit/instances/{instance}",
      "subscriptions: /s/{subaccount}/cockpit/subscriptions",
      "users: /s/{subaccount}/cockpit/users",
      "roleCollection: /s/{subaccount}/cockpit/role-collections/{collection}",
      "trust: /s/{subaccount}/cockpit/trust",
      "identityProvider: /s/{subaccount}/cockpit/trust/{origin}",
      "spaces: /s/{subaccount}/cockpit/spaces",
      "account: /account",
      "accountUsers: /account/users",
      "accountRoleCollection: /account/role-collections/{collection}",
      "guide: /guide",
      "profile: /profile",
      "about: /about",
    ]
  `);
});
