import { beforeAll, expect, test } from 'vitest';
import { language, loadTexts } from '~/text';
import { actionQuery, type Action, type ActionRequest } from './data';
import { fileOf, logText } from './download';
import { filtered } from './log';

beforeAll(async () => {
  language.set('en');
  await loadTexts('en');
});

const message = (id: number, severity: string, text: string) => ({ id, severity, text, createdAt: `2026-11-28T04:00:0${id}.000Z` });
const log: ActionRequest[] = [
  { request: 7, status: 'succeeded', messages: [message(1, 'I', 'Deployment started'), message(2, 'W', 'Slow\nvery')] },
  { request: 8, status: 'fatal', messages: [message(3, 'F', 'No destination')] },
];
const action: Action = { id: 5, type: 'I', status: 'fatal', node: 1, nodeName: 'TEST', startedAt: '2026-11-28T04:00:00.000Z', endedAt: null, triggeredBy: 'ann', namedUser: null };

test('a filter leaves out requests of which nothing fits', () => {
  expect(filtered(log, {})).toBe(log);
  expect(filtered(log, { severity: 'W,F' }).map(({ messages }) => messages.length)).toEqual([1, 1]);
  expect(filtered(log, { text: ' destination' }).map(({ request }) => request)).toEqual([8]);
  expect(filtered(log, { text: 'destination', severity: 'I' })).toEqual([]);
});

test('a log as text: a line a message, under its request', () => {
  expect(logText(action, log).split('\n')).toEqual([
    'Import · TEST · Action 5',
    'Fatal · 2026-11-28T04:00:00.000Z –  · ann',
    '',
    'Transport request 7 · Succeeded',
    '2026-11-28T04:00:01.000Z  I  Deployment started',
    '2026-11-28T04:00:02.000Z  W  Slow',
    '    very',
    '',
    'Transport request 8 · Fatal',
    '2026-11-28T04:00:03.000Z  F  No destination',
    '',
  ]);
});

test('a log as JSON: the action and its requests', async () => {
  const file = fileOf(action, log, 'json');
  expect(file.name).toBe('action-5.json');
  const text = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsText(file);
  });
  expect(JSON.parse(text as string)).toEqual({ action, requests: log });
});

test('a day begins where the person is; an instant stays one; nonsense is left out', () => {
  expect(actionQuery({ since: '2026-11-28' }).since).toBe(new Date(2026, 10, 28).toISOString());
  expect(actionQuery({ since: '2026-11-28T01:00:00.000Z', node: '7' })).toMatchObject({ since: '2026-11-28T01:00:00.000Z', node: 7 });
  expect(actionQuery({ since: 'soon' }).since).toBeUndefined();
});
