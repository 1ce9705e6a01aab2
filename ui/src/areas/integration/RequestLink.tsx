import { useSession } from '~/api/session';
import type { components } from '~/api/schema';
import { Link } from '~/parts/Link';
import { path } from '~/path';
import { t } from '~/text';

interface Props {
  id: number;
  /** Where it is, as the server knows it. */
  place?: components['schemas']['RequestPlace'] | null;
}

/** A transport request that content was handed over with: a link where the person may see it, else where it is. */
export function RequestLink({ id, place }: Props) {
  const { subaccounts } = useSession();
  const text = t('log.request', { id: String(id) });
  const here = place?.subaccount;
  const isOpen = subaccounts.some(({ subdomain, areas }) => subdomain === here && areas.includes('transport'));
  if (here && isOpen) return <Link to={path.request({ subaccount: here, request: id })}>{text}</Link>;
  const where = here ? t('agent.requestIn', { subaccount: here }) : place?.host && t('agent.requestAt', { host: place.host });
  return (
    <span className="number">
      {text} {where && <small className="soft">{where}</small>}
    </span>
  );
}
