import { client } from '~/api/client';
import { useState } from 'react';
import { FormDialog } from '~/parts/FormDialog';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API, type DestinationFile } from './data';

interface Props {
  close: () => void;
  /** What the file says goes on in the editor. */
  then: (file: DestinationFile) => void;
}

/** Reads a destination that a cockpit exported; nothing is made before its secrets are entered. */
export function ImportDialog({ close, then }: Props) {
  const { subaccount } = usePlace('subaccount');
  const [file, setFile] = useState<File>();
  const write = useWrite({
    call: async (chosen: File) => {
      const body = await chosen.arrayBuffer();
      return client.POST(`${API}/destination-files`, {
        params: { path: { subaccount } },
        body: '',
        bodySerializer: () => body,
        headers: { 'Content-Type': 'application/octet-stream' },
      });
    },
    touches: [],
    then,
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('destination.importTitle')}
      action={t('destination.importRead')}
      call={file && { method: 'POST', url: `/api/v1/subaccounts/${subaccount}/destination-files`, file: file.name }}
      isReady={file !== undefined}
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => file && write.run(file)}
      close={close}
    >
      <p>{t('destination.importWhat')}</p>
      <input type="file" className="file-input" aria-label={t('destination.file')} accept=".properties,.json,.txt,text/plain,application/json" onChange={({ target }) => setFile(target.files?.[0])} />
    </FormDialog>
  );
}
