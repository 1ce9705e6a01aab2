import { Glyph } from './StatusBadge';
import type { Can } from './ActionButton';

interface Props {
  text: string;
  /** The path of an icon, `import { pathData } from '@ui5/webcomponents-icons/dist/v5/….js'`; the text is then its name. */
  icon?: string;
  can?: Can;
  onClick: () => void;
}

/** What can be done with one row of a table: an `ActionButton` that is light enough to stand in each. */
export function RowButton({ text, icon, can, onClick }: Props) {
  const reason = can && !can.allowed ? (can.reason ?? '') : undefined;
  return (
    <button
      type="button"
      className="row-button"
      aria-disabled={reason !== undefined}
      aria-label={icon ? text : undefined}
      aria-description={reason}
      data-tip={reason ?? (icon && text)}
      onClick={() => reason === undefined && onClick()}
    >
      {icon ? <Glyph icon={icon} /> : text}
    </button>
  );
}
