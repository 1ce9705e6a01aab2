import createClient, { type Middleware } from 'openapi-fetch';
import { asProblem, problemOf } from './problem';
import type { paths } from './schema';

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
let csrfToken: string | undefined;

/** The session says which token writes have to bear. */
export function setCsrfToken(token: string) {
  csrfToken = token;
}

/** Signing in is the server's own page, which comes back to where the person was. */
export function toSignIn() {
  const ended = csrfToken ? 'ended=1&' : '';
  const here = location.pathname + location.search;
  location.assign(`/sign-in?${ended}next=${encodeURIComponent(here)}`);
}

const ours: Middleware = {
  onRequest({ request }) {
    if (csrfToken && WRITES.has(request.method)) request.headers.set('X-CSRF-Token', csrfToken);
  },
  async onResponse({ response }) {
    if (response.ok) return;
    if (response.status === 401) toSignIn();
    throw await problemOf(response);
  },
  onError: ({ error }) => asProblem(error),
};

/** Every call of the page; what is refused is thrown as a `Problem`. */
export const client = createClient<paths>({
  baseUrl: location.origin,
  credentials: 'same-origin',
  // The window's fetch is looked up at each call, so that tests can stand in for it.
  fetch: (request) => window.fetch(request),
});
client.use(ours);

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** What a call answers. */
export async function value<T>(call: Promise<Answer<T>>): Promise<NonNullable<T>> {
  return (await call).data as NonNullable<T>;
}

/** The same with the tag that `If-Match` wants on the next write. */
export async function tagged<T>(call: Promise<Answer<T>>): Promise<{ value: NonNullable<T>; etag: string }> {
  const { data, response } = await call;
  return { value: data as NonNullable<T>, etag: response.headers.get('etag') ?? '*' };
}

/** A file, as it is or in a form, with its progress (0 to 1), which fetch does not tell. */
export function upload<T>(url: string, body: FormData | Blob, progress: (part: number) => void, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    if (csrfToken) request.setRequestHeader('X-CSRF-Token', csrfToken);
    if (body instanceof Blob) request.setRequestHeader('Content-Type', 'application/octet-stream');
    signal?.addEventListener('abort', () => request.abort());
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onerror = () => reject(asProblem(new TypeError('network')));
    request.onload = () => {
      const response = new Response(request.responseText || null, { status: request.status });
      if (request.status === 401) toSignIn();
      if (!response.ok) return void problemOf(response).then(reject);
      resolve((request.responseText ? JSON.parse(request.responseText) : undefined) as T);
    };
    request.send(body);
  });
}
