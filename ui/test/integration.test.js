import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { browser, complaints, landscape, signIn } from './server.js';

const FLOW = '/s/cpi-dev/integration/artifacts/IFlow/OrderIntake';

describe('integration content', () => {
  const ends = [];
  let at, chromium;
  before(async () => {
    at = await landscape(ends);
    chromium = await browser(ends);
  });
  after(async () => {
    for (const end of ends) await end();
  });

  it('is drawn as it is in the model, under the policy of the page, and told in words', async () => {
    const page = await chromium.newPage();
    const found = complaints(page);
    await signIn(page, at.url, at.person('developer'), FLOW);
    await page.getByRole('heading', { name: 'Order intake', level: 1 }).waitFor();
    await page.locator('.bpmn .djs-shape').first().waitFor();
    const xml = await page.evaluate(async () => (await fetch('/api/v1/tenants/cpi-dev/designtime/IFlow/OrderIntake/model')).text());
    const inModel = [...xml.matchAll(/<bpmndi:BPMNShape bpmnElement="(\w+)"/g)].map(([, id]) => id);
    assert.ok(inModel.length >= 7, xml);
    const drawn = page.locator('.bpmn .djs-shape').evaluateAll((all) => all.map((shape) => shape.getAttribute('data-element-id')));
    const isLabel = (id) => id.endsWith('_label');
    assert.deepEqual((await drawn).filter((id) => !isLabel(id)).toSorted(), inModel.toSorted());
    const scale = () => page.locator('.bpmn .viewport').evaluate((viewport) => viewport.getCTM().a);
    const before = await scale();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    assert.ok((await scale()) > before);
    await page.getByText('In words').click();
    await page.getByText('Check the order').last().waitFor();
    await page.getByText('HTTPS').last().waitFor();
    assert.deepEqual(found, []);
    await page.close();
  });

  it('is configured and deployed, and shows how it runs', async () => {
    const page = await chromium.newPage();
    await signIn(page, at.url, at.person('developer'), `${FLOW}?tab=runtime`);
    await page.getByRole('button', { name: 'Deploy', exact: true }).click();
    await page.getByText('Started').first().waitFor();
    await page.goto(`${at.url}/s/cpi-dev/integration/runtime`);
    await page.getByRole('link', { name: 'Order intake' }).waitFor();
    await page.goto(`${at.url}/s/cpi-dev/integration/artifacts/ScriptCollection/OrderScripts`);
    await page.getByRole('link', { name: 'order.groovy' }).click();
    await page.locator('.code [data-sort="word"]').first().waitFor();
    await page.goto(`${at.url}/s/cpi-dev/integration/artifacts/ValueMapping/OrderCodes`);
    await page.getByRole('columnheader', { name: 'Shop · country' }).waitFor();
    await page.getByRole('cell', { name: 'DEU' }).waitFor();
    await page.close();
  });

  it('goes from DEV to PROD, and is followed on its way', async () => {
    const page = await chromium.newPage();
    await signIn(page, at.url, at.person('administrator'), '/s/cpi-dev/integration/packages');
    await page.getByRole('link', { name: 'Order Integration' }).click();
    await page.getByLabel('Choose Order intake for the transport').check();
    await page.getByRole('button', { name: 'Transport 1 artifacts' }).click();
    await page.locator('#transport-comment input').fill('second delivery');
    await page.locator('.ask').getByRole('button', { name: 'Transport', exact: true }).click();
    const begun = page.locator('.transport').filter({ hasText: 'second delivery' });
    await begun.getByText('Finished').waitFor({ timeout: 60_000 });
    await begun.getByRole('link', { name: /^Transport request/ }).click();
    await page.getByRole('heading', { name: 'Order Integration second delivery', level: 1 }).waitFor();
    await page.getByText('OrderIntake').first().waitFor();
    const request = Number(new URL(page.url()).pathname.split('/').pop());
    for (const node of ['TEST', 'PROD']) {
      await imported(page, node, request);
      await page.reload();
    }
    await page.goto(`${at.url}/s/cpi-prod/integration/packages/OrderIntegration`);
    await page.getByRole('heading', { name: 'Order Integration', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Order intake' }).waitFor();
    await page.close();
  });

  it('is seen but not changed by those who have no role for it', async () => {
    const page = await chromium.newPage();
    await signIn(page, at.url, at.person('tester'), '/s/cpi-test/integration/packages/OrderIntegration');
    await page.getByRole('heading', { name: 'Order Integration', level: 1 }).waitFor();
    await page.getByRole('note', { name: /^Transport: .*WorkspacePackagesTransport/ }).waitFor();
    const refused = await page.evaluate(async () => (await fetch('/api/v1/tenants/cpi-dev/packages')).status);
    assert.equal(refused, 403);
    await page.close();
  });
});

/** Imports one request into a node, as the page of its queue does, and waits until it is through. */
async function imported(page, name, request) {
  const outcome = await page.evaluate(
    async ([name, request]) => {
      const root = '/api/v1/subaccounts/alm';
      const { csrfToken } = await (await fetch('/api/v1/session')).json();
      const { nodes } = await (await fetch(`${root}/landscape`)).json();
      const { id } = nodes.find((node) => node.name === name);
      const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
      const begun = await fetch(`${root}/nodes/${id}/imports`, { method: 'POST', headers, body: JSON.stringify({ requests: [request] }) });
      const { action } = await begun.json();
      for (let tries = 0; tries < 240; tries += 1) {
        const { status } = await (await fetch(`${root}/actions/${action}`)).json();
        if (status !== 'running' && status !== 'initial') return status;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      return 'it did not end';
    },
    [name, request],
  );
  assert.match(outcome, /^(succeeded|warning)$/);
}
