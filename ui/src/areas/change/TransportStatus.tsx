import { pathData as error } from '@ui5/webcomponents-icons/dist/v5/error.js';
import { pathData as gone } from '@ui5/webcomponents-icons/dist/v5/less.js';
import { pathData as moving } from '@ui5/webcomponents-icons/dist/v5/synchronize.js';
import { pathData as done } from '@ui5/webcomponents-icons/dist/v5/sys-enter-2.js';
import { Badge } from '~/parts/StatusBadge';
import { t } from '~/text';
import type { Transport } from './data';

/** The label of Cloud ALM: what happened to the transport last, and where. */
export function TransportStatus({ transport: { path, deleted } }: { transport: Transport }) {
  if (deleted) return <Badge tone="neutral" icon={gone} text={t('transport.deleted')} />;
  const scheduled = path.find(({ state }) => state === 'scheduled');
  if (scheduled) return <Badge tone="information" icon={moving} text={t('transport.scheduled', { node: scheduled.node })} />;
  const failed = path.find(({ state }) => state === 'failed');
  if (failed) return <Badge tone="negative" icon={error} text={t('transport.failed', { node: failed.node })} />;
  const deployed = path.findLast(({ state }) => state === 'deployed');
  if (deployed) return <Badge tone="positive" icon={done} text={t('transport.deployed', { node: deployed.node })} />;
  return <Badge tone="positive" icon={done} text={t('transport.released')} />;
}
