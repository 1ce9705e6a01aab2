import { t, type TextKey } from '~/text';
import { lookOf, STATES, type Kind, type Tone } from './status';
import './StatusBadge.css';

/** The word for a state; one that is not known is shown as the API says it. */
export function stateText(kind: Kind, state: string): string {
  return state in STATES[kind] ? t(`status.${kind}.${state.replace(' ', '-')}` as TextKey) : state;
}

/** A state: colour, icon and word. */
export function StatusBadge({ kind, state }: { kind: Kind; state: string }) {
  const [tone, icon] = lookOf(kind, state);
  return <Badge tone={tone} icon={icon} text={stateText(kind, state)} />;
}

/** The same for what is no state of the API's. `icon` is the path of an icon. */
export function Badge({ tone, icon, text }: { tone: Tone; icon: string; text: string }) {
  return (
    <span className="badge" data-tone={tone}>
      <Glyph icon={icon} />
      {text}
    </span>
  );
}

/** An icon beside a word, drawn from its path: in a long table much lighter than a component each. */
export function Glyph({ icon }: { icon: string }) {
  return (
    <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
      <path d={icon} />
    </svg>
  );
}
