import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query';
import { value } from './client';
import type { Problem } from './problem';
import { TOPICS, type Topic } from './topic';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem;
    queryMeta: { topics: readonly Topic[] };
  }
}

type Answer<T> = { data?: T; error?: unknown; response: Response };
export interface Page<T> {
  items: T[];
  next?: string | null;
}

/** Where the server was heard and said no, asking again changes nothing. */
const isWorthAnotherTry = (count: number, problem: Problem) => count < 2 && (problem.status === 0 || problem.status >= 502);

export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // What changes is told by the stream; this is for what it missed.
      queries: { staleTime: 30_000, gcTime: 600_000, retry: isWorthAnotherTry },
      mutations: { retry: false },
    },
  });
}

/**
 * One thing read: `read(['node', 'route'], ['landscape', subaccount], (signal) => client.GET(…))`. The topics say which
 * changes make it old, the key what it is.
 */
export function read<T>(topics: Topic[], key: readonly unknown[], call: (signal: AbortSignal) => Promise<Answer<T>>) {
  return queryOptions({ queryKey: key, queryFn: ({ signal }) => value(call(signal)), meta: { topics } });
}

/** A list, paged by key; `call` gets the cursor of the page it is to read. */
export function readPages<T>(
  topics: Topic[],
  key: readonly unknown[],
  call: (after: string | undefined, signal: AbortSignal) => Promise<Answer<Page<T>>>,
) {
  return infiniteQueryOptions({
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam, signal }): Promise<Page<T>> => value(call(pageParam, signal)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<T>) => last.next ?? undefined,
    meta: { topics },
  });
}

/** The same for the few lists that the API answers whole. */
export function readAll<T>(topics: Topic[], key: readonly unknown[], call: (signal: AbortSignal) => Promise<Answer<T[]>>) {
  return readPages<T>(topics, key, async (_, signal) => {
    const answer = await call(signal);
    return { ...answer, data: { items: answer.data ?? [], next: null } };
  });
}

export type Pages<T> = ReturnType<typeof readPages<T>>;

/** Everything that rests on these topics is read again: at once where it is shown, else when it is. */
export function touch(queries: QueryClient, topics: Iterable<Topic>) {
  const old = new Set(topics);
  return queries.invalidateQueries({ predicate: ({ meta }) => meta?.topics.some((topic) => old.has(topic)) ?? false });
}

export function touchAll(queries: QueryClient) {
  return touch(queries, TOPICS);
}
