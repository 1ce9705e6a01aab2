import { beforeAll, expect, test } from 'vitest';
import type { Node } from '~/api/landscape';
import { language, loadTexts } from '~/text';
import { queueCan } from './rules';

beforeAll(async () => {
  language.set('en');
  await loadTexts('en');
});

const yes = { allowed: true };
const node = (change: Partial<Node> = {}): Node => ({
  id: 1,
  name: 'TEST',
  description: '',
  uploadAllowed: true,
  forwardMode: 'MANUAL',
  controlledBy: null,
  isVirtual: false,
  tags: [],
  contentType: 'MTA',
  destination: 'D',
  importDisabled: false,
  importDisabledReason: '',
  counters: { initial: 1 },
  can: { import: yes, importSelected: yes, operate: yes, upload: yes, edit: yes },
  version: '1',
  ...change,
});
const routes = [{ id: 9, name: 'r', description: '', source: 1, target: 2, version: '1' }];
const at = (...statuses: string[]) => statuses.map((status, index) => ({ request: index + 1, status }));
const allowed = (chosen: ReturnType<typeof at>) => {
  const can = queueCan(node(), routes, chosen);
  return (Object.keys(can) as (keyof typeof can)[]).filter((name) => can[name].allowed);
};

test('nothing chosen: only what needs no choice', () => {
  expect(allowed([])).toEqual(['importAll', 'add', 'edit']);
  expect(queueCan(node(), routes, []).reset.reason).toBe('Select one or more requests first.');
});

test('what waits is imported or removed, what is done forwarded, reset or removed', () => {
  expect(allowed(at('initial', 'repeat', 'fatal'))).toEqual(['importAll', 'importSelected', 'remove', 'add', 'edit']);
  expect(allowed(at('succeeded', 'error', 'warning', 'skipped'))).toEqual(['importAll', 'forward', 'reset', 'remove', 'add', 'edit']);
});

test('the first that does not fit is named', () => {
  expect(queueCan(node(), routes, at('initial', 'succeeded')).importSelected.reason).toBe('Request 2 is Succeeded; reset it first.');
  expect(queueCan(node(), routes, at('running')).remove.reason).toContain('wait until');
});

test('the role comes before everything else', () => {
  const can = { ...node().can, import: { allowed: false, reason: 'no role' }, operate: { allowed: false, reason: 'no role' } };
  const found = queueCan(node({ can, counters: {} }), [], []);
  expect([found.importAll.reason, found.forward.reason, found.remove.reason]).toEqual(['no role', 'no role', 'no role']);
});

test('a node that forwards by itself, or leads nowhere, says so', () => {
  expect(queueCan(node({ forwardMode: 'AUTO' }), routes, at('succeeded')).forward.reason).toContain('Pre-Import');
  expect(queueCan(node(), [], at('succeeded')).forward.reason).toContain('No node follows');
});

test('where nothing waits there is nothing to import', () => {
  expect(queueCan(node({ counters: { succeeded: 4 } }), routes, []).importAll.allowed).toBe(false);
});
