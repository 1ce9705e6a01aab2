import '@ui5/webcomponents-icons/dist/document.js';
import { Icon } from '@ui5/webcomponents-react/Icon';
import type { ReactNode } from 'react';
import './Empty.css';

interface Props {
  /** What is not there: "No transport requests yet". */
  title: string;
  /** What to do next, in one sentence. */
  children?: ReactNode;
  /** The button or link that does it. */
  action?: ReactNode;
  /** A registered icon of UI5. */
  icon?: string;
}

/** A place with nothing in it says what would be there and how it comes there. */
export function Empty({ title, children, action, icon = 'document' }: Props) {
  return (
    <div className="empty">
      <Icon name={icon} className="empty-icon" mode="Decorative" />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}
