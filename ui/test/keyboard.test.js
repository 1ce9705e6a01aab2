import { after, before, describe, it } from 'node:test';
import { browser, keyTo, landscape } from './server.js';

/** Signs in without the mouse. */
async function typeIn(page, url, person, place) {
  await page.goto(`${url}/sign-in?next=${encodeURIComponent(place)}`);
  await page.keyboard.type(person.userName);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => address.pathname !== '/sign-in');
}

describe('the keyboard alone', () => {
  const ends = [];
  let at, chromium;
  before(async () => {
    at = await landscape(ends);
    chromium = await browser(ends);
  });
  after(async () => {
    for (const end of ends) await end();
  });

  it('goes from the queue over the import to its log', async () => {
    const page = await chromium.newPage();
    await typeIn(page, at.url, at.person('administrator'), '/s/alm/transport/landscape?view=table');
    await page.getByRole('link', { name: 'TEST', exact: true }).first().waitFor();
    await keyTo(page, /^TEST/);
    await page.getByRole('heading', { name: 'TEST', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Nothing waits' }).waitFor();
    await keyTo(page, /^Show all requests/);
    await page.getByRole('row', { name: /first delivery/ }).waitFor();
    await keyTo(page, /^Select \|.*first delivery/, 'Space');
    // What can be done with it stands before the table.
    await keyTo(page, /^Reset/, 'Enter', 'Shift+Tab');
    await page.locator('.ask').getByRole('button', { name: 'Reset', exact: true }).waitFor();
    await keyTo(page, /^Reset/);
    await page.getByRole('row', { name: /Repeatable/ }).waitFor();
    await keyTo(page, /^Select \|.*first delivery/, 'Space');
    await keyTo(page, /^Import Selected/, 'Enter', 'Shift+Tab');
    await page.locator('.ask').getByRole('button', { name: 'Import Selected', exact: true }).waitFor();
    await keyTo(page, /^Import Selected/);
    // The log runs beside the table, and ends by itself.
    await page.locator('.log-panel').getByText('Process finished.').first().waitFor({ timeout: 60_000 });
    await page.close();
  });
});
