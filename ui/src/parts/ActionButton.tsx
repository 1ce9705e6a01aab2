import { Button, type ButtonPropTypes } from '@ui5/webcomponents-react/Button';
import type { MouseEvent } from 'react';

/** What may be done with an object, and if not, why; the server says it with the object. */
export interface Can {
  allowed: boolean;
  reason?: string | null;
}

interface Props extends Omit<ButtonPropTypes, 'disabled' | 'onClick'> {
  can?: Can;
  isRunning?: boolean;
  onClick: () => void;
}

/** A button that is there also when it may not be pressed, and then says why; the focus reaches it to read that. */
export function ActionButton({ can, isRunning = false, onClick, ...rest }: Props) {
  const reason = can && !can.allowed ? (can.reason ?? '') : undefined;
  // UI5's click bubbles to rows of tables, which would follow their link.
  const press = (event: { stopPropagation: () => void } | MouseEvent) => {
    event.stopPropagation();
    onClick();
  };
  if (reason === undefined) return <Button {...rest} loading={isRunning} onClick={press} />;
  return (
    <span className="refused" tabIndex={0} role="note" data-tip={reason} aria-label={`${textOf(rest)}: ${reason}`}>
      <Button {...rest} disabled aria-hidden="true" />
    </span>
  );
}

function textOf({ accessibleName, children, tooltip }: ButtonPropTypes): string {
  return accessibleName ?? (typeof children === 'string' ? children : (tooltip ?? ''));
}
