// Every screen there is, in both themes: it is shown without a complaint of the browser, and axe finds nothing serious.
// Pictures of each, wide and narrow, are left in `out/pictures`; look at them.
import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { browser, complaints, landscape, signIn, subscribeContentAgent } from './server.js';

const PICTURES = new URL('../../out/pictures/', import.meta.url).pathname;
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the screens', { concurrency: true }, () => {
  const ends = [];
  let at, chromium, screens;
  before(async () => {
    at = await landscape(ends);
    chromium = await browser(ends);
    const page = await chromium.newPage();
    await signIn(page, at.url, at.person('administrator'));
    const read = (path) => page.evaluate(async (url) => (await fetch(url)).json(), `/api/v1/${path}`);
    const { nodes } = await read('subaccounts/alm/landscape');
    const { items: requests } = await read('subaccounts/alm/requests');
    const { items: actions } = await read('subaccounts/alm/actions?type=I');
    const { items: features } = await read('alm/alm/overview/features');
    const { items: destinations } = await read('subaccounts/alm/destinations');
    const { subaccounts } = await read('session');
    const id = subaccounts.find((one) => one.subdomain === 'alm').id;
    const [org] = await read(`cloud-foundry/organizations?subaccountId=${id}`);
    const inSpaces = await Promise.all(org.spaces.map((space) => read(`cloud-foundry/spaces/${space.id}/instances`)));
    const [instance] = inSpaces.flatMap((page) => page.items);
    await subscribeContentAgent(page, at.person('administrator').userName);
    const { items: exports } = await read('subaccounts/cpi-dev/content-agent/activities');
    screens = [
      '/s/alm/home',
      '/s/alm/transport/landscape',
      '/s/alm/transport/landscape?view=table',
      '/s/alm/transport/landscape/wizard',
      '/s/alm/transport/landscape/wizard?step=destinations',
      '/s/alm/transport/landscape/wizard?step=review',
      `/s/alm/transport/nodes/${nodes.find((node) => node.name === 'TEST').id}?status=succeeded`,
      `/s/alm/transport/nodes/${nodes.find((node) => node.name === 'TEST').id}?do=descriptors`,
      '/s/alm/transport/requests',
      `/s/alm/transport/requests/${requests[0].id}`,
      '/s/alm/transport/actions',
      `/s/alm/transport/actions/${actions[0].id}`,
      '/s/alm/change/features',
      `/s/alm/change/features/${features[0].uuid}`,
      '/s/alm/change/projects',
      '/guide',
      '/s/cpi-dev/integration/packages',
      '/s/cpi-dev/integration/packages/OrderIntegration',
      '/s/cpi-dev/integration/artifacts/IFlow/OrderIntake',
      '/s/cpi-dev/integration/artifacts/IFlow/OrderIntake?tab=parameters',
      '/s/cpi-dev/integration/artifacts/IFlow/OrderIntake?tab=runtime',
      '/s/cpi-dev/integration/artifacts/IFlow/OrderIntake?tab=versions',
      '/s/cpi-dev/integration/artifacts/ScriptCollection/OrderScripts?tab=resources',
      '/s/cpi-dev/integration/artifacts/ValueMapping/OrderCodes',
      '/s/cpi-dev/integration/runtime',
      '/s/cpi-dev/integration/transports',
      '/s/cpi-dev/integration/content-agent',
      '/s/cpi-dev/integration/content-agent?tab=activities',
      '/s/cpi-dev/integration/content-agent/export?resources=Cloud%20Integration/OrderIntegration',
      `/s/cpi-dev/integration/content-agent/activities/${exports[0].id}`,
      '/s/cpi-dev/integration/settings',
      '/s/alm/cockpit/destinations',
      `/s/alm/cockpit/destinations/${destinations[0].name}`,
      '/s/alm/cockpit/instances',
      `/s/alm/cockpit/instances/${instance.id}?space=${instance.space}`,
      '/s/alm/cockpit/subscriptions',
      '/s/alm/cockpit/users',
      '/s/alm/cockpit/users?tab=role-collections',
      '/s/alm/cockpit/role-collections/Subaccount%20Administrator',
      '/account/users',
      '/s/alm/cockpit/trust',
      '/s/alm/cockpit/spaces',
      '/s/alm/cockpit/entitlements',
      '/account',
      '/profile',
      '/about',
      '/s/alm/there/is/no/such/screen',
    ];
    await page.close();
  });
  after(async () => {
    for (const end of ends) await end();
  });

  for (const colorScheme of ['light', 'dark']) {
    it(`are for everybody, ${colorScheme}`, async () => {
      const context = await chromium.newContext({ colorScheme, viewport: SIZES[0] });
      const page = await context.newPage();
      const found = complaints(page);
      await signIn(page, at.url, at.person('administrator'));
      for (const screen of screens) {
        await page.goto(`${at.url}${screen}`);
        await page.getByRole('heading', { level: 1 }).or(page.getByText('There is nothing here')).first().waitFor();
        await page.waitForLoadState('networkidle');
        await page.waitForFunction(() => [...document.querySelectorAll('.graph')].every((graph) => graph.querySelector('.react-flow__node')));
        // The policy of the page keeps scripts out of it, but not those of the browser's own tools.
        await page.evaluate(AXE);
        const { violations } = await page.evaluate(() => window.axe.run());
        const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        const told = grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
        assert.deepEqual(told, [], screen);
        await pictures(page, colorScheme, screen);
      }
      assert.deepEqual(found, []);
      await context.close();
    });
  }
});

/** `transport-nodes-TEST-light-1440.png`; numbers that differ from run to run are left out. */
async function pictures(page, theme, screen) {
  const name = screen.replace(/^\/(s\/)?/, '').replaceAll(/[0-9a-f-]{36}|\d+/g, 'one').replaceAll(/[^\w-]+/g, '-');
  await mkdir(PICTURES, { recursive: true });
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.screenshot({ path: `${PICTURES}${name}-${theme}-${size.width}.png` });
  }
  await page.setViewportSize(SIZES[0]);
}
