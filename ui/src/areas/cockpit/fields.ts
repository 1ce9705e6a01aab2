/** What a type of destination, or of authentication, asks for; what else there is are additional properties. */
export const TYPES = ['HTTP', 'RFC', 'MAIL', 'LDAP', 'TCP'] as const;
export const PROXIES = ['Internet', 'OnPremise', 'PrivateLink'] as const;
export const AUTHENTICATIONS = [
  'NoAuthentication',
  'BasicAuthentication',
  'OAuth2ClientCredentials',
  'OAuth2Password',
  'OAuth2SAMLBearerAssertion',
  'OAuth2JWTBearer',
  'OAuth2UserTokenExchange',
  'SAMLAssertion',
  'ClientCertificateAuthentication',
  'PrincipalPropagation',
] as const;

export interface PropertyField {
  key: string;
  isRequired?: boolean;
  isSecret?: boolean;
  options?: readonly string[];
}

const USER: PropertyField = { key: 'User', isRequired: true };
const PASSWORD: PropertyField = { key: 'Password', isSecret: true };
const CLIENT: PropertyField[] = [
  { key: 'clientId', isRequired: true },
  { key: 'clientSecret', isSecret: true },
  { key: 'tokenServiceURLType', options: ['Dedicated', 'Common'] },
  { key: 'tokenServiceURL', isRequired: true },
];

/** The fields of an authentication, in the order in which they are asked for. */
export function fieldsOf(type: string, authentication: string): PropertyField[] {
  if (type !== 'HTTP') return [];
  if (authentication === 'BasicAuthentication') return [USER, PASSWORD];
  if (authentication === 'OAuth2Password') return [USER, PASSWORD, ...CLIENT];
  if (authentication.startsWith('OAuth2')) return [...CLIENT, { key: 'scope' }];
  if (authentication === 'SAMLAssertion') return [{ key: 'audience', isRequired: true }, { key: 'authnContextClassRef', isRequired: true }];
  if (authentication === 'ClientCertificateAuthentication') return [{ key: 'KeyStoreLocation' }, { key: 'KeyStorePassword', isSecret: true }];
  return [];
}

const GENERAL = ['Name', 'Type', 'URL', 'Description', 'ProxyType', 'Authentication'];

export interface Additional {
  key: string;
  value: string;
  /** Its value is kept where it is left empty. */
  isSecret: boolean;
}

export interface Draft {
  values: Record<string, string>;
  additional: Additional[];
}

/** A draft of properties as they are shown; secrets begin empty. */
export function draftOf(properties: Record<string, string>, secrets: string[]): Draft {
  const fields = new Set([...GENERAL, ...fieldsOf(properties.Type ?? '', properties.Authentication ?? '').map(({ key }) => key)]);
  const others = Object.entries(properties).filter(([key]) => !fields.has(key));
  const hidden = secrets.filter((key) => !fields.has(key) && !(key in properties));
  return {
    values: Object.fromEntries(Object.entries(properties).filter(([key]) => fields.has(key))),
    additional: [
      ...others.map(([key, value]) => ({ key, value, isSecret: false })),
      ...hidden.map((key) => ({ key, value: '', isSecret: true })),
    ],
  };
}

/**
 * What is sent. A field that is empty is left out; a secret that the destination has goes along empty, which means that it
 * stays. What another authentication asked for is gone.
 */
export function propertiesOf({ values, additional }: Draft, secrets: string[]): Record<string, string> {
  const type = values.Type ?? '';
  const general = type === 'HTTP' ? GENERAL : GENERAL.filter((key) => !['URL', 'ProxyType', 'Authentication'].includes(key));
  const keys = [...general, ...fieldsOf(type, values.Authentication ?? '').map(({ key }) => key)];
  const pairs = keys.map((key) => [key, values[key] ?? ''] as const);
  const kept = pairs.filter(([key, value]) => value !== '' || secrets.includes(key));
  const others = additional.filter(({ key }) => key.trim() !== '').map(({ key, value }) => [key.trim(), value] as const);
  return Object.fromEntries([...kept, ...others]);
}
