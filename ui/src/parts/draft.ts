import { useState } from 'react';

/** What is filled into a form stays where it was changed; everything else is as it is now. */
export function rebased<D extends object>(mine: D, before: D, now: D): D {
  const isMine = (name: keyof D) => JSON.stringify(mine[name]) !== JSON.stringify(before[name]);
  const names = Object.keys(now) as (keyof D)[];
  return Object.fromEntries(names.map((name) => [name, isMine(name) ? mine[name] : now[name]])) as D;
}

/** What a dialog offers when somebody else was faster. */
export interface Changed {
  /** Goes on with what was typed in, upon what the other one saved. */
  keep: () => void;
  /** Shows what the other one saved. */
  discard: () => void;
}

/**
 * The draft of a form about something that others may change meanwhile: it stays about what was shown when the form was
 * opened, until the person takes over what is there now.
 */
export function useDraft<S, D extends object>(source: S, draftOf: (source: S) => D) {
  const [base, setBase] = useState(source);
  const [draft, setDraft] = useState(() => draftOf(source));
  const put = (change: Partial<D>) => setDraft((before) => ({ ...before, ...change }));
  const keep = () => {
    setDraft((mine) => rebased(mine, draftOf(base), draftOf(source)));
    setBase(source);
  };
  const discard = () => {
    setDraft(draftOf(source));
    setBase(source);
  };
  return { base, draft, put, setDraft, changed: { keep, discard } satisfies Changed };
}

/** The header that says which version a change is about. */
export const ifMatch = (version: string | undefined) => ({ 'If-Match': version === undefined ? undefined : `"${version}"` });
