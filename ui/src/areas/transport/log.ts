import type { ActionRequest } from './data';

/** The gravest first. */
export const SEVERITIES = ['F', 'E', 'W', 'I'] as const;

export interface LogFilter {
  text?: string;
  /** With commas between them. */
  severity?: string;
}

/** What of a log fits; requests of which nothing does are left out. */
export function filtered(requests: ActionRequest[], { text = '', severity = '' }: LogFilter): ActionRequest[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted && !severity) return requests;
  const severities = severity.split(',').filter(Boolean);
  const fits = ({ severity: one, text: said }: ActionRequest['messages'][number]) =>
    (severities.length === 0 || severities.includes(one)) && said.toLowerCase().includes(wanted);
  return requests.map((group) => ({ ...group, messages: group.messages.filter(fits) })).filter(({ messages }) => messages.length > 0);
}
