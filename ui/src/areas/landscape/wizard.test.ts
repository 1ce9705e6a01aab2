import { expect, test } from 'vitest';
import type { Landscape } from '~/api/landscape';
import { grown, landscapeFrom, nameProblem, usual } from './wizard';

const EMPTY = { nodes: [], routes: [], can: {} } as unknown as Landscape;

test('a first landscape leads from development to production', () => {
  const nodes = usual(EMPTY).map((node, at) => (at === 0 ? node : { ...node, destination: `To_${node.name}` }));
  expect(landscapeFrom(nodes)).toEqual({
    nodes: [
      { name: 'DEV', forwardMode: 'AUTO', uploadAllowed: true },
      { name: 'TEST', forwardMode: 'AUTO', uploadAllowed: false, contentType: 'MTA', destination: 'To_TEST' },
      { name: 'PROD', forwardMode: 'AUTO', uploadAllowed: false, contentType: 'MTA', destination: 'To_PROD' },
    ],
    routes: [
      { name: 'DEV → TEST', source: 'DEV', target: 'TEST' },
      { name: 'TEST → PROD', source: 'TEST', target: 'PROD' },
    ],
  });
});

test('names that are there are not proposed', () => {
  const there = { ...EMPTY, nodes: [{ name: 'PROD' }, { name: 'OTHER' }] } as unknown as Landscape;
  expect(usual(there).map(({ name }) => name)).toEqual(['DEV_2', 'TEST_2', 'PROD_2']);
});

test('names are needed, once, and not taken', () => {
  const nodes = grown(usual(EMPTY));
  const [dev, , , fourth] = nodes;
  expect(nameProblem(dev!, nodes, EMPTY)).toBeUndefined();
  expect(nameProblem(fourth!, nodes, EMPTY)).toBeTruthy();
  expect(nameProblem(dev!, [...nodes, { ...fourth!, name: ' DEV' }], EMPTY)).toBeTruthy();
  expect(nameProblem(dev!, nodes, { ...EMPTY, nodes: [{ name: 'DEV' }] } as unknown as Landscape)).toBeTruthy();
});
