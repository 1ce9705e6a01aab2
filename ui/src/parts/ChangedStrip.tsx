import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { t } from '~/text';
import type { Changed } from './draft';

/** Somebody else was faster: what was typed in is still there, and the person says how to go on. */
export function ChangedStrip({ changed: { keep, discard }, then }: { changed: Changed; then: () => void }) {
  const take = (how: () => void) => () => {
    how();
    then();
  };
  return (
    <MessageStrip design="Critical" hideCloseButton role="alert" className="problem-strip">
      <strong>{t('changed.title')}</strong> {t('changed.what')}
      <span className="changed-ways">
        <Button onClick={take(keep)}>{t('changed.keep')}</Button>
        <Button design="Transparent" onClick={take(discard)}>
          {t('changed.discard')}
        </Button>
      </span>
    </MessageStrip>
  );
}
