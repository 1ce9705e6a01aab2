import { stateText } from '~/parts/StatusBadge';
import { t, type TextKey } from '~/text';
import type { HistoryEntry } from './data';

const HEADINGS: [RegExp, TextKey][] = [
  [/^Feature created$/, 'history.created'],
  [/^Status changed$/, 'history.status'],
  [/^Transport request assigned$/, 'history.assigned'],
  [/^Transport request unassigned$/, 'history.unassigned'],
  [/^Transport request deployed in (.*)$/, 'history.deployed'],
  [/^Transport request deployment failed in (.*)$/, 'history.failed'],
];

/** The service says its headings in English; one that is not known is shown as it is. */
export function headingOf({ heading }: HistoryEntry): string {
  for (const [pattern, key] of HEADINGS) {
    const found = pattern.exec(heading);
    if (found) return t(key, { node: found[1] ?? '' });
  }
  return heading;
}

const CODES: Record<string, string> = {
  'Not Planned': 'NOT_PLANNED',
  'In Specification': 'CREATED',
  'In Implementation': 'IN_REALIZATION',
  'In Testing': 'IN_TESTING',
  'Successfully Tested': 'SUCCESSFULLY_TESTED',
  'Ready for Production': 'APPROVED_FOR_DEPLOYMENT',
  Deployed: 'CONFIRMED',
};

export const isFailure = ({ heading }: HistoryEntry) => heading.includes('failed');
export const isStatus = ({ heading }: HistoryEntry) => heading === 'Status changed';
export const valueOf = (value: string) => (CODES[value] ? stateText('feature', CODES[value]) : value);
