import { useSyncExternalStore } from 'react';
import type { Call } from './curl';

/** What is asked before something is destroyed. */
export interface Question {
  /** "Delete node PROD?" */
  title: string;
  /** What will be gone, by name, and what that means. */
  destroys: string[];
  /** What the button says: the verb. */
  action: string;
  /** Has to be typed first; for what cannot be brought back. */
  byName?: string;
  /** Does it. What it throws is shown in the dialog, which stays. */
  run: () => Promise<unknown>;
  call?: Call;
}

let asked: Question | undefined;
const hearing = new Set<() => void>();

function tell(question: Question | undefined) {
  asked = question;
  hearing.forEach((heard) => heard());
}

/** `confirm({ title, destroys, action, run })`: nothing is destroyed without it. */
export function confirm(question: Question) {
  tell(question);
}

export function endQuestion() {
  tell(undefined);
}

function follow(heard: () => void) {
  hearing.add(heard);
  return () => void hearing.delete(heard);
}

export function useQuestion(): Question | undefined {
  return useSyncExternalStore(follow, () => asked);
}
