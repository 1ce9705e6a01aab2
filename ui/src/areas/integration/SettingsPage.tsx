import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Option } from '@ui5/webcomponents-react/Option';
import { Select } from '@ui5/webcomponents-react/Select';
import { useState } from 'react';
import { client, value } from '~/api/client';
import { ActionButton } from '~/parts/ActionButton';
import { ifMatch, useDraft } from '~/parts/draft';
import { FormDialog, Field } from '~/parts/FormDialog';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { ProblemStrip } from '~/parts/ProblemView';
import { StatusBadge } from '~/parts/StatusBadge';
import { useWrite } from '~/parts/useWrite';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { API, settingsOf, type CheckLine, type Settings } from './data';
import './integration.css';

const MODE = 'TransportManagementService';

/** Where transports of the tenant go, and whether they would get there. */
export const settings: Screen = {
  load: ({ params: { subaccount = '' }, queries }) => queries.ensureQueryData(settingsOf(subaccount)),
  Page: SettingsPage,
};

function SettingsPage() {
  const { subaccount: tenant } = usePlace('subaccount');
  const shown = useSuspenseQuery(settingsOf(tenant)).data;
  const { mode, node, can } = shown;
  const [isOpen, setOpen] = useState(false);
  const check = useMutation({ mutationFn: () => value(client.POST(`${API}/configuration-check`, { params: { path: { tenant } } })) });
  const facts = [
    { label: t('settings.mode'), value: mode ? t('settings.tms') : t('settings.off') },
    { label: t('settings.node'), value: node },
  ];
  return (
    <>
      <ObjectHeader
        title={t('settings.title')}
        subtitle={t('settings.lead')}
        facts={facts}
        actions={
          <>
            <ActionButton design="Emphasized" can={can.check} isRunning={check.isPending} onClick={() => check.mutate()}>
              {t('settings.check')}
            </ActionButton>
            <ActionButton can={can.change} onClick={() => setOpen(true)}>
              {t('form.edit')}
            </ActionButton>
          </>
        }
      />
      <ProblemStrip problem={check.error} />
      <div role="status">{check.data && <Lines lines={check.data} />}</div>
      {isOpen && <ModeDialog shown={shown} close={() => setOpen(false)} />}
    </>
  );
}

function Lines({ lines }: { lines: CheckLine[] }) {
  return (
    <ol className="check-lines">
      {lines.map(({ check, state, code, text, fix }, index) => (
        <li key={index} className="card">
          <StatusBadge kind="check" state={state} />
          <div>
            <h2>{check}</h2>
            <p>{text}</p>
            {fix && (
              <p className="check-fix">
                <strong>{t('settings.fix')}</strong> {fix}
              </p>
            )}
          </div>
          {state !== 'ok' && <code className="soft">{code}</code>}
        </li>
      ))}
    </ol>
  );
}

function ModeDialog({ shown, close }: { shown: Settings; close: () => void }) {
  const { subaccount: tenant } = usePlace('subaccount');
  const { base, draft, put, changed } = useDraft(shown, ({ mode }) => ({ mode: mode ?? '' }));
  const body = { mode: draft.mode || null };
  const write = useWrite({
    call: () => client.PUT(`${API}/transport-settings`, { params: { path: { tenant }, header: ifMatch(base.version) }, body }),
    touches: ['tenant', 'package'],
    says: () => t('settings.saved'),
    then: close,
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('settings.title')}
      action={t('form.save')}
      call={{ method: 'PUT', url: `/api/v1/tenants/${tenant}/transport-settings`, body }}
      isRunning={write.isRunning}
      problem={write.problem}
      changed={{ ...changed, forget: write.reset }}
      submit={() => write.run(undefined)}
      close={close}
    >
      <Field label={t('settings.mode')} id="transport-mode">
        <Select id="transport-mode" value={draft.mode} onChange={(event) => put({ mode: event.detail.selectedOption.getAttribute('data-value') ?? '' })}>
          <Option value="" data-value="">
            {t('settings.off')}
          </Option>
          <Option value={MODE} data-value={MODE}>
            {t('settings.tms')}
          </Option>
        </Select>
      </Field>
    </FormDialog>
  );
}
