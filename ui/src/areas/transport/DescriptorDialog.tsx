import { Input } from '@ui5/webcomponents-react/Input';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { useState } from 'react';
import { client } from '~/api/client';
import type { Node } from '~/api/landscape';
import type { Can } from '~/parts/ActionButton';
import { ifMatch, useDraft } from '~/parts/draft';
import { FileChoice } from '~/parts/FileChoice';
import { Field, FormDialog } from '~/parts/FormDialog';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API, type Descriptor } from './data';

interface Props {
  node: Node;
  /** The one whose file is replaced; without it one is added. */
  descriptor?: Descriptor;
  can?: Can;
  close: () => void;
}

const ANY = '*';

/** Adds an MTA extension descriptor to a node, or replaces the file of one. */
export function DescriptorDialog({ node, descriptor, can, close }: Props) {
  const { subaccount } = usePlace('subaccount');
  const [file, setFile] = useState<File>();
  const { base, draft, put, changed } = useDraft(descriptor, (of) => ({ mtaVersion: of?.mtaVersion ?? ANY, description: of?.description ?? '' }));
  const path = { subaccount, id: String(node.id) };
  const query = { fileName: file?.name ?? '', mtaVersion: draft.mtaVersion.trim() || ANY, description: draft.description.trim() || undefined };
  // The file is the body, as it is.
  const sent = { body: file as unknown as number[], bodySerializer: (body: unknown) => body as Blob, headers: { 'Content-Type': 'application/octet-stream' } };
  const write = useWrite({
    call: () =>
      base
        ? client.PUT(`${API}/nodes/{id}/extension-descriptors/{descriptor}`, { params: { path: { ...path, descriptor: String(base.id) }, query, header: ifMatch(base.version) }, ...sent })
        : client.POST(`${API}/nodes/{id}/extension-descriptors`, { params: { path, query }, ...sent }),
    touches: ['descriptor'],
    says: ({ extensionId, mtaId }) => t(descriptor ? 'descriptor.replaced' : 'descriptor.added', { name: extensionId, mta: mtaId }),
    then: close,
    problems: 'here',
  });
  const url = `/api/v1/subaccounts/${subaccount}/nodes/${node.id}/extension-descriptors${base ? `/${base.id}` : ''}`;
  const options = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)).toString();
  return (
    <FormDialog
      title={descriptor ? t('descriptor.replaceOne', { name: descriptor.extensionId }) : t('descriptor.addTitle', { name: node.name })}
      action={t(descriptor ? 'descriptor.replace' : 'descriptor.add')}
      call={file && { method: base ? 'PUT' : 'POST', url: `${url}?${options}`, file: file.name }}
      isReady={file !== undefined && (can?.allowed ?? true)}
      isRunning={write.isRunning}
      problem={write.problem}
      changed={{ ...changed, forget: write.reset }}
      submit={() => write.run(undefined)}
      close={close}
    >
      {can && !can.allowed && (
        <MessageStrip design="Critical" hideCloseButton>
          {can.reason}
        </MessageStrip>
      )}
      <FileChoice file={file} choose={setFile} isFixed={write.isRunning} accept=".mtaext,.yaml,.yml" />
      <Field label={t('descriptor.version')} id="descriptor-version" hint={t('descriptor.versionHint')}>
        <Input id="descriptor-version" value={draft.mtaVersion} onInput={(event) => put({ mtaVersion: event.target.value })} />
      </Field>
      <Field label={t('form.description')} id="descriptor-description" hint={t('descriptor.descriptionHint')}>
        <Input id="descriptor-description" value={draft.description} onInput={(event) => put({ description: event.target.value })} />
      </Field>
    </FormDialog>
  );
}
