import '@ui5/webcomponents-icons/dist/navigation-down-arrow.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { lazy, Suspense, useId, useState } from 'react';
import type { Subaccount } from '~/api/session';
import { t } from '~/text';

const SubaccountList = lazy(() => import('./SubaccountList'));

/** One person, several subaccounts: shows which one this is, and leads to the others. */
export function SubaccountSwitch({ here, ...rest }: { here: Subaccount; 'data-hide-order'?: string; slot?: string }) {
  const opener = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        {...rest}
        id={opener}
        className="bar-subaccount"
        design="Transparent"
        endIcon="navigation-down-arrow"
        accessibleName={t('shell.subaccount', { name: here.displayName })}
        accessibilityAttributes={{ hasPopup: 'listbox', expanded: isOpen }}
        onClick={() => setOpen(true)}
      >
        {here.displayName}
      </Button>
      <Suspense>{isOpen && <SubaccountList opener={opener} here={here} close={() => setOpen(false)} />}</Suspense>
    </>
  );
}
