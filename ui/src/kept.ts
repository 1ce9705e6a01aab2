import { useSyncExternalStore } from 'react';

/** A choice of the person at this browser: kept over visits, and the same in all windows. */
export interface Kept<T> {
  get(): T;
  set(value: T): void;
  use(): T;
  /** Tells of every change; answers what ends that. */
  follow(heard: () => void): () => void;
}

const PREFIX = 'ropeway.';

function read(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null; // a browser that keeps nothing is no reason to show nothing
  }
}

function write(name: string, text: string) {
  try {
    localStorage.setItem(PREFIX + name, text);
  } catch {
    // as above: the choice then lasts as long as the page
  }
}

/** `parse` answers undefined for what it does not know, e.g. a value of a former version. */
export function kept<T>(name: string, initial: T, parse: (text: string) => T | undefined, format: (value: T) => string): Kept<T> {
  const hearing = new Set<() => void>();
  const load = () => {
    const text = read(name);
    return text === null ? initial : (parse(text) ?? initial);
  };
  let current = load();
  const tell = (value: T) => {
    current = value;
    hearing.forEach((heard) => heard());
  };
  window.addEventListener('storage', (event) => {
    if (event.key === PREFIX + name) tell(load());
  });
  const follow = (heard: () => void) => {
    hearing.add(heard);
    return () => void hearing.delete(heard);
  };
  const get = () => current;
  const set = (value: T) => {
    write(name, format(value));
    tell(value);
  };
  return { get, set, follow, use: () => useSyncExternalStore(follow, get) };
}

/** One word out of a few. */
export function keptWord<T extends string>(name: string, words: readonly T[], initial: T): Kept<T> {
  return kept<T>(name, initial, (text) => words.find((word) => word === text), (word) => word);
}

/** Some words out of many. */
export function keptList(name: string): Kept<readonly string[]> {
  return kept<readonly string[]>(name, [], (text) => text.split(',').filter(Boolean), (words) => words.join(','));
}
