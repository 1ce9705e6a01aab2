import { expect, it } from 'vitest';
import { logFile, PACKAGES, wholeOf, wished, type ContentResource, type ExportActivity } from './agent';

const resource = (id: string, components: [string, boolean][] = [], type: string = PACKAGES): ContentResource => ({
  id,
  type,
  subType: 'package',
  name: id,
  version: '1.0.0',
  components: components.map(([part, exportable]) => ({ id: part, name: part, type: 'IFlow', version: '1.0.0', exportable })),
});

it('leaves drafts behind, and says nothing of components where all go', () => {
  const all = wholeOf(resource('P', [['A', true], ['B', true]]));
  const some = wholeOf(resource('Q', [['A', true], ['B', false]]));
  expect(wished([all, some], []).map(({ components }) => components)).toEqual([[], ['A']]);
});

it('has a package deployed behind what it needs, where that travels along and does not need it, too', () => {
  const need = (of: string, other: string) => ({ of, package: other, type: 'ScriptCollection', artifact: 'S' });
  const chosen = ['P', 'Q', 'R'].map((id) => wholeOf(resource(id)));
  const needs = [need('P', 'Q'), need('P', 'Elsewhere'), need('Q', 'R'), need('R', 'Q')];
  expect(wished(chosen, needs).map(({ after }) => after)).toEqual([['Q'], [], []]);
  expect(wished([wholeOf(resource('P', [], 'Destination'))], [need('P', 'P')])[0]?.after).toEqual([]);
});

it('writes a log with a line a message', async () => {
  const lines = [{ id: 0, at: '2026-01-01T00:00:00.000Z', severity: 'INFO', text: 'one\ntwo\n' }];
  const file = logFile({ id: 'x' } as ExportActivity, lines);
  expect(file.name).toBe('activity-x.log');
  expect(await file.text()).toBe('2026-01-01T00:00:00.000Z  INFO  one\n    two\n');
});
