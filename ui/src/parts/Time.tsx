import { instant, locale } from '~/text';

/** Today the time, this year the day, else the date. */
function short(at: Date, now: Date): Intl.DateTimeFormatOptions {
  if (at.toDateString() === now.toDateString()) return { hour: '2-digit', minute: '2-digit' };
  const isNear = Math.abs(now.getTime() - at.getTime()) < 180 * 86_400_000;
  if (isNear) return { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };
  return { day: 'numeric', month: 'short', year: 'numeric' };
}

const EXACT: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'long' };

export function shortTime(value: string, now = new Date()): string {
  const at = new Date(value);
  return instant(at, short(at, now));
}

export function exactTime(value: string): string {
  return instant(new Date(value), EXACT);
}

/** An instant: short in the person's zone, exact when looked at closely. */
export function Time({ at }: { at: string | null | undefined }) {
  if (!at) return <>–</>;
  return (
    <time className="time" dateTime={at} data-tip={exactTime(at)} tabIndex={0}>
      {shortTime(at)}
    </time>
  );
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A span between two instants, in its two largest units: `3 min 12 sec`. */
export function duration(milliseconds: number): string {
  let rest = Math.max(0, Math.round(milliseconds / 1000));
  const parts: string[] = [];
  for (const [unit, seconds] of UNITS) {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    if (count || (unit === 'second' && !parts.length)) {
      const style: Intl.NumberFormatOptions = { style: 'unit', unit, unitDisplay: 'short' };
      parts.push(new Intl.NumberFormat(locale(), style).format(count));
    }
  }
  return parts.slice(0, 2).join(' ');
}
