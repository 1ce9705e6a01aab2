import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProgressIndicator } from '@ui5/webcomponents-react/ProgressIndicator';
import { useEffect, useRef, useState } from 'react';
import { upload } from '~/api/client';
import { touch } from '~/api/queries';
import { FileChoice } from '~/parts/FileChoice';
import { FormDialog } from '~/parts/FormDialog';
import { useGo } from '~/parts/Link';
import { sizeText } from '~/parts/Size';
import { toast } from '~/parts/toast';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { CONTENT, type Imported } from './data';

/** Brings a package into the tenant: an export zip, dropped or chosen. */
export function ImportDialog({ first, close }: { first?: File; close: () => void }) {
  const { subaccount } = usePlace('subaccount');
  const [file, setFile] = useState(first);
  const url = `/api/v1/tenants/${subaccount}/package-imports`;
  const { send, progress } = useImport(url, file, close);
  return (
    <FormDialog
      title={t('package.import')}
      action={t('package.import')}
      call={file && { method: 'POST', url, file: file.name }}
      isReady={file !== undefined}
      isQuestion={first !== undefined}
      isRunning={send.isPending}
      problem={send.error}
      submit={() => send.mutate()}
      close={close}
    >
      <FileChoice file={file} choose={setFile} isFixed={send.isPending} accept=".zip" />
      <p className="soft">{t('package.importHint')}</p>
      {file && send.isPending && (
        <div role="status">
          <ProgressIndicator value={Math.round(progress * 100)} valueState="Information" accessibleName={t('queue.uploading')} />
          <p className="soft">{progress < 1 ? t('queue.sent', { sent: sizeText(progress * file.size), all: sizeText(file.size) }) : t('queue.checking')}</p>
        </div>
      )}
    </FormDialog>
  );
}

/** The dialog is closed when it worked, and the package shown; if it is closed before, the upload ends. */
function useImport(url: string, file: File | undefined, close: () => void) {
  const { subaccount } = usePlace('subaccount');
  const queries = useQueryClient();
  const go = useGo();
  const [progress, setProgress] = useState(0);
  const ending = useRef<AbortController>(undefined);
  useEffect(() => () => ending.current?.abort(), []);
  const send = useMutation({
    mutationFn: () => {
      ending.current = new AbortController();
      setProgress(0);
      return upload<Imported>(url, file!, setProgress, ending.current.signal);
    },
    onSuccess: async ({ package: id, created, overwritten, unchanged, warnings }) => {
      await touch(queries, CONTENT);
      const counts = { created: created.length, overwritten: overwritten.length, unchanged: unchanged.length };
      toast([t('package.imported', { id, ...counts }), ...warnings].join(' '));
      close();
      go(path.package({ subaccount, package: id }));
    },
  });
  return { send, progress };
}
