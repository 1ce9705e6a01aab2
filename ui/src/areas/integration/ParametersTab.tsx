import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Input } from '@ui5/webcomponents-react/Input';
import { useState } from 'react';
import { client } from '~/api/client';
import { ActionButton } from '~/parts/ActionButton';
import { Empty } from '~/parts/Empty';
import { Field, FormDialog } from '~/parts/FormDialog';
import { pathData as edit } from '@ui5/webcomponents-icons/dist/v5/edit.js';
import { RowButton } from '~/parts/RowButton';
import { SmallTable } from '~/parts/SmallTable';
import { ifMatch, useDraft } from '~/parts/draft';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API, CONTENT, type Artifact, type Parameter } from './data';

/** Externalised parameters: the designer's default, and what holds in this tenant. */
export function ParametersTab({ artifact }: { artifact: Artifact }) {
  const { parameters, can, runtime } = artifact;
  const [edited, setEdited] = useState<Parameter>();
  const [text, setText] = useState('');
  const fits = ({ key, defaultValue, configuredValue }: Parameter) => `${key} ${defaultValue} ${configuredValue ?? ''}`.toLowerCase().includes(text.toLowerCase());
  const shown = parameters.filter(fits);
  const heads = [t('parameter.key'), t('parameter.value'), t('parameter.default'), t('parameter.type'), ''];
  const search = <Input type="Search" showClearIcon placeholder={t('parameter.search')} accessibleName={t('parameter.search')} value={text} onInput={(event) => setText(event.target.value)} />;
  return (
    <>
      {runtime && parameters.some(({ configuredValue }) => configuredValue != null) && (
        <MessageStrip design="Information" hideCloseButton className="flow-strip">
          {t('parameter.redeploy')}
        </MessageStrip>
      )}
      <SmallTable label={t('artifact.parameters')} count={shown.length} heads={heads} actions={parameters.length > 8 && search}>
        {shown.length === 0 ? (
          <Empty title={t('parameter.none')}>{t('parameter.noneNext')}</Empty>
        ) : (
          <tbody>
            {shown.map((one) => (
              <tr key={one.key}>
                <td data-label={t('parameter.key')}>
                  <span className="named">
                    <code>{one.key}</code>
                    {one.description && <small className="soft">{one.description}</small>}
                  </span>
                </td>
                <td data-label={t('parameter.value')}>{one.configuredValue != null ? <strong>{one.configuredValue || '""'}</strong> : <span className="soft">{t('parameter.asDefault')}</span>}</td>
                <td data-label={t('parameter.default')}>{one.defaultValue || '–'}</td>
                <td data-label={t('parameter.type')}>
                  <code>{one.dataType}</code>
                </td>
                <td className="table-row-actions">
                  <RowButton text={t('parameter.configure', { key: one.key })} icon={edit} can={can.configure} onClick={() => setEdited(one)} />
                </td>
              </tr>
            ))}
          </tbody>
        )}
      </SmallTable>
      {edited && <ParameterDialog artifact={artifact} parameter={edited} close={() => setEdited(undefined)} />}
    </>
  );
}

function ParameterDialog({ artifact, parameter, close }: { artifact: Artifact; parameter: Parameter; close: () => void }) {
  const { subaccount: tenant } = usePlace('subaccount');
  const { type, id } = artifact;
  const { key, defaultValue, dataType, description } = parameter;
  const valueNow = (of: Artifact) => of.parameters.find((one) => one.key === key)?.configuredValue ?? defaultValue;
  const { base, draft, put, changed } = useDraft(artifact, (of) => ({ value: valueNow(of) }));
  const { value } = draft;
  const body = { values: { [key]: value } };
  const write = useWrite({
    call: () => client.PATCH(`${API}/designtime/{type}/{id}/parameters`, { params: { path: { tenant, type, id }, header: ifMatch(base.configurationVersion) }, body }),
    touches: CONTENT,
    says: () => t('parameter.saved', { key }),
    then: close,
    problems: 'here',
  });
  const asDefault = (
    <ActionButton design="Transparent" onClick={() => put({ value: defaultValue })}>
      {t('parameter.takeDefault')}
    </ActionButton>
  );
  return (
    <FormDialog
      title={t('parameter.configure', { key })}
      action={t('form.save')}
      call={{ method: 'PATCH', url: `/api/v1/tenants/${tenant}/designtime/${type}/${encodeURIComponent(id)}/parameters`, body }}
      beside={asDefault}
      isRunning={write.isRunning}
      problem={write.problem}
      changed={{ ...changed, forget: write.reset }}
      submit={() => write.run(undefined)}
      close={close}
    >
      <Field label={key} id="parameter-value" hint={[description, dataType, t('parameter.defaultIs', { value: defaultValue || '–' })].filter(Boolean).join(' · ')}>
        <Input id="parameter-value" value={value} onInput={(event) => put({ value: event.target.value })} />
      </Field>
    </FormDialog>
  );
}
