import { pathData as high } from '@ui5/webcomponents-icons/dist/v5/arrow-top.js';
import { pathData as low } from '@ui5/webcomponents-icons/dist/v5/arrow-bottom.js';
import { pathData as medium } from '@ui5/webcomponents-icons/dist/v5/less.js';
import { pathData as urgent } from '@ui5/webcomponents-icons/dist/v5/warning2.js';
import { Badge } from '~/parts/StatusBadge';
import type { Tone } from '~/parts/status';
import { priorityText } from './data';

const LOOKS: Record<number, readonly [Tone, string]> = { 10: ['negative', urgent], 20: ['critical', high], 30: ['neutral', medium], 40: ['neutral', low] };

export function Priority({ code }: { code: number }) {
  const [tone, icon] = LOOKS[code] ?? ['neutral', medium];
  return <Badge tone={tone} icon={icon} text={priorityText(code)} />;
}
