import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { browser, complaints, landscape, signIn } from './server.js';

/** What is typed into a field of UI5, found by its label. */
const type = async (page, label, text) => {
  const field = page.getByLabel(label, { exact: true }).first();
  await field.fill(text);
};

describe('the cockpit', () => {
  const ends = [];
  let at, chromium;
  before(async () => {
    at = await landscape(ends);
    chromium = await browser(ends);
  });
  after(async () => {
    for (const end of ends) await end();
  });

  it('has a destination made wrong, checked, and fixed', async () => {
    const page = await chromium.newPage();
    const found = complaints(page);
    await signIn(page, at.url, at.person('administrator'), '/s/alm/cockpit/destinations');
    await page.getByRole('heading', { name: 'Destinations', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Create Destination' }).click();
    await type(page, 'Name', 'Orders');
    // There is no such name.
    await type(page, 'URL', 'https://nobody.invalid/orders');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Check Connection' }).click();
    await page.getByText('Connection to "Orders" could not be established').waitFor();
    await page.getByText('its name is not known').first().waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await type(page, 'URL', `${at.url}/sign-in`);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Destination Orders is saved.').first().waitFor();
    await page.getByRole('button', { name: 'Check Connection' }).click();
    await page.getByText('Connection to "Orders" is established.').waitFor();
    assert.deepEqual(found, []);
    await page.close();
  });

  it('refuses an edit of what somebody else changed meanwhile, and says so', async () => {
    const page = await chromium.newPage();
    await signIn(page, at.url, at.person('administrator'), '/s/alm/cockpit/destinations');
    await page.getByRole('heading', { name: 'Destinations', level: 1 }).waitFor();
    const send = (method, path, properties) =>
      page.evaluate(
        async ([verb, url, body]) => {
          const { csrfToken } = await (await fetch('/api/v1/session')).json();
          const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
          return (await fetch(`/api/v1/subaccounts/alm/${url}`, { method: verb, headers, body: JSON.stringify({ properties: body }) })).status;
        },
        [method, path, properties],
      );
    const plain = { Name: 'Shared', Type: 'HTTP', URL: 'https://shared.example', Authentication: 'NoAuthentication' };
    assert.equal(await send('POST', 'destinations', plain), 201);
    await page.goto(`${at.url}/s/alm/cockpit/destinations/Shared`);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await type(page, 'Description', 'mine');
    // The page keeps the version that was shown when the dialog was opened.
    assert.equal(await send('PUT', 'destinations/Shared', { ...plain, Description: 'theirs' }), 200);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody else changed this meanwhile.').first().waitFor();
    // What was typed in is kept, about the newest version.
    await page.getByRole('button', { name: 'Keep My Entries' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Destination Shared is saved.').first().waitFor();
    await page.getByText('mine', { exact: true }).first().waitFor();
    await page.close();
  });

  it('shows what is in a key on request, and its secrets on another', async () => {
    const page = await chromium.newPage();
    await signIn(page, at.url, at.person('administrator'), '/s/alm/cockpit/instances');
    await page.getByRole('row', { name: /SAP Cloud ALM/ }).getByRole('link').first().click();
    await page.getByRole('button', { name: /^Key / }).first().click();
    await page.getByRole('button', { name: 'Read Credentials' }).click();
    await page.getByText('••••••••').first().waitFor();
    await page.getByRole('button', { name: 'Show Secrets' }).click();
    await page.getByText('"clientsecret"').waitFor();
    assert.equal(await page.getByText('••••••••').count(), 0);
    await page.close();
  });

  it('has a role collection made, given to somebody, changed, and deleted', async () => {
    const page = await chromium.newPage();
    await signIn(page, at.url, at.person('administrator'), '/s/alm/cockpit/users?tab=role-collections');
    await page.getByRole('button', { name: 'Create Role Collection' }).click();
    await type(page, 'Role collection', 'Transport readers');
    await page.getByLabel('Search role, description or application').fill('destination');
    await page.locator('.ask ui5-checkbox').first().click();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('heading', { name: 'Transport readers', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Assign User' }).click();
    const { userName } = at.person('developer');
    await page.locator('#assign-user input').fill(userName);
    await page.keyboard.press('Tab');
    await page.locator('.ask').getByRole('button', { name: 'Assign User' }).click();
    await page.getByRole('cell', { name: userName }).first().waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await type(page, 'Role collection', 'Readers');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Readers', level: 1, exact: true }).waitFor();
    await page.getByRole('cell', { name: userName }).first().waitFor();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.locator('#confirm-name input').fill('Readers');
    await page.locator('.confirmation').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Role collection Readers is deleted.').first().waitFor();
    await page.goto(`${at.url}/s/alm/cockpit/role-collections/Subaccount%20Administrator`);
    await page.getByRole('note', { name: /^Edit: .*predefined/ }).waitFor();
    await page.close();
  });

  it('sets all role collections of a user in one call, and has a user removed by name', async () => {
    const page = await chromium.newPage();
    await signIn(page, at.url, at.person('administrator'), '/s/alm/cockpit/users');
    await page.getByRole('button', { name: 'Create User' }).click();
    await type(page, 'User name', 'guest@example.org');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    const row = page.getByRole('row', { name: /guest@example.org/ });
    const writes = [];
    page.on('request', (request) => request.method() !== 'GET' && writes.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await row.getByRole('button', { name: 'Role Collections' }).click();
    await page.locator('.ask ui5-checkbox').nth(0).click();
    await page.locator('.ask ui5-checkbox').nth(1).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The role collections of guest@example.org are changed.').first().waitFor();
    assert.deepEqual(writes, ['PUT /api/v1/subaccounts/alm/users/guest%40example.org/role-collections']);
    await row.getByRole('button', { name: 'Remove guest@example.org' }).click();
    await page.locator('#confirm-name input').fill('guest@example.org');
    await page.locator('.confirmation').getByRole('button', { name: 'Remove' }).click();
    await row.waitFor({ state: 'detached' });
    await page.close();
  });

  it('has the users of the global account', async () => {
    const page = await chromium.newPage();
    await signIn(page, at.url, at.person('administrator'), '/account');
    await page.getByRole('link', { name: 'Users of the Global Account' }).click();
    await page.getByRole('heading', { name: 'Users of the Global Account', level: 1 }).waitFor();
    await page.getByRole('tab', { name: 'Role Collections' }).click();
    await page.getByRole('link', { name: 'Global Account Administrator' }).click();
    await page.getByRole('heading', { name: 'Global Account Administrator', level: 1 }).waitFor();
    await page.getByRole('cell', { name: at.person('administrator').userName }).first().waitFor();
    await page.close();
  });
});
