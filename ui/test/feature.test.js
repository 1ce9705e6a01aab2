import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { browser, complaints, keyTo, landscape, signIn } from './server.js';

const TITLE = 'Express orders';

describe('a feature', () => {
  const ends = [];
  let at, chromium, feature;
  const people = new Map();
  before(async () => {
    at = await landscape(ends);
    chromium = await browser(ends);
  });
  after(async () => {
    for (const end of ends) await end();
  });

  /** The page of somebody, who stays signed in, at this place. */
  const as = async (role, place) => {
    let page = people.get(role);
    if (page) {
      await page.goto(at.url + place);
    } else {
      page = await (await chromium.newContext()).newPage();
      people.set(role, page);
      await signIn(page, at.url, at.person(role), place);
    }
    return page;
  };

  /** Presses a button of the feature and confirms what it asks. */
  const press = async (role, name, seen) => {
    const page = await as(role, feature);
    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    await page.getByRole('button', { name, exact: true }).first().click();
    const dialog = page.locator('.ask');
    await dialog.getByRole('button', { name, exact: true }).click();
    await page.getByText(seen).first().waitFor({ timeout: 60_000 });
    return page;
  };

  /** The same without the mouse. */
  const type = async (role, name, asked, seen) => {
    const page = await as(role, feature);
    await page.getByRole('button', { name, exact: true }).first().waitFor();
    await keyTo(page, new RegExp(`^${name}`));
    await page.locator('.ask').getByText(asked).first().waitFor();
    await keyTo(page, new RegExp(`^${name}`));
    // The page hears by itself how it went on.
    await page.getByText(seen).first().waitFor({ timeout: 60_000 });
  };

  it('is created, transported, tested, approved, deployed and confirmed, each by whose task it is', async () => {
    const lead = await as('projectLead', '/s/alm/change/features');
    const found = complaints(lead);
    await lead.getByRole('button', { name: 'Create Feature' }).first().click();
    await lead.locator('#feature-title input').fill(TITLE);
    await lead.locator('.ask').getByRole('button', { name: 'Create', exact: true }).click();
    await lead.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    feature = new URL(lead.url()).pathname;

    const developer = await press('developer', 'Start Implementation', 'In Implementation');
    await developer.getByRole('note', { name: /^Deploy: / }).waitFor();
    await developer.goto(`${at.url}/s/cpi-dev/integration/packages/OrderIntegration`);
    await developer.getByRole('button', { name: 'Transport', exact: true }).first().click();
    await developer.locator('#transport-comment input').fill(TITLE);
    await developer.locator('.ask').getByRole('button', { name: 'Transport', exact: true }).click();
    const begun = developer.locator('.transport').filter({ hasText: TITLE });
    await begun.getByText('Finished').waitFor({ timeout: 60_000 });

    await as('developer', feature);
    await developer.getByRole('button', { name: 'Assign', exact: true }).first().click();
    const row = developer.locator('.ask').getByRole('row', { name: new RegExp(TITLE) });
    await row.getByRole('checkbox').check();
    await developer.locator('.ask').getByRole('button', { name: 'Assign', exact: true }).click();
    await developer.locator('.feature-tab').getByRole('link', { name: /^\d+$/ }).first().waitFor();

    await press('deploymentManager', 'Deploy', 'Deployed in TEST');
    await press('developer', 'Handover to Test', 'In Testing');
    const refused = await as('developer', feature);
    await refused.getByRole('note', { name: /^Confirm Successful Test: .*/ }).waitFor();
    await press('tester', 'Confirm Successful Test', 'Successfully Tested');
    await type('changeManager', 'Approve for Production', 'may be deployed to production', 'Ready for Production');
    await type('deploymentManager', 'Deploy', 'PROD', 'Deployed in PROD');
    await press('projectLead', 'Confirm Deployment', 'Deployed');
    await as('projectLead', `${feature}?tab=history`);
    const history = lead.getByRole('list', { name: 'History' });
    for (const role of ['projectLead', 'developer', 'tester', 'changeManager']) {
      await history.getByText(at.person(role).userName).first().waitFor();
    }
    assert.deepEqual(found, []);
  });
});
