import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { browser, complaints, landscape, signIn, subscribeContentAgent } from './server.js';

const AGENT = '/s/cpi-dev/integration/content-agent';

describe('the Content Agent', () => {
  const ends = [];
  let at, chromium;
  before(async () => {
    at = await landscape(ends);
    chromium = await browser(ends);
  });
  after(async () => {
    for (const end of ends) await end();
  });

  it('says which role is missing to those who have none', async () => {
    const page = await chromium.newPage();
    await signIn(page, at.url, at.person('developer'), AGENT);
    await page.getByText('Content Agent Admin').waitFor();
    await page.close();
  });

  it('exports what was chosen in its wizard, and shows the request', async () => {
    const page = await chromium.newPage();
    const found = complaints(page);
    await signIn(page, at.url, at.person('administrator'));
    await subscribeContentAgent(page, at.person('administrator').userName);
    await page.goto(`${at.url}${AGENT}`);
    await page.getByText('Connected').waitFor();
    await page.getByRole('row', { name: /Order Integration/ }).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Export 1 Resource' }).click();
    await page.getByRole('heading', { name: 'Export Content', level: 1 }).waitFor();
    const next = page.getByRole('button', { name: 'Next Step' });
    const step = (name) => page.getByRole('heading', { name, level: 2, exact: true }).waitFor();
    await step('Resources');
    await next.click();
    await step('Components');
    await page.getByRole('checkbox', { name: 'Order intake' }).waitFor();
    await next.click();
    await step('Dependencies');
    await page.getByText('refer to nothing outside of themselves').waitFor();
    await next.click();
    await step('Export Details');
    await page.locator('#export-description input').fill('by the wizard');
    await next.click();
    await step('Review');
    await page.getByText('Transport management').first().waitFor();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('heading', { name: 'by the wizard', level: 1 }).waitFor();
    await page.getByText('Finished').first().waitFor({ timeout: 60_000 });
    await page.getByText(/trId \d+/).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download MTA Archive' }).click()]);
    assert.match(file.suggestedFilename(), /\.mtar$/);
    await page.getByRole('link', { name: /^Transport request/ }).click();
    await page.getByRole('heading', { name: 'by the wizard', level: 1 }).waitFor();
    assert.match(new URL(page.url()).pathname, /^\/s\/alm\/transport\/requests\/\d+$/);
    await page.goto(`${at.url}${AGENT}?tab=activities&text=${encodeURIComponent(at.person('administrator').userName)}`);
    await page.getByRole('link', { name: 'by the wizard' }).waitFor();
    assert.deepEqual(found, []);
    await page.close();
  });

  it('is not done wrong: what has no component chosen goes no further', async () => {
    const page = await chromium.newPage();
    await signIn(page, at.url, at.person('administrator'), `${AGENT}/export?resources=${encodeURIComponent('Cloud Integration/OrderIntegration')}`);
    const next = page.getByRole('button', { name: 'Next Step' });
    await next.click();
    await page.getByRole('heading', { name: 'Components', level: 2 }).waitFor();
    for (const box of await page.locator('.export-parts ui5-checkbox').all()) await box.click();
    await page.getByText('Choose at least one component').waitFor();
    assert.equal(await next.isDisabled(), true);
    await page.close();
  });
});
