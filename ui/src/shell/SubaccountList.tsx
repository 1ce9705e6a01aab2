import '@ui5/webcomponents-icons/dist/accept.js';
import { List } from '@ui5/webcomponents-react/List';
import { ListItemStandard } from '@ui5/webcomponents-react/ListItemStandard';
import { Popover } from '@ui5/webcomponents-react/Popover';
import { createPortal } from 'react-dom';
import { useSession, type Subaccount } from '~/api/session';
import { useGo } from '~/parts/Link';
import { path } from '~/path';
import { compareTexts, t } from '~/text';
import { rememberSubaccount } from './place';

interface Props {
  opener: string;
  here: Subaccount;
  close: () => void;
}

/** The subaccounts in which the person has a role. */
export default function SubaccountList({ opener, here, close }: Props) {
  const { subaccounts } = useSession();
  const go = useGo();
  const sorted = subaccounts.toSorted((a, b) => compareTexts(a.displayName, b.displayName));
  const choose = (subdomain: string) => {
    close();
    rememberSubaccount(subdomain);
    go(path.start());
  };
  return createPortal(
    <Popover open opener={opener} headerText={t('shell.subaccounts')} placement="Bottom" horizontalAlign="Start" className="popover-list" onClose={close}>
      <List selectionMode="None" onItemClick={({ detail }) => choose(detail.item.dataset.subdomain ?? '')}>
        {sorted.map((one) => (
          <ListItemStandard
            key={one.id}
            data-subdomain={one.subdomain}
            description={one.subdomain}
            icon={one.id === here.id ? 'accept' : undefined}
            iconEnd
            text={one.displayName}
          />
        ))}
      </List>
    </Popover>,
    document.body,
  );
}
