import { expect, test } from 'vitest';
import { leadsTo, neighbour, type GraphEdge } from './shape';

const spots = new Map([
  ['dev', { x: 0, y: 50 }],
  ['test', { x: 300, y: 0 }],
  ['qa', { x: 300, y: 100 }],
  ['prod', { x: 600, y: 0 }],
]);

test('an arrow key leads to the nearest node that way', () => {
  expect(neighbour(spots, 'dev', 'ArrowRight')).toBe('test');
  expect(neighbour(spots, 'test', 'ArrowDown')).toBe('qa');
  expect(neighbour(spots, 'qa', 'ArrowUp')).toBe('test');
  expect(neighbour(spots, 'prod', 'ArrowLeft')).toBe('test');
});

test('at the rim there is nothing further', () => {
  expect(neighbour(spots, 'prod', 'ArrowRight')).toBeUndefined();
  expect(neighbour(spots, 'gone', 'ArrowRight')).toBeUndefined();
});

test('what leads to what', () => {
  const edge = (source: string, target: string): GraphEdge => ({ id: source + target, source, target, label: '' });
  const edges = [edge('dev', 'test'), edge('test', 'prod'), edge('prod', 'dev')];
  expect(leadsTo(edges, 'dev', 'prod')).toBe(true);
  expect(leadsTo(edges.slice(0, 2), 'prod', 'dev')).toBe(false);
});
