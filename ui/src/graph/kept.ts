import { useMemo } from 'react';

/** What `make` makes of an object, made once for each. */
export function keep<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const kept = new WeakMap<K, { value: V }>();
  return (key) => {
    const found = kept.get(key) ?? { value: make(key) };
    kept.set(key, found);
    return found.value;
  };
}

/**
 * The same in a component: what did not change stays the same object and is not drawn again. All is made anew when `make` is
 * another one, so it comes from `useCallback` or stands outside of components.
 */
export function useKept<K extends object, V>(make: (key: K) => V): (key: K) => V {
  return useMemo(() => keep(make), [make]);
}
