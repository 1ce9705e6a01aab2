import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input } from '@ui5/webcomponents-react/Input';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { ProgressIndicator } from '@ui5/webcomponents-react/ProgressIndicator';
import { useEffect, useRef, useState } from 'react';
import { upload } from '~/api/client';
import type { Node } from '~/api/landscape';
import { touch } from '~/api/queries';
import type { components } from '~/api/schema';
import type { Can } from '~/parts/ActionButton';
import { FileChoice } from '~/parts/FileChoice';
import { Field, FormDialog } from '~/parts/FormDialog';
import { sizeText } from '~/parts/Size';
import { toast } from '~/parts/toast';
import { usePlace } from '~/screen';
import { t } from '~/text';

type Uploaded = components['schemas']['UploadedRequest'];

interface Props {
  node: Node;
  can: Can;
  /** What was dropped on the page. */
  first?: File;
  close: () => void;
}

/** Brings a file into the queue: a transport request is made of it. */
export function AddDialog({ node, can, first, close }: Props) {
  const [file, setFile] = useState(first);
  const [description, setDescription] = useState('');
  const { send, progress, url } = useUpload(node, file, description, close);
  const isReady = can.allowed && file !== undefined && description.trim() !== '';
  return (
    <FormDialog
      title={t('queue.addTitle', { name: node.name })}
      action={t('queue.add')}
      call={file && { method: 'POST', url, file: file.name }}
      isReady={isReady}
      focus={first && 'add-description'}
      isRunning={send.isPending}
      problem={send.error}
      submit={() => send.mutate()}
      close={close}
    >
      {!can.allowed && (
        <MessageStrip design="Critical" hideCloseButton>
          {can.reason}
        </MessageStrip>
      )}
      <FileChoice file={file} choose={setFile} isFixed={send.isPending || !can.allowed} />
      <Field label={t('form.description')} id="add-description" required hint={t('queue.descriptionHint')}>
        <Input id="add-description" value={description} required disabled={send.isPending} onInput={(event) => setDescription(event.target.value)} />
      </Field>
      {file && send.isPending && (
        <div role="status">
          <ProgressIndicator value={Math.round(progress * 100)} valueState="Information" accessibleName={t('queue.uploading')} />
          <p className="add-progress">{progress < 1 ? t('queue.sent', { sent: sizeText(progress * file.size), all: sizeText(file.size) }) : t('queue.checking')}</p>
        </div>
      )}
    </FormDialog>
  );
}

/** The dialog is closed when it worked; if it is closed before, the upload ends. */
function useUpload(node: Node, file: File | undefined, description: string, close: () => void) {
  const { subaccount } = usePlace('subaccount');
  const queries = useQueryClient();
  const [progress, setProgress] = useState(0);
  const ending = useRef<AbortController>(undefined);
  useEffect(() => () => ending.current?.abort(), []);
  const query = new URLSearchParams({ fileName: file?.name ?? '', description: description.trim() }).toString();
  const url = `/api/v1/subaccounts/${subaccount}/nodes/${node.id}/uploads?${query}`;
  const send = useMutation({
    mutationFn: () => {
      ending.current = new AbortController();
      setProgress(0);
      return upload<Uploaded>(url, file!, setProgress, ending.current.signal);
    },
    onSuccess: async ({ request }) => {
      await touch(queries, ['queue', 'node', 'request', 'action']);
      toast(t('queue.added', { request: String(request), name: node.name }));
      close();
    },
  });
  return { send, progress, url };
}
