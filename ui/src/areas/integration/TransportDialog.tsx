import { useSuspenseQuery } from '@tanstack/react-query';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { Input } from '@ui5/webcomponents-react/Input';
import { useState } from 'react';
import { client } from '~/api/client';
import { Field, FormDialog } from '~/parts/FormDialog';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API, settingsOf, type PackageDetails } from './data';

const LONGEST = 512;

/** The Transport action: the whole package, or what was chosen of it. */
export function TransportDialog({ shown, chosen, close }: { shown: PackageDetails; chosen: string[]; close: () => void }) {
  const { subaccount: tenant } = usePlace('subaccount');
  const { mode, node } = useSuspenseQuery(settingsOf(tenant)).data;
  const [comment, setComment] = useState('');
  const [propagateOwner, setPropagate] = useState(true);
  const body = { artifacts: chosen, comment: comment.trim(), propagateOwner };
  const write = useWrite({
    call: () => client.POST(`${API}/packages/{package}/transports`, { params: { path: { tenant, package: shown.id } }, body }),
    touches: ['content', 'package'],
    says: () => t('package.transportBegun', { name: shown.name }),
    then: close,
    problems: 'here',
  });
  const names = shown.artifacts.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  return (
    <FormDialog
      title={t('package.transportTitle', { name: shown.name })}
      action={t('package.transport')}
      call={{ method: 'POST', url: `/api/v1/tenants/${tenant}/packages/${encodeURIComponent(shown.id)}/transports`, body }}
      isReady={comment.trim() !== ''}
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <dl className="dialog-facts">
        <dt>{t('settings.mode')}</dt>
        <dd>{mode ?? '–'}</dd>
        <dt>{t('settings.node')}</dt>
        <dd>{node ?? '–'}</dd>
        <dt>{t('package.artifacts')}</dt>
        <dd>{names.length > 0 ? names.join(', ') : t('package.all', { count: shown.artifacts.length })}</dd>
      </dl>
      <Field label={t('package.comment')} id="transport-comment" required hint={t('package.commentHint')}>
        <Input id="transport-comment" value={comment} maxlength={LONGEST} required onInput={(event) => setComment(event.target.value)} />
      </Field>
      <CheckBox text={t('package.propagate')} checked={propagateOwner} onChange={(event) => setPropagate(event.target.checked)} />
    </FormDialog>
  );
}
