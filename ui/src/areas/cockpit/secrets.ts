const SECRET = /secret|password|^(?:privatekey|key|certificate)$/i;

/** The same with dots in place of what nobody looks over a shoulder for. */
export function maskedCredentials(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => maskedCredentials(one, key));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, maskedCredentials(one, name)]));
  return typeof value === 'string' && SECRET.test(key) ? '••••••••' : value;
}
