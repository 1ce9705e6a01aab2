import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listen } from './events';
import { makeQueries, read } from './queries';
import type { Topic } from './topic';

class Stream extends EventTarget {
  static last: Stream;
  static CLOSED = 2;
  readyState = 1;
  onerror?: () => void;
  onopen?: () => void;
  constructor(readonly url: string) {
    super();
    Stream.last = this;
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  says(topic: string) {
    this.dispatchEvent(new MessageEvent('change', { data: JSON.stringify({ topic }) }));
  }
}

const queries = makeQueries();
const put = (name: string, topics: Topic[]) => queries.fetchQuery(read(topics, [name], () => Promise.resolve({ data: name, response: new Response() })));
const isOld = (name: string) => queries.getQueryState([name])?.isInvalidated;
let end = () => {};

beforeEach(async () => {
  vi.stubGlobal('EventSource', Stream);
  vi.useFakeTimers();
  queries.clear();
  await put('landscape', ['node', 'queue']);
  await put('features', ['feature']);
  end = listen('alm', queries);
});
afterEach(() => {
  end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a change makes old what rests on it, after a moment', () => {
  expect(Stream.last.url).toBe('/api/v1/events?subaccount=alm');
  Stream.last.says('queue');
  Stream.last.says('something of a later server');
  expect(isOld('landscape')).toBe(false);
  vi.advanceTimersByTime(200);
  expect([isOld('landscape'), isOld('features')]).toEqual([true, false]);
});

test('what was missed may have been anything', () => {
  Stream.last.dispatchEvent(new Event('missed'));
  expect([isOld('landscape'), isOld('features')]).toEqual([true, true]);
});

test('a stream that was refused is opened again, and then everything may be old', () => {
  const first = Stream.last;
  first.readyState = Stream.CLOSED;
  first.onerror?.();
  vi.advanceTimersByTime(2_500);
  expect(Stream.last).not.toBe(first);
  expect(isOld('features')).toBe(false);
  Stream.last.onopen?.();
  expect(isOld('features')).toBe(true);
});
