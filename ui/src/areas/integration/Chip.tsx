import type { ReactNode } from 'react';
import type { Tone } from '~/parts/status';

/** A short word beside a name: a draft, read-only. */
export function Chip({ tone, children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="chip" data-tone={tone}>
      {children}
    </span>
  );
}
