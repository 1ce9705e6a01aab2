import { useEffect, type ReactNode } from 'react';
import { Crumbs } from './Crumbs';
import './ObjectHeader.css';

export interface Fact {
  label: string;
  value: ReactNode;
}

interface Props {
  title: string;
  /** A `StatusBadge`. */
  status?: ReactNode;
  /** One sentence, where the title does not say what the screen is for. */
  subtitle?: ReactNode;
  facts?: Fact[];
  /** At most one of them is the primary action (`design="Emphasized"`), and it comes first. */
  actions?: ReactNode;
}

/** What the window is called. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · Ropeway`;
  }, [title]);
}

/** The head of every page: where it is, what it is, how it is, what can be done. */
export function ObjectHeader({ title, status, subtitle, facts = [], actions }: Props) {
  useTitle(title);
  return (
    <header className="object-header">
      <Crumbs />
      <div className="object-header-top">
        <h1>{title}</h1>
        {status}
        {actions && <div className="object-header-actions">{actions}</div>}
      </div>
      {subtitle && <p className="object-header-subtitle">{subtitle}</p>}
      {facts.length > 0 && (
        <dl className="object-header-facts">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value ?? '–'}</dd>
            </div>
          ))}
        </dl>
      )}
    </header>
  );
}
