import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { touch, touchAll } from './queries';
import { TOPICS, type Topic } from './topic';

/** Changes come in bursts; one look at them all is enough. */
const GATHER = 150;
/** A window that nobody looks at lets go of its stream after this long: a browser has few connections to a server. */
const UNSEEN = 30_000;
const SOONEST = 2_000;
const LATEST = 60_000;

let isConnected = true;
const hearing = new Set<() => void>();

function setConnected(value: boolean) {
  if (isConnected === value) return;
  isConnected = value;
  hearing.forEach((heard) => heard());
}

/** Whether the server tells what changes; if not, what is shown may be old. */
export function useConnected(): boolean {
  const follow = (heard: () => void) => {
    hearing.add(heard);
    return () => void hearing.delete(heard);
  };
  return useSyncExternalStore(follow, () => isConnected);
}

function topicOf(data: string): Topic | undefined {
  const { topic } = JSON.parse(data) as { topic?: string };
  return TOPICS.find((known) => known === topic);
}

/** Hears what changes in a subaccount and makes old what rests on it; answers what ends that. */
export function listen(subaccount: string, queries: QueryClient): () => void {
  const topics = new Set<Topic>();
  let source: EventSource | undefined;
  let wait = SOONEST;
  let gathering: number | undefined;
  let again: number | undefined;
  let unseen: number | undefined;

  const settle = () => {
    void touch(queries, topics);
    topics.clear();
    gathering = undefined;
  };
  const heard = (topic: Topic | undefined) => {
    if (!topic) return;
    topics.add(topic);
    gathering ??= window.setTimeout(settle, GATHER);
  };
  const close = () => {
    source?.close();
    source = undefined;
    window.clearTimeout(again);
  };
  const open = (isBack: boolean) => {
    close();
    source = new EventSource(`/api/v1/events?subaccount=${encodeURIComponent(subaccount)}`);
    source.addEventListener('change', (event: MessageEvent<string>) => heard(topicOf(event.data)));
    source.addEventListener('missed', () => void touchAll(queries));
    source.onopen = () => {
      wait = SOONEST;
      setConnected(true);
      if (isBack) void touchAll(queries);
    };
    source.onerror = () => {
      setConnected(false);
      // A stream that only ended is opened again by the browser; one that was refused is not.
      if (source?.readyState !== EventSource.CLOSED) return;
      again = window.setTimeout(() => open(true), wait);
      wait = Math.min(wait * 2, LATEST);
    };
  };
  const seen = () => {
    window.clearTimeout(unseen);
    if (document.hidden) unseen = window.setTimeout(close, UNSEEN);
    else if (!source) open(true);
  };

  open(false);
  document.addEventListener('visibilitychange', seen);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    window.clearTimeout(unseen);
    window.clearTimeout(gathering);
    close();
  };
}
