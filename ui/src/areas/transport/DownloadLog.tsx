import '@ui5/webcomponents-icons/dist/download.js';
import { useMutation } from '@tanstack/react-query';
import { asProblem } from '~/api/problem';
import { ActionButton } from '~/parts/ActionButton';
import { toastProblem } from '~/parts/toast';
import { usePlace } from '~/screen';
import { t } from '~/text';
import type { Action } from './data';
import { fileOf, wholeLog, type LogFormat } from './download';

/** The whole log as a file, to be read elsewhere or by a program. */
export function DownloadLog({ action, isSmall = false }: { action: Action; isSmall?: boolean }) {
  return (
    <>
      <Download action={action} format="text" label={t('log.downloadText')} short={isSmall ? 'Text' : undefined} />
      <Download action={action} format="json" label={t('log.downloadJson')} short={isSmall ? 'JSON' : undefined} />
    </>
  );
}

function Download({ action, format, label, short }: { action: Action; format: LogFormat; label: string; short?: string }) {
  const { subaccount } = usePlace('subaccount');
  const get = useMutation({
    mutationFn: async () => save(fileOf(action, await wholeLog(subaccount, String(action.id)), format)),
    onError: (thrown) => toastProblem(asProblem(thrown)),
  });
  return (
    <ActionButton design="Transparent" icon="download" tooltip={label} accessibleName={label} isRunning={get.isPending} onClick={() => get.mutate()}>
      {short ?? label}
    </ActionButton>
  );
}

function save(file: File) {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The browser reads it after this.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
