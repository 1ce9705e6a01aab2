import { client, value } from '~/api/client';
import { stateText } from '~/parts/StatusBadge';
import { t } from '~/text';
import { API, personOf, typeText, type Action, type ActionRequest } from './data';

export type LogFormat = 'text' | 'json';
const MOST = 200;

/** All of the log, page by page. */
export async function wholeLog(subaccount: string, id: string): Promise<ActionRequest[]> {
  const all: ActionRequest[] = [];
  let after: string | undefined;
  do {
    const query = { after, limit: MOST };
    const page = await value(client.GET(`${API}/actions/{id}/log`, { params: { path: { subaccount, id }, query } }));
    all.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  return all;
}

export function fileOf(action: Action, requests: ActionRequest[], format: LogFormat): File {
  const name = `action-${action.id}`;
  if (format === 'json') return new File([`${JSON.stringify({ action, requests }, null, 2)}\n`], `${name}.json`, { type: 'application/json' });
  return new File([logText(action, requests)], `${name}.log`, { type: 'text/plain' });
}

/** A line a message: time, severity, text; what goes over several lines is moved in. */
export function logText(action: Action, requests: ActionRequest[]): string {
  const head = [`${typeText(action.type)} · ${action.nodeName} · ${t('action.number', { id: String(action.id) })}`, `${stateText('transport', action.status)} · ${action.startedAt} – ${action.endedAt ?? ''} · ${personOf(action)}`];
  const parts = requests.map(({ request, status, messages }) => [
    '',
    `${t('log.request', { id: String(request) })} · ${stateText('transport', status)}`,
    ...messages.map(({ createdAt, severity, text }) => `${createdAt}  ${severity}  ${text.trimEnd().replaceAll('\n', '\n    ')}`),
  ]);
  return `${[...head, ...parts.flat()].join('\n')}\n`;
}
