/** A call as somebody at a terminal makes it. */
export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path with its query, as the API has it. */
  url: string;
  body?: unknown;
  /** Fields of a form; a file is written `@name`. */
  form?: Record<string, string>;
  /** The name of a file whose bytes are the body. */
  file?: string;
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** The token is left to the person: what is copied is pasted into chats and tickets. */
export function curlOf({ method = 'GET', url, body, form, file }: Call, origin = location.origin): string {
  const words = ['curl', '--fail-with-body'];
  if (method !== 'GET' && !(method === 'POST' && (body !== undefined || form || file))) words.push('-X', method);
  words.push(quoted(origin + url), '-H', '"Authorization: Bearer $TOKEN"');
  if (body !== undefined) words.push('-H', quoted('Content-Type: application/json'), '-d', quoted(JSON.stringify(body)));
  if (file) words.push('-H', quoted('Content-Type: application/octet-stream'), '--data-binary', quoted(`@${file}`));
  for (const [name, text] of Object.entries(form ?? {})) words.push('-F', quoted(`${name}=${text}`));
  return words.join(' ');
}
