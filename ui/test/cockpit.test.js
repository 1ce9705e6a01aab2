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
    await page.getByText('was changed by somebody else meanwhile').first().waitFor();
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
});
