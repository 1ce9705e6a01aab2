import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { browser, landscape, signIn } from './server.js';

/** Creates something as the page does. */
const post = (page, path, body) =>
  page.evaluate(
    async ([url, sent]) => {
      const { csrfToken } = await (await fetch('/api/v1/session')).json();
      const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(sent) });
      return { status: answer.status, body: await answer.json() };
    },
    [`/api/v1/subaccounts/alm/${path}`, body],
  );

describe('transports', () => {
  const ends = [];
  let at, chromium;
  before(async () => {
    at = await landscape(ends);
    chromium = await browser(ends);
  });
  after(async () => {
    for (const end of ends) await end();
  });

  it('are followed from the landscape to the log', async () => {
    const page = await chromium.newPage();
    await signIn(page, at.url, at.person('administrator'), '/s/alm/transport/landscape?view=table');
    await page.getByRole('link', { name: 'TEST', exact: true }).first().click();
    await page.getByRole('heading', { name: 'TEST', level: 1 }).waitFor();
    await page.getByText('Nothing waits').waitFor();
    await page.getByText('Show all requests').click();
    await page.getByText('Order Integration first delivery').first().waitFor();
    await page.getByRole('row', { name: /Order Integration first delivery/ }).getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Order Integration first delivery', level: 1 }).waitFor();
    await page.getByText('cpi.OrderIntegration').first().waitFor();
    await page.goto(`${at.url}/s/alm/transport/actions?type=I`);
    await page.getByRole('row', { name: /TEST/ }).getByRole('link').first().click();
    await page.getByText('Process finished.').first().waitFor();
    await page.close();
  });

  it('are shown in every window as they change, and what somebody wrote is text', async () => {
    const context = await chromium.newContext();
    const [one, other] = [await context.newPage(), await context.newPage()];
    const alarms = [];
    for (const page of [one, other]) page.on('dialog', (dialog) => alarms.push(dialog.message()) && dialog.dismiss());
    await signIn(one, at.url, at.person('administrator'), '/s/alm/transport/landscape?view=table');
    await other.goto(`${at.url}/s/alm/transport/landscape?view=table`);
    await other.getByText('PROD', { exact: true }).first().waitFor();
    const description = '<img src=x onerror="alert(1)">';
    const made = await post(one, 'nodes', { name: 'SANDBOX', description, isVirtual: true, uploadAllowed: true });
    assert.equal(made.status, 201);
    for (const page of [one, other]) await page.getByText('SANDBOX').first().waitFor();
    await other.goto(`${at.url}/s/alm/transport/nodes/${made.body.id}`);
    await other.getByText(description).first().waitFor();
    assert.deepEqual(alarms, []);
    await context.close();
  });

  it('are not for those who have no role in them, and a refusal says which one', async () => {
    const page = await chromium.newPage();
    await signIn(page, at.url, at.person('changeManager'), '/s/alm/change/features');
    await page.getByRole('heading', { name: 'Features', level: 1 }).waitFor();
    assert.equal(await page.getByText('Transport Requests').count(), 0);
    const refused = await page.evaluate(async () => (await fetch('/api/v1/subaccounts/alm/landscape')).json());
    assert.match(refused.error.fix, /TMS_LandscapeOperator_RC or TMS_Viewer_RC/);
    await page.close();
  });
});
