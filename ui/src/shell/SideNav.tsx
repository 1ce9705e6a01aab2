import { SideNavigation } from '@ui5/webcomponents-react/SideNavigation';
import { SideNavigationGroup } from '@ui5/webcomponents-react/SideNavigationGroup';
import { SideNavigationItem } from '@ui5/webcomponents-react/SideNavigationItem';
import { useSession, type Subaccount } from '~/api/session';
import { useGo } from '~/parts/Link';
import { pattern } from '~/path';
import type { Area, Entry } from '~/screen';
import { t } from '~/text';
import { addressOf, listed, useShownPlaces } from './place';

const AREAS: Area[] = ['transport', 'change', 'integration', 'cockpit'];

interface Props {
  screens: readonly Entry[];
  here: Subaccount | undefined;
  slot?: string;
}

/** What there is, by area; what belongs to no subaccount stands at the bottom. */
export function SideNav({ screens, here, slot }: Props) {
  const entries = listed(screens, here, useSession());
  const isFixed = (entry: Entry) => !pattern[entry.place].includes('$subaccount');
  const free = entries.filter((entry) => !entry.area && !isFixed(entry));
  const fixed = entries.filter(isFixed);
  const line = (entry: Entry) => <Line key={entry.place} entry={entry} here={here} />;
  return (
    <SideNavigation slot={slot} accessibleName={t('shell.navigation')} fixedItems={<>{fixed.map(line)}</>}>
      {free.map(line)}
      {AREAS.map((area) => {
        const own = entries.filter((entry) => entry.area === area);
        if (own.length === 0) return null;
        return (
          <SideNavigationGroup key={area} text={t(`area.${area}`)} expanded>
            {own.map(line)}
          </SideNavigationGroup>
        );
      })}
    </SideNavigation>
  );
}

function Line({ entry, here, slot }: { entry: Entry; here: Subaccount | undefined; slot?: string }) {
  const go = useGo();
  const shown = useShownPlaces();
  const href = addressOf(entry, here);
  return (
    <SideNavigationItem
      slot={slot}
      text={t(entry.title)}
      icon={entry.icon}
      href={href}
      selected={shown.includes(entry.place)}
      onClick={(event) => {
        const { ctrlKey, metaKey, shiftKey } = event.detail;
        if (ctrlKey || metaKey || shiftKey) return;
        event.preventDefault();
        go(href);
      }}
    />
  );
}
