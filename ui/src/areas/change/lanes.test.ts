import { expect, test } from 'vitest';
import type { Transport } from './data';
import { lanesOf } from './lanes';

const transport = (id: string, states: string[], more: Partial<Transport> = {}): Transport => ({
  id,
  title: id,
  type: 'MTA',
  status: 'Released',
  source: 'DEV',
  target: 'TEST',
  owner: 'x',
  changedAt: '2026-01-01T00:00:00Z',
  deleted: false,
  path: states.map((state, index) => ({ node: ['TEST', 'PROD'][index]!, state })),
  ...more,
});

test('transports on the same way are one lane, as far as the last of them', () => {
  const transports = [transport('7', ['deployed', 'ahead']), transport('8', ['scheduled', 'ahead'])];
  const [lane, ...others] = lanesOf({ transports, deployments: [] });
  expect(others).toEqual([]);
  expect(lane!.stages.map(({ node, role, state, done }) => [node, role, state, done])).toEqual([
    ['DEV', 'development', 'deployed', 2],
    ['TEST', 'test', 'scheduled', 1],
    ['PROD', 'production', 'ahead', 0],
  ]);
});

test('what a deployment would bring is marked, what is deleted or has no way is left out', () => {
  const transports = [transport('7', ['deployed', 'ahead']), transport('8', [], {}), transport('9', ['ahead', 'ahead'], { deleted: true })];
  const lanes = lanesOf({ transports, deployments: [{ node: 'PROD', production: true, transports: ['7'] }] });
  expect(lanes).toHaveLength(1);
  expect(lanes[0]!.stages.map(({ isNext }) => isNext)).toEqual([false, false, true]);
});

test('another way is another lane', () => {
  const transports = [transport('7', ['failed', 'ahead']), transport('8', ['deployed', 'deployed'], { source: 'DEV2' })];
  expect(lanesOf({ transports, deployments: [] }).map(({ stages }) => stages[1]!.state)).toEqual(['failed', 'deployed']);
});
