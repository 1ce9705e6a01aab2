import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { browser, complaints, landscape, signIn } from './server.js';

/** A call of the signed-in person, as a script would make it. */
const call = (page, method, path, body) =>
  page.evaluate(
    async ([verb, url, sent]) => {
      const { csrfToken } = await (await fetch('/api/v1/session')).json();
      const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
      const answer = await fetch(`/api/v1/${url}`, { method: verb, headers, body: sent === undefined ? undefined : JSON.stringify(sent) });
      const text = await answer.text();
      return { status: answer.status, body: text ? JSON.parse(text) : undefined };
    },
    [method, path, body],
  );

const good = async (...asked) => {
  const { status, body } = await call(...asked);
  assert.ok(status < 300, `${asked.slice(1).join(' ')}: ${status} ${JSON.stringify(body)}`);
  return body;
};

/** Chooses an option of a select of UI5, found by its label. */
const choose = async (page, label, option) => {
  await page.getByLabel(label, { exact: true }).first().click();
  await page.getByRole('option', { name: option }).first().click();
};

describe('the landscape', () => {
  const ends = [];
  let at, chromium;
  before(async () => {
    at = await landscape(ends);
    chromium = await browser(ends);
  });
  after(async () => {
    for (const end of ends) await end();
  });

  it('is made by the wizard, with a destination that was wrong first', async () => {
    const page = await chromium.newPage();
    const found = complaints(page);
    const admin = at.person('administrator');
    await signIn(page, at.url, admin);
    const { id } = await good(page, 'POST', 'accounts/subaccounts', { displayName: 'Fresh', subdomain: 'fresh', region: 'eu10' });
    await good(page, 'PUT', `accounts/subaccounts/${id}/entitlements/alm-ts/standard`, { enable: true });
    await good(page, 'PUT', 'subaccounts/fresh/subscriptions/alm-ts', { plan: 'standard' });
    for (const role of ['TMS_LandscapeOperator_RC', 'TMS_Viewer_RC']) {
      await good(page, 'PUT', `subaccounts/fresh/users/${encodeURIComponent(admin.userName)}/role-collections/${role}`);
    }
    await page.goto(`${at.url}/s/fresh/home`);
    await page.getByRole('button', { name: 'Landscape Wizard' }).click();
    await page.getByRole('heading', { name: 'Landscape Wizard', level: 1 }).waitFor();
    await page.getByLabel('Description').first().fill('Where flows are made');
    await page.getByRole('button', { name: 'Next Step' }).click();

    const test = page.getByRole('region', { name: 'TEST' });
    await choose(test, 'Destination', 'New destination');
    const user = at.person('deployUser');
    // There is no such name.
    await test.getByLabel('URL', { exact: true }).fill('https://nobody.invalid/slprot/org/space/slp');
    await test.getByLabel('User', { exact: true }).fill(user.userName);
    await test.getByLabel('Password', { exact: true }).fill(user.password);
    await test.getByRole('button', { name: 'Create Destination' }).click();
    await test.getByRole('button', { name: 'Check Connection' }).click();
    await test.getByText('Connection to "To_TEST" could not be established').waitFor();
    await test.getByText('its name is not known').first().waitFor();
    await test.getByRole('button', { name: 'Edit Destination' }).click();
    const { subaccounts } = await good(page, 'GET', 'session');
    await choose(test, 'Subaccount', subaccounts.find(({ subdomain }) => subdomain === 'cpi-test').displayName);
    await choose(test, 'Space', /integration/);
    await test.getByRole('button', { name: 'Save Destination' }).click();
    await test.getByRole('button', { name: 'Check Connection' }).click();
    await test.getByText('HTTP request (without authentication) to To_TEST destination succeeded').waitFor();

    // Another node may go through the same one.
    await choose(page.getByRole('region', { name: 'PROD' }), 'Destination', 'To_TEST');
    await page.getByRole('button', { name: 'Next Step' }).click();
    await page.getByRole('cell', { name: 'DEV → TEST' }).waitFor();
    await page.getByRole('button', { name: 'Create Landscape' }).click();
    await page.getByText('The landscape is created: 3 nodes and 2 routes.').first().waitFor();
    await page.getByRole('heading', { name: 'Landscape', level: 1 }).waitFor();
    for (const name of ['DEV', 'TEST', 'PROD']) await page.locator('.react-flow__node', { hasText: name }).first().waitFor();
    const made = await good(page, 'GET', 'subaccounts/fresh/landscape');
    assert.deepEqual(made.nodes.map((node) => node.destination ?? null), [null, 'To_TEST', 'To_TEST']);
    assert.deepEqual(found, []);
    await page.close();
  });

  it('says to the second of two who edit a node that it was changed, and loses nothing', async () => {
    const page = await chromium.newPage();
    await signIn(page, at.url, at.person('administrator'));
    const { nodes } = await good(page, 'GET', 'subaccounts/alm/landscape');
    const { id } = nodes.find(({ name }) => name === 'TEST');
    await page.goto(`${at.url}/s/alm/transport/landscape?view=table&node=${id}&do=edit-node`);
    await page.getByLabel('Tags').fill('mine');
    await good(page, 'PATCH', `subaccounts/alm/nodes/${id}`, { description: 'theirs' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody else changed this meanwhile.').waitFor();
    await page.getByRole('button', { name: 'Keep My Entries' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Node TEST is changed.').first().waitFor();
    const after = await good(page, 'GET', `subaccounts/alm/nodes/${id}`);
    assert.deepEqual([after.description, after.tags], ['theirs', ['mine']]);
    await page.close();
  });

  it('has extension descriptors, a search in its queues, and what is where on the home screen', async () => {
    const page = await chromium.newPage();
    const found = complaints(page);
    await signIn(page, at.url, at.person('administrator'));
    const { nodes } = await good(page, 'GET', 'subaccounts/alm/landscape');
    const { id } = nodes.find(({ name }) => name === 'TEST');
    await page.goto(`${at.url}/s/alm/transport/nodes/${id}?status=`);
    await page.getByRole('button', { name: 'MTA Extension Descriptors' }).click();
    await page.getByRole('button', { name: 'Add Descriptor' }).click();
    const buffer = Buffer.from("_schema-version: '3.1'\nID: orders-test\nextends: orders\n");
    await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'orders.mtaext', mimeType: 'text/yaml', buffer });
    await page.getByRole('button', { name: 'Add Descriptor' }).click();
    await page.getByRole('row', { name: /orders.*orders-test/ }).waitFor();
    await page.getByRole('button', { name: 'Delete orders-test' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('This node has no MTA extension descriptors').waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();

    const { items } = await good(page, 'GET', `subaccounts/alm/nodes/${id}/queue?status=succeeded`);
    const [first] = items;
    await page.getByLabel('Search description, ID, entry node, owner').fill(String(first.request));
    await page.waitForURL((address) => address.searchParams.get('text') === String(first.request));
    await page.getByRole('link', { name: String(first.request), exact: true }).waitFor();
    await page.getByLabel('Search description, ID, entry node, owner').fill('no such thing');
    await page.getByText('No request fits').or(page.getByText('fits')).first().waitFor();

    await page.goto(`${at.url}/s/alm/home`);
    const matrix = page.getByRole('region', { name: 'What is where' }).first();
    await matrix.getByRole('columnheader', { name: 'PROD' }).waitFor();
    await matrix.getByText('Up to date').first().waitFor();
    assert.deepEqual(found, []);
    await page.close();
  });
});
