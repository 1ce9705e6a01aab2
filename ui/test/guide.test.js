// The guide from an empty server to its last step, by one person who has nothing but the page.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { browser, complaints, landscape, signIn, start } from './server.js';

const TENANTS = ['dev', 'test', 'prod'];
const SPACE = 'integration';
const ASSEMBLY = 'ContentAssemblyService';
const INTEGRATION = 'CloudIntegration';
const PASS_THROUGH = 'TransportManagementService';

describe('the guide', () => {
  const ends = [];
  let server, admin, chromium, page, zip;
  before(async () => {
    // A package as somebody got it from another system.
    const other = await landscape(ends);
    chromium = await browser(ends);
    const visitor = await chromium.newPage();
    await signIn(visitor, other.url, other.person('developer'), '/profile');
    const read = await visitor.context().request.get(`${other.url}/api/v1/tenants/cpi-dev/packages/OrderIntegration/content`);
    zip = { name: 'OrderIntegration.zip', mimeType: 'application/zip', buffer: await read.body() };
    await visitor.close();
    await other.stop();
    ends.splice(ends.indexOf(other.stop), 1);
    const folder = await mkdtemp(join(tmpdir(), 'ropeway-empty-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    server = await start(['serve', '--listen', '127.0.0.1:0', '--data', join(folder, 'data')]);
    ends.unshift(server.stop);
    admin = JSON.parse(await readFile(join(folder, 'data', 'first-start.json'), 'utf8')).administrator;
    page = await (await chromium.newContext({ viewport: { width: 1440, height: 1000 } })).newPage();
  });
  after(async () => {
    for (const end of ends) await end();
  });

  const go = (place) => page.goto(server.url + place);
  const ask = () => page.locator('.ask');
  const button = (name) => page.getByRole('button', { name, exact: true }).first();
  const confirm = (name) => ask().getByRole('button', { name, exact: true }).click();
  const fill = (id, text) => page.locator(`#${id} input`).fill(text);
  const choose = async (id, option) => {
    await page.locator(`#${id}`).click();
    await page.getByRole('option', { name: option, exact: true }).first().click();
  };
  const told = (text) => page.getByText(text).first().waitFor();

  async function subaccount(name, subdomain) {
    await button('Create Subaccount').click();
    await fill('account-name', name);
    await fill('account-subdomain', subdomain);
    await confirm('Create');
    await page.getByRole('link', { name: new RegExp(`^${name}`) }).first().waitFor();
  }

  async function entitle(place, plans) {
    await go(`/s/${place}/cockpit/entitlements`);
    for (const [service, plan, amount] of plans) {
      const row = page.locator('tr').filter({ has: page.getByText(service, { exact: true }) }).filter({ has: page.getByRole('cell', { name: plan, exact: true }) });
      await row.getByRole('button').click();
      if (amount) {
        await fill('entitlement-amount', String(amount));
        await confirm('Save');
      }
      await row.getByRole('cell', { name: amount ? String(amount) : 'Yes', exact: true }).waitFor();
    }
  }

  async function subscribe(place, names) {
    await go(`/s/${place}/cockpit/subscriptions`);
    for (const name of names) {
      const row = page.getByRole('row', { name: new RegExp(`^${name}`) });
      await row.getByRole('button', { name: 'Subscribe' }).click();
      await row.getByRole('button', { name: 'Unsubscribe' }).waitFor();
    }
  }

  /** A role collection with every role of these applications, for the person himself. */
  async function roles(place, collection, applications) {
    await go(`/s/${place}/cockpit/users?tab=role-collections`);
    await button('Create Role Collection').click();
    await fill('collection-name', collection);
    for (const application of applications) {
      await page.getByLabel('Search role, description or application').fill(application);
      const boxes = ask().getByRole('region', { name: application, exact: true }).locator('ui5-checkbox');
      await boxes.first().waitFor();
      for (const box of await boxes.all()) await box.click();
    }
    await confirm('Create');
    await page.getByRole('heading', { name: collection, level: 1 }).waitFor();
    await button('Assign User').click();
    await page.locator('#assign-user input').fill(admin.userName);
    await page.keyboard.press('Tab');
    await confirm('Assign User');
    await page.getByRole('cell', { name: admin.userName }).first().waitFor();
  }

  async function space(place, name) {
    await go(`/s/${place}/cockpit/spaces`);
    await button('Enable Cloud Foundry').click();
    await confirm('Create');
    await button('Create Space').click();
    await fill('space-name', name);
    await confirm('Create');
    await page.getByRole('heading', { name, level: 3 }).waitFor();
    await button('Add Member').click();
    await fill('member-user', admin.userName);
    await choose('member-where', `Space ${name}`);
    await choose('member-role', 'Space Developer');
    await confirm('Add');
    await page.getByRole('row', { name: /Space Developer/ }).waitFor();
  }

  /** An instance in the space with a key; answers what is in the key, as it is shown. */
  async function instance(place, service, plan, name, parameters) {
    await go(`/s/${place}/cockpit/instances`);
    await button('Create Instance').click();
    await page.locator('#instance-place').click();
    await page.getByRole('option', { name: /^Space / }).first().click();
    await choose('instance-service', service);
    await choose('instance-plan', plan);
    await fill('instance-name', name);
    if (parameters) await page.locator('#instance-parameters textarea').fill(JSON.stringify(parameters));
    await confirm('Create');
    await page.getByRole('link', { name, exact: true }).first().click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await button('Create Key').click();
    await fill('key-name', `${name}-key`);
    await confirm('Create');
    await page.getByRole('button', { name: `Key ${name}-key` }).first().click();
    await button('Read Credentials').click();
    await button('Show Secrets').click();
    const shown = ask().locator('.code').getByText('clientsecret').first();
    await shown.waitFor();
    return JSON.parse((await ask().locator('.code pre code').allInnerTexts()).join('\n'));
  }

  async function destination(place, name, url, login, more = {}) {
    await go(`/s/${place}/cockpit/destinations`);
    await button('Create Destination').click();
    await fill('destination-Name', name);
    await fill('destination-URL', url);
    await choose('destination-Authentication', login.type);
    for (const [key, value] of Object.entries(login.fields)) await fill(`destination-${key}`, value);
    for (const [key, value] of Object.entries(more)) {
      await page.getByRole('button', { name: 'Add Property' }).click();
      await page.getByLabel('Property', { exact: true }).last().fill(key);
      await page.getByLabel(`Value of ${key}`).fill(value);
    }
    await confirm('Create');
    await page.getByRole('heading', { name, level: 1 }).waitFor();
  }

  const client = (id, secret, tokenUrl) => ({
    type: 'OAuth2ClientCredentials',
    fields: { clientId: id, clientSecret: secret, tokenServiceURL: tokenUrl },
  });

  /** What the guide says is still to be done. */
  async function open() {
    const { steps } = await page.evaluate(async () => (await fetch('/api/v1/guide')).json());
    return steps.filter(({ status }) => status !== 'done').map(({ number, saw, fix }) => `${number}: ${saw}; ${fix}`);
  }
  const openUpTo = async (last) => (await open()).filter((line) => Number.parseInt(line, 10) <= last);

  it('is walked from an empty server to its last step by the page alone', async () => {
    const found = complaints(page);
    await signIn(page, server.url, admin, '/guide');
    await page.getByText('0 of 55').waitFor();
    await button('Go there').click();
    await page.getByRole('heading', { name: 'Global Account', level: 1 }).waitFor();
    await subaccount('Cloud ALM', 'alm');
    for (const name of TENANTS) await subaccount(`Integration ${name}`, name);

    const environment = [['cloudfoundry', 'standard'], ['APPLICATION_RUNTIME', 'MEMORY', 1]];
    await entitle('alm', [...environment, ['sapcloudalm', 'standard'], ['alm-ts', 'standard'], ['SAPCloudALMAPIs', 'standard', 1]]);
    for (const name of TENANTS) await entitle(name, [...environment, ['integrationsuite', 'enterprise_agreement'], ['content-agent', 'standard'], ['it-rt', 'api', 1]]);
    await subscribe('alm', ['SAP Cloud ALM', 'Cloud Transport Management']);
    for (const name of TENANTS) await subscribe(name, ['Integration Suite']);
    await roles('alm', 'Everything', ['Cloud ALM', 'Cloud Transport Management']);
    for (const collection of ['TMS_Viewer_RC', 'TMS_LandscapeOperator_RC']) {
      await go(`/s/alm/cockpit/role-collections/${collection}`);
      await button('Assign User').click();
      await page.locator('#assign-user input').fill(admin.userName);
      await page.keyboard.press('Tab');
      await confirm('Assign User');
      await page.getByRole('cell', { name: admin.userName }).first().waitFor();
    }
    for (const name of TENANTS) await roles(name, 'Everything', ['Cloud Integration']);
    assert.deepEqual(await openUpTo(9), []);

    await space('alm', 'api');
    for (const name of TENANTS) await space(name, SPACE);
    const rights = { 'grant-types': ['client_credentials'], 'redirect-uris': [], roles: ['WorkspacePackagesTransport', 'WorkspacePackagesRead', 'WorkspacePackagesEdit'] };
    const agent = await instance('dev', 'Content Agent Service', 'standard', 'content-agent');
    const runtime = await instance('dev', 'SAP Process Integration Runtime', 'api', 'runtime', rights);
    for (const name of ['test', 'prod']) await instance(name, 'SAP Process Integration Runtime', 'api', 'runtime', rights);
    const authorities = ['display', 'manage'].map((what) => `$XSMASTERAPPNAME.imp-cdm-feature-${what}-ui`);
    const calm = await instance('alm', 'SAP Cloud ALM API', 'standard', 'calm-api', { 'xs-security': { xsappname: 'calm-api', authorities } });

    await go('/s/dev/integration/settings');
    await button('Edit').click();
    await choose('transport-mode', 'Transport Management Service');
    await confirm('Save');
    await told('The transport settings are saved');
    await destination('dev', ASSEMBLY, agent.url, client(agent.uaa.clientid, agent.uaa.clientsecret, `${agent.uaa.url}/oauth/token`));
    const { oauth } = runtime;
    await destination('dev', INTEGRATION, `${oauth.url}/api/1.0/transportmodule/Transport`, client(oauth.clientid, oauth.clientsecret, oauth.tokenurl));
    const way = client(calm.uaa.clientid, calm.uaa.clientsecret, `${calm.uaa.url}/oauth/token`);
    await destination('dev', PASS_THROUGH, `${calm.endpoints.Api}/imp-cdm-transport-management-api/v1`, way, { sourceSystemId: 'DEV' });
    assert.deepEqual(await openUpTo(26), []);

    await landscapeByWizard();
    assert.deepEqual(await openUpTo(42), []);

    await change();
    assert.deepEqual(await open(), []);
    await go('/guide');
    await page.getByText('All steps are done: changes can travel to production.').waitFor();
    assert.deepEqual(found, []);
  });

  async function landscapeByWizard() {
    await go('/s/alm/home');
    await button('Landscape Wizard').click();
    await button('Next Step').click();
    for (const [node, place] of [['TEST', 'Integration test'], ['PROD', 'Integration prod']]) {
      const target = page.getByRole('region', { name: node });
      const pick = async (label, option) => {
        await target.getByLabel(label, { exact: true }).first().click();
        await page.getByRole('option', { name: option }).first().click();
      };
      await pick('Destination', 'New destination');
      await pick('Subaccount', place);
      await pick('Space', new RegExp(SPACE));
      await target.getByLabel('User', { exact: true }).fill(admin.userName);
      await target.getByLabel('Password', { exact: true }).fill(admin.password);
      await target.getByRole('button', { name: 'Create Destination' }).click();
      await target.getByRole('button', { name: 'Check Connection' }).waitFor();
    }
    await button('Next Step').click();
    await button('Create Landscape').click();
    await told('The landscape is created: 3 nodes and 2 routes.');
  }

  /** From the package over the feature to production. */
  async function change() {
    await go('/s/alm/change/projects');
    await button('Create Project').click();
    await fill('project-name', 'Integration');
    await ask().getByLabel('Log-in name').or(ask().locator('.team-field input').first()).first().fill(admin.userName);
    await confirm('Create');
    await go('/s/alm/change/features');
    await button('Create Feature').click();
    await fill('feature-title', 'First change');
    await confirm('Create');
    await page.getByRole('heading', { name: 'First change', level: 1 }).waitFor();
    const feature = new URL(page.url()).pathname;
    const step = async (name, seen) => {
      await go(feature);
      await button(name).click();
      await confirm(name);
      await page.getByText(seen).first().waitFor({ timeout: 60_000 });
    };
    await step('Start Implementation', 'In Implementation');

    await go('/s/dev/integration/packages');
    await button('Import package').click();
    await ask().locator('input[type=file]').setInputFiles(zip);
    await confirm('Import package');
    await page.getByRole('heading', { name: 'Order Integration', level: 1 }).waitFor();
    await button('Transport').click();
    await page.locator('#transport-comment input').fill('First change');
    await confirm('Transport');
    await page.locator('.transport').filter({ hasText: 'First change' }).getByText('Finished').waitFor({ timeout: 60_000 });

    await go(feature);
    await button('Assign').click();
    await ask().getByRole('row', { name: /First change/ }).getByRole('checkbox').check();
    await confirm('Assign');
    await page.locator('.feature-tab').getByRole('link', { name: /^\d+$/ }).first().waitFor();
    await step('Deploy', 'Deployed in TEST');
    await step('Handover to Test', 'In Testing');
    await step('Confirm Successful Test', 'Successfully Tested');
    await step('Approve for Production', 'Ready for Production');
    await step('Deploy', 'Deployed in PROD');
    await step('Confirm Deployment', 'Deployed');
  }
});
