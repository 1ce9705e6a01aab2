import { useSyncExternalStore } from 'react';
import type { Problem } from '~/api/problem';

/** Something to tell beside what the person is doing: that it worked, or a problem that has no other place. */
export interface Toast {
  id: number;
  text: string;
  problem?: Problem;
}

/** The same afterwards, behind the bell: what was gone before it was read. */
export interface News extends Toast {
  at: string;
  isRead: boolean;
}

const LASTS = 5_000;
const MOST_NEWS = 50;
let last = 0;
let toasts: readonly Toast[] = [];
let news: readonly News[] = [];
const hearing = new Set<() => void>();

function tell(next: readonly Toast[]) {
  toasts = next;
  hearing.forEach((heard) => heard());
}

function keep(toast: Toast) {
  const at = new Date().toISOString();
  // A toast is seen when it comes; a problem is news until somebody looks.
  news = [{ ...toast, at, isRead: !toast.problem }, ...news].slice(0, MOST_NEWS);
}

export function dismiss(id: number) {
  tell(toasts.filter((toast) => toast.id !== id));
}

export function toast(text: string) {
  const id = (last += 1);
  keep({ id, text });
  tell([...toasts, { id, text }]);
  window.setTimeout(() => dismiss(id), LASTS);
}

/** Stays until it is closed: it has to be read. */
export function toastProblem(problem: Problem) {
  const fresh: Toast = { id: (last += 1), text: problem.message, problem };
  keep(fresh);
  tell([...toasts.filter((other) => other.text !== problem.message), fresh]);
}

function follow(heard: () => void) {
  hearing.add(heard);
  return () => void hearing.delete(heard);
}

export function useNews(): readonly News[] {
  return useSyncExternalStore(follow, () => news);
}

export function readNews() {
  news = news.map((one) => ({ ...one, isRead: true }));
  tell(toasts);
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(follow, () => toasts);
}
