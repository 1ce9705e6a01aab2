import { expect, test } from 'vitest';
import { maskedCredentials } from './secrets';

test('secrets are dots, wherever they are', () => {
  const key = { uaa: { clientid: 'c', clientsecret: 's', verificationkey: 'public' }, url: 'u', list: [{ password: 'p' }] };
  expect(maskedCredentials(key)).toEqual({ uaa: { clientid: 'c', clientsecret: '••••••••', verificationkey: 'public' }, url: 'u', list: [{ password: '••••••••' }] });
});
