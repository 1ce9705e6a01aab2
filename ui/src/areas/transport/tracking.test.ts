import { expect, test } from 'vitest';
import { wayOf, type Stop } from './tracking';

const route = (source: number, target: number) => ({ id: source * 10 + target, name: '', description: '', source, target, version: '1' });
const track = (node: number, name: string, status: string) => ({ node, name, status, forwardMode: 'AUTO', position: 1, queuedAt: '' });
const nodes = ['DEV', 'TEST', 'PROD', 'DEMO', 'OTHER'].map((name, index) => ({ id: index + 1, name }));
const routes = [route(1, 2), route(2, 3), route(2, 4)];

const drawn = ({ name, track, isOrigin, next }: Stop): string =>
  `${name}${isOrigin ? '*' : ''}${track ? `:${track.status}` : ''}${next.length ? ` > (${next.map(drawn).join(' | ')})` : ''}`;

test('from where it was exported to what it has not reached', () => {
  const ways = wayOf({ tracking: [track(2, 'TEST', 'succeeded'), track(3, 'PROD', 'initial')], routes, nodes, origin: 'DEV' });
  expect(ways.map(drawn)).toEqual(['DEV* > (TEST:succeeded > (PROD:initial | DEMO))']);
});

test('what was uploaded into a node begins there', () => {
  const ways = wayOf({ tracking: [track(2, 'TEST', 'fatal')], routes, nodes, origin: 'TEST' });
  expect(ways.map(drawn)).toEqual(['TEST*:fatal > (PROD | DEMO)']);
});

test('a queue that no route leads to any more stands for itself', () => {
  const ways = wayOf({ tracking: [track(2, 'TEST', 'initial'), track(5, 'OTHER', 'succeeded')], routes, nodes, origin: 'gone' });
  expect(ways.map(drawn)).toEqual(['TEST:initial > (PROD | DEMO)', 'OTHER:succeeded']);
});

test('routes in a circle end', () => {
  const ways = wayOf({ tracking: [track(1, 'DEV', 'initial')], routes: [route(1, 2), route(2, 1)], nodes, origin: 'DEV' });
  expect(ways.map(drawn)).toEqual(['DEV*:initial > (TEST)']);
});
