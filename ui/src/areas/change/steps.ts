import type { StepSeen } from './data';
import { STATUSES } from './data';
import { t, type TextKey } from '~/text';

/** The steps that are named in the texts; another one is called as the API calls it. */
const NAMED = [
  'Start Implementation',
  'Set to Not Planned',
  'Plan',
  'Handover to Test',
  'Back to Implementation',
  'Confirm Successful Test',
  'Approve for Production',
  'Withdraw Approval',
  'Confirm Deployment',
];

const rank = (code: string) => STATUSES.findIndex((status) => status === code);
export const isForward = (from: string, step: StepSeen) => rank(step.statusCode) > rank(from);

/** The step that goes on comes first. */
export function ordered(from: string, steps: StepSeen[]): StepSeen[] {
  return steps.toSorted((a, b) => Number(isForward(from, b)) - Number(isForward(from, a)));
}

export function stepText(name: string): string {
  return NAMED.includes(name) ? t(`feature.step.${name.replaceAll(' ', '-')}` as TextKey) : name;
}
