import '@ui5/webcomponents-icons/dist/command-line-interfaces.js';
import '@ui5/webcomponents-icons/dist/copy.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { t } from '~/text';
import { curlOf, type Call } from './curl';
import { toast } from './toast';

export async function copyText(text: string, says: string) {
  await navigator.clipboard.writeText(text);
  toast(says);
}

/** What this screen reads, or this action does, for a script. */
export function CopyAsCurl({ call }: { call: Call }) {
  const copy = () => void copyText(curlOf(call), t('copy.curlDone'));
  return (
    <Button design="Transparent" icon="command-line-interfaces" tooltip={t('copy.curl')} accessibleName={t('copy.curl')} onClick={copy} />
  );
}

/** Beside an id, a key or a name that is needed elsewhere. */
export function CopyText({ text, what }: { text: string; what: string }) {
  const label = t('copy.what', { what });
  const copy = () => void copyText(text, t('copy.done', { what }));
  return <Button design="Transparent" icon="copy" tooltip={label} accessibleName={label} onClick={copy} />;
}
