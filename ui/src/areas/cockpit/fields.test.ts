import { expect, test } from 'vitest';
import { draftOf, propertiesOf } from './fields';

const SHOWN = { Name: 'A', Type: 'HTTP', URL: 'https://a', Authentication: 'BasicAuthentication', User: 'u', sourceSystemId: 'DEV' };
const SECRETS = ['Password', 'URL.headers.X-Key'];

test('what was shown is sent as it was, and secrets stay', () => {
  const draft = draftOf(SHOWN, SECRETS);
  expect(draft.additional.map(({ key }) => key)).toEqual(['sourceSystemId', 'URL.headers.X-Key']);
  expect(propertiesOf(draft, SECRETS)).toEqual({ ...SHOWN, Password: '', 'URL.headers.X-Key': '' });
});

test('another authentication takes its own fields', () => {
  const draft = draftOf(SHOWN, SECRETS);
  const values = { ...draft.values, Authentication: 'NoAuthentication' };
  const sent = propertiesOf({ ...draft, values }, SECRETS);
  expect(Object.keys(sent)).not.toContain('User');
  expect(Object.keys(sent)).not.toContain('Password');
});

test('an additional property without a name is none', () => {
  const sent = propertiesOf({ values: { Name: 'A', Type: 'MAIL', URL: 'https://a' }, additional: [{ key: ' ', value: 'x', isSecret: false }] }, []);
  expect(sent).toEqual({ Name: 'A', Type: 'MAIL' });
});
