import type { Feature, Transport } from './data';
import { groupsOf } from './groups';

export type StageState = 'none' | 'ahead' | 'scheduled' | 'deployed' | 'failed';
/** A node on the way of some transports, and how they are there. */
export interface Stage {
  node: string;
  role: 'development' | 'test' | 'production';
  state: StageState;
  /** How many of the transports are deployed here. */
  done: number;
  count: number;
  /** What a deployment would bring here now. */
  isNext: boolean;
}
export interface Lane {
  transports: Transport[];
  stages: Stage[];
}

/** The worst is what counts; deployed it is only when all are. */
function stateOf(states: string[]): StageState {
  if (states.includes('failed')) return 'failed';
  if (states.includes('scheduled')) return 'scheduled';
  return states.length > 0 && states.every((state) => state === 'deployed') ? 'deployed' : 'ahead';
}

/** The ways of a feature's transports; those that go through the same nodes go together. */
export function lanesOf({ transports, deployments }: Pick<Feature, 'transports' | 'deployments'>): Lane[] {
  const alive = transports.filter(({ path, deleted }) => path.length > 0 && !deleted);
  const groups = groupsOf(alive, ({ source, path }) => JSON.stringify([source, ...path.map(({ node }) => node)]));
  return groups.map(([, own]) => {
    const [{ source, path }] = own as [Transport];
    const ids = new Set(own.map(({ id }) => id));
    const isNext = (node: string) => deployments.some((one) => one.node === node && one.transports.some((id) => ids.has(id)));
    const begin: Stage = { node: source, role: 'development', state: 'deployed', done: own.length, count: own.length, isNext: false };
    const rest = path.map(({ node }, index): Stage => {
      const states = own.map((one) => one.path[index]?.state ?? 'ahead');
      return {
        node,
        role: index === path.length - 1 ? 'production' : 'test',
        state: stateOf(states),
        done: states.filter((state) => state === 'deployed').length,
        count: own.length,
        isNext: isNext(node),
      };
    });
    return { transports: own, stages: [begin, ...rest] };
  });
}
