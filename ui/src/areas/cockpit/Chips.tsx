import { t } from '~/text';

const MOST = 4;

/** Words beside each other: the first of them, and how many more there are. */
export function Chips({ words }: { words: string[] }) {
  if (words.length === 0) return <>–</>;
  return (
    <span className="chips">
      {words.slice(0, MOST).map((word) => (
        <span key={word} className="chip">
          {word}
        </span>
      ))}
      {words.length > MOST && <span data-tip={words.slice(MOST).join(', ')} tabIndex={0}>{t('user.more', { count: words.length - MOST })}</span>}
    </span>
  );
}
