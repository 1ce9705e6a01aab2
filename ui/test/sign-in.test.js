import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
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

  it('leads back to a program that sent the browser, with a code for it, and works without script', async () => {
    const program = createServer((_, answer) => answer.end('you are back'));
    await new Promise((listening) => program.listen(0, '127.0.0.1', listening));
    ends.unshift(() => program.close());
    const back = `http://127.0.0.1:${program.address().port}/callback`;
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: 'ropeway',
      redirect_uri: back,
      state: 'a b',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const context = await chromium.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${at.url}/uaa/alm/oauth/authorize?${query}`);
    const { userName, password } = at.person('tester');
    await page.getByLabel('E-mail address').fill(userName);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('you are back').waitFor();
    const sent = new URL(page.url()).searchParams;
    assert.equal(sent.get('state'), 'a b');
    const form = { grant_type: 'authorization_code', code: sent.get('code'), redirect_uri: back, code_verifier: verifier };
    const authorization = `Basic ${Buffer.from('ropeway:').toString('base64')}`;
    const call = { method: 'POST', headers: { authorization }, body: new URLSearchParams(form) };
    const answer = await fetch(`${at.url}/uaa/alm/oauth/token`, call);
    assert.equal(answer.status, 200);
    const { id_token: idToken } = await answer.json();
    const told = JSON.parse(Buffer.from(idToken.split('.')[1], 'base64url'));
    assert.deepEqual([told.user_name, told.aud], [userName, ['ropeway']]);
    await context.close();
  });
});
