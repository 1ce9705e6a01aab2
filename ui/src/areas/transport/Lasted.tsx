import { duration } from '~/parts/Time';
import type { Action } from './data';

/** How long an action took; of one that runs nothing is said, for it would be old at once. */
export function Lasted({ action: { startedAt, endedAt } }: { action: Action }) {
  if (!endedAt) return <>–</>;
  return <span className="number">{duration(Date.parse(endedAt) - Date.parse(startedAt))}</span>;
}
