import { client } from '~/api/client';
import { read } from '~/api/queries';
import type { components } from '~/api/schema';
import { TOPICS } from '~/api/topic';
import type { Session } from '~/api/session';
import { path } from '~/path';
import type { TextKey } from '~/text';

export type Step = components['schemas']['GuideStep'];

export const guideNow = read([...TOPICS], ['guide'], (signal) => client.GET('/api/v1/guide', { signal }));

/** The parts of the guide, and the number of the last step of each. */
const PARTS: readonly (readonly [TextKey, number])[] = [
  ['guide.part.account', 9],
  ['guide.part.source', 14],
  ['guide.part.api', 26],
  ['guide.part.passThrough', 32],
  ['guide.part.targets', 36],
  ['guide.part.landscape', 42],
  ['guide.part.change', 54],
];

export interface Part {
  title: TextKey;
  steps: Step[];
  done: number;
}

export function partsOf(steps: Step[]): Part[] {
  return PARTS.map(([title, last], at) => {
    const own = steps.filter(({ number }) => number <= last && number > (PARTS[at - 1]?.[1] ?? -1));
    return { title, steps: own, done: own.filter(({ status }) => status === 'done').length };
  });
}

/** The first thing to do: later steps rest on it. */
export const nextOf = (steps: Step[]): Step | undefined => steps.find(({ status }) => status !== 'done');

type Screen = (subaccount: string) => string;
const SCREENS: Record<string, readonly [area: string, Screen]> = {
  entitlements: ['cockpit', (subaccount) => path.entitlements({ subaccount })],
  subscriptions: ['cockpit', (subaccount) => path.subscriptions({ subaccount })],
  users: ['cockpit', (subaccount) => path.users({ subaccount })],
  spaces: ['cockpit', (subaccount) => path.spaces({ subaccount })],
  instances: ['cockpit', (subaccount) => path.instances({ subaccount })],
  destinations: ['cockpit', (subaccount) => path.destinations({ subaccount })],
  transportSettings: ['integration', (subaccount) => path.settings({ subaccount })],
  packages: ['integration', (subaccount) => path.packages({ subaccount })],
  landscape: ['transport', (subaccount) => path.landscape({ subaccount })],
  actions: ['transport', (subaccount) => path.actions({ subaccount })],
  features: ['change', (subaccount) => path.features({ subaccount })],
};

/** Where a step is done, if the person has something to do there. */
export function placeOf({ screen, subaccount }: Step, { subaccounts }: Session): string | undefined {
  if (screen === 'subaccounts') return path.account();
  const known = SCREENS[screen];
  const there = subaccount ? subaccounts.find((one) => one.subdomain === subaccount) : subaccounts[0];
  return known && there?.areas.includes(known[0]) ? known[1](there.subdomain) : undefined;
}
