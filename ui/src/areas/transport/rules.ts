import type { Node, Route } from '~/api/landscape';
import type { Can } from '~/parts/ActionButton';
import { stateText } from '~/parts/StatusBadge';
import { t, type TextKey } from '~/text';
import type { QueueItem } from './data';

/** What an import takes; the server has the last word. */
export const IMPORTABLE = ['initial', 'repeat', 'fatal'];
const DONE = ['succeeded', 'skipped', 'warning', 'error'];
const YES: Can = { allowed: true };

export type Chosen = Pick<QueueItem, 'request' | 'status'>;

/** What the person may do with what is chosen in a queue, and if not, why. */
export interface QueueCan {
  importAll: Can;
  importSelected: Can;
  forward: Can;
  reset: Can;
  remove: Can;
  add: Can;
  edit: Can;
}

export function queueCan(node: Node, routes: readonly Route[], chosen: readonly Chosen[]): QueueCan {
  const { can } = node;
  const each = (fits: (status: string) => boolean, why: TextKey) => all(chosen, fits, why);
  return {
    importAll: first(can.import, waiting(node) > 0 ? YES : no('node.nothingWaits')),
    importSelected: first(can.importSelected, each((status) => IMPORTABLE.includes(status), 'queue.cannotImport')),
    forward: first(can.operate, forwards(node, routes), each((status) => DONE.includes(status), 'queue.cannotForward')),
    reset: first(can.operate, each((status) => DONE.includes(status), 'queue.cannotReset')),
    remove: first(can.operate, each((status) => status !== 'running', 'queue.cannotRemove')),
    add: can.upload ?? YES,
    edit: can.edit ?? YES,
  };
}

/** How many requests an import of all takes. */
export function waiting({ counters }: Node): number {
  return IMPORTABLE.reduce((sum, status) => sum + (counters[status] ?? 0), 0);
}

/** By hand only where the node does not do it by itself, and something follows. */
function forwards({ id, forwardMode }: Node, routes: readonly Route[]): Can {
  if (forwardMode !== 'MANUAL') return no('queue.forwardsItself', { mode: t(`forwardMode.${forwardMode}` as TextKey) });
  return routes.some(({ source }) => source === id) ? YES : no('queue.noneFollows');
}

function all(chosen: readonly Chosen[], fits: (status: string) => boolean, why: TextKey): Can {
  if (chosen.length === 0) return no('queue.chooseFirst');
  const wrong = chosen.find(({ status }) => !fits(status));
  if (!wrong) return YES;
  const values = { request: String(wrong.request), status: stateText('transport', wrong.status) };
  return wrong.status === 'running' ? no('queue.isRunning', values) : no(why, values);
}

const no = (why: TextKey, values = {}): Can => ({ allowed: false, reason: t(why, values) });
const first = (...cans: (Can | undefined)[]): Can => cans.find((can) => can && !can.allowed) ?? YES;
