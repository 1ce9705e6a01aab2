import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { browser, complaints, landscape, signIn } from './server.js';

describe('signing in', () => {
  const ends = [];
  let at, chromium;
  before(async () => {
    at = await landscape(ends);
    chromium = await browser(ends);
  });
  after(async () => {
    for (const end of ends) await end();
  });

  it('leads to where somebody wanted to go, and is kept until he signs out', async () => {
    const page = await chromium.newPage();
    const found = complaints(page);
    await page.goto(`${at.url}/profile`);
    await page.waitForURL(/\/sign-in\?next=%2Fprofile/);
    await signIn(page, at.url, at.person('landscapeOperator'), '/profile');
    await page.waitForURL(/\/profile$/);
    await page.getByText('landscape.operator@ropeway.example').first().waitFor();
    await page.reload();
    await page.getByText('landscape.operator@ropeway.example').first().waitFor();
    // Nothing is refused by the content security policy, and nothing fails, but for the question who is signed in.
    assert.deepEqual(found.filter((text) => !text.includes('401')), []);
    await page.close();
  });

  it('says that a password is wrong, and works without script', async () => {
    const context = await chromium.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${at.url}/sign-in`);
    await page.getByLabel('E-mail address').fill(at.person('developer').userName);
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('password are wrong').waitFor();
    await signIn(page, at.url, at.person('developer'), '/about');
    assert.equal(new URL(page.url()).pathname, '/about');
    await context.close();
  });

  it('ends in every window when the session ends', async () => {
    const context = await chromium.newContext();
    const [one, other] = [await context.newPage(), await context.newPage()];
    await signIn(one, at.url, at.person('tester'), '/profile');
    await other.goto(`${at.url}/profile`);
    await other.getByText('tester@ropeway.example').first().waitFor();
    const status = await one.evaluate(async () => {
      const { csrfToken } = await (await fetch('/api/v1/session')).json();
      const answer = await fetch('/api/v1/session', { method: 'DELETE', headers: { 'x-csrf-token': csrfToken } });
      return answer.status;
    });
    assert.equal(status, 204);
    await other.reload();
    await other.waitForURL(/\/sign-in/);
    await context.close();
  });
});
