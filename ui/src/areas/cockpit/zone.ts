import { useSuspenseQuery } from '@tanstack/react-query';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { globalAccount } from './accounts';

/** What has users and role collections: a subaccount, or the global account. */
export interface Zone {
  /** Its subdomain, as the API wants it. */
  name: string;
  isGlobal: boolean;
  /** Where its users are. */
  users: string;
  collection: (name: string) => string;
}

export function useSubaccountZone(): Zone {
  const { subaccount } = usePlace('subaccount');
  return { name: subaccount, isGlobal: false, users: path.users({ subaccount }), collection: (collection) => path.roleCollection({ subaccount, collection }) };
}

export function useAccountZone(): Zone {
  const { subdomain } = useSuspenseQuery(globalAccount()).data;
  return { name: subdomain, isGlobal: true, users: path.accountUsers(), collection: (collection) => path.accountRoleCollection({ collection }) };
}
