// Signing in with the identity provider of a company: first time, with the roles of the groups, and without them when they go.
import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { identityProvider, trusting } from './provider.js';
import { browser, complaints, landscape, signIn } from './server.js';

const PICTURES = new URL('../../out/pictures/', import.meta.url).pathname;
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('single sign-on', () => {
  const ends = [];
  const people = { ada: ['transport-viewers', 'administrators'] };
  let at, chromium;
  before(async () => {
    const issuer = await identityProvider(ends, people);
    at = await landscape(ends, trusting(issuer));
    chromium = await browser(ends);
  });
  after(async () => {
    for (const end of ends) await end();
  });

  /** From the sign-in page through the provider, in a browser of its own. */
  async function comes(name, { next = '/', ...options } = {}) {
    const context = await chromium.newContext(options);
    const page = await context.newPage();
    await page.goto(`${at.url}/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByRole('link', { name: 'Sign in with Example Corp' }).click();
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('button', { name: 'Come in' }).click();
    await page.waitForURL((address) => address.href.startsWith(at.url));
    return { page, context };
  }

  const roles = (page) =>
    page.evaluate(async () => (await (await fetch('/api/v1/session')).json()).subaccounts.map(({ subdomain, roleCollections }) => [subdomain, roleCollections]));

  it('leads to where somebody wanted to go, as a new person with the roles of the groups', async () => {
    const { page, context } = await comes('ada', { next: '/s/alm/transport/landscape' });
    const found = complaints(page);
    await page.waitForURL(/\/s\/alm\/transport\/landscape$/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.deepEqual(await roles(page), [['alm', ['Subaccount Administrator', 'TMS_Viewer_RC']]]);
    await page.goto(`${at.url}/s/alm/cockpit/users?text=ada`);
    await page.getByRole('cell', { name: 'ada@corp.example' }).first().waitFor();
    await page.getByRole('button', { name: 'Role Collections', exact: true }).click();
    await page.getByText('Comes from a group at sap.custom').first().waitFor();
    assert.deepEqual(found, []);
    await context.close();
  });

  it('takes the roles of a group away when the group goes, and keeps the person', async () => {
    const administrator = await chromium.newPage();
    await signIn(administrator, at.url, at.person('administrator'));
    const given = await administrator.evaluate(async () => {
      const { csrfToken } = await (await fetch('/api/v1/session')).json();
      const to = '/api/v1/subaccounts/alm/users/ada@corp.example/role-collections/Subaccount%20Viewer?origin=sap.custom';
      return (await fetch(to, { method: 'PUT', headers: { 'x-csrf-token': csrfToken } })).status;
    });
    assert.equal(given, 200);
    await administrator.close();
    people.ada = [];
    const { page, context } = await comes('ada', { next: '/profile' });
    await page.waitForURL(/\/profile$/);
    assert.deepEqual(await roles(page), [['alm', ['Subaccount Viewer']]]);
    await context.close();
    people.ada = ['transport-viewers', 'administrators'];
  });

  it('works without script', async () => {
    const { page, context } = await comes('grace', { javaScriptEnabled: false, next: '/cf-uaa/passcode' });
    await page.getByText('Temporary Authentication Code').first().waitFor();
    await context.close();
  });

  it('says what is wrong when somebody comes back whom nobody sent, and lets him start again', async () => {
    const page = await chromium.newPage();
    await page.goto(`${at.url}/sign-in/sap.custom/callback?code=stolen&state=made-up`);
    await page.getByRole('alert').getByText('sign in again').waitFor();
    await page.getByRole('link', { name: 'Sign in with Example Corp' }).waitFor();
    await page.close();
  });

  for (const colorScheme of ['light', 'dark']) {
    it(`is checked in the cockpit, ${colorScheme}`, async () => {
      const context = await chromium.newContext({ colorScheme, viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      const found = complaints(page);
      await page.goto(`${at.url}/sign-in`);
      await looked(page, `sign-in-provider-${colorScheme}`);
      await signIn(page, at.url, at.person('administrator'), '/s/alm/cockpit/trust');
      await page.getByRole('link', { name: 'Example Corp' }).waitFor();
      await looked(page, `cockpit-trust-${colorScheme}`);
      await page.getByRole('link', { name: 'Example Corp' }).click();
      await page.waitForURL(/\/cockpit\/trust\/sap\.custom$/);
      await page.getByRole('cell', { name: 'No such role collection' }).waitFor();
      await page.getByRole('button', { name: 'Check' }).click();
      await page.getByText('Client id and secret are right').or(page.getByText('cannot be told')).first().waitFor();
      await page.getByText('Active').first().waitFor();
      await looked(page, `cockpit-identity-provider-${colorScheme}`);
      assert.deepEqual(found, []);
      await context.close();
    });
  }
});

/** Nothing serious is found by axe, and a picture of it is left, wide and narrow. */
async function looked(page, name) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run());
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  assert.deepEqual(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`), [], name);
  await mkdir(PICTURES, { recursive: true });
  for (const size of [{ width: 390, height: 844 }, { width: 1440, height: 900 }]) {
    await page.setViewportSize(size);
    await page.screenshot({ path: `${PICTURES}${name}-${size.width}.png`, fullPage: true });
  }
}
