import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { byTag, operationsOf, resolve, typeText, type ApiDocument } from './document';

const document = JSON.parse(readFileSync('../apis/ropeway/openapi.json', 'utf8')) as ApiDocument;

test('every operation is listed once', () => {
  const groups = byTag(document, '');
  expect(groups.flatMap((group) => group.operations)).toHaveLength(operationsOf(document).length);
});

test('words narrow the list', () => {
  const found = byTag(document, 'delete sessions').flatMap((group) => group.operations);
  expect(found.map((operation) => operation.operationId)).toContain('endSessions');
  expect(found.every((operation) => operation.method === 'DELETE')).toBe(true);
});

test('types in words', () => {
  expect(typeText({ type: 'array', items: { $ref: '#/components/schemas/Node' } })).toBe('array of Node');
  expect(typeText({ type: ['string', 'null'], format: 'date-time' })).toBe('string | null (date-time)');
  expect(typeText({ enum: ['a', 'b'] })).toBe('"a" | "b"');
  expect(resolve(document, { $ref: '#/components/schemas/PersonSession' }).schema.properties).toHaveProperty('client');
});
