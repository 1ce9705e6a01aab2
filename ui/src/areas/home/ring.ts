/** A part of a ring: how long it is and where it begins, of a circumference of 100. */
export interface Arc {
  status: string;
  count: number;
  share: number;
  offset: number;
}

const ORDER = ['succeeded', 'running', 'warning', 'error', 'fatal'];

/** The parts of the ring, in the order of the statuses; what nobody counted has none. */
export function arcsOf(counts: Record<string, number>): Arc[] {
  const rank = (status: string) => (ORDER.includes(status) ? ORDER.indexOf(status) : ORDER.length);
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .toSorted(([a], [b]) => rank(a) - rank(b));
  const total = parts.reduce((sum, [, count]) => sum + count, 0);
  let offset = 0;
  return parts.map(([status, count]) => {
    const arc = { status, count, share: (count / total) * 100, offset };
    offset += arc.share;
    return arc;
  });
}
