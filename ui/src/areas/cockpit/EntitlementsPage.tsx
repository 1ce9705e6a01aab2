import '@ui5/webcomponents-icons/dist/key-user-settings.js';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Input } from '@ui5/webcomponents-react/Input';
import { useId, useState } from 'react';
import { client } from '~/api/client';
import { touch } from '~/api/queries';
import { session, useSubaccount } from '~/api/session';
import { confirm } from '~/parts/confirm';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { ifMatch, useDraft } from '~/parts/draft';
import { Field, FormDialog } from '~/parts/FormDialog';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { RowButton } from '~/parts/RowButton';
import { toast } from '~/parts/toast';
import { useWrite } from '~/parts/useWrite';
import type { Screen } from '~/screen';
import { number, t } from '~/text';
import { entitlementsOf, type Entitlement } from './data';
import '~/parts/QueryTable.css';
import './cockpit.css';

/** Which plans the subaccount may use, and what is left of those that are counted. */
export const entitlements: Screen = {
  load: async ({ params: { subaccount = '' }, queries }) => {
    const { subaccounts } = await queries.ensureQueryData(session);
    const id = subaccounts.find((one) => one.subdomain === subaccount || one.id === subaccount)?.id ?? '';
    return queries.ensureQueryData(entitlementsOf(id));
  },
  Page: EntitlementsPage,
};

const ONE = '/api/v1/accounts/subaccounts/{id}/entitlements/{service}/{plan}';

function EntitlementsPage() {
  const id = useSubaccount()?.id ?? '';
  const { items, can } = useSuspenseQuery(entitlementsOf(id)).data;
  const label = useId();
  const [edited, setEdited] = useState<Entitlement>();
  const assign = useWrite({
    call: ({ service, plan }: Entitlement) => client.PUT(ONE, { params: { path: { id, service, plan } }, body: { enable: true } }),
    touches: ['entitlement'],
    says: (_, { serviceName, plan }) => t('entitlement.assigned', { name: `${serviceName} ${plan}` }),
    problems: 'toast',
  });
  const remove = useRemove(id);
  const heads = [t('instance.service'), t('instance.plan'), t('entitlement.amount'), t('entitlement.left')];
  return (
    <>
      <ObjectHeader title={t('entitlements.title')} subtitle={t('entitlements.lead')} actions={<CopyAsCurl call={{ url: `/api/v1/accounts/subaccounts/${id}/entitlements` }} />} />
      <section className="query-table" aria-labelledby={label}>
        <div className="table-bar">
          <h2 id={label}>{t('entitlement.plans')}</h2>
          <span className="table-count">{items.length}</span>
        </div>
        <div className="table-room">
          <table aria-labelledby={label}>
            <thead>
              <tr>
                {heads.map((head, index) => (
                  <th key={head} scope="col" data-align={index > 1 ? 'End' : undefined}>
                    {head}
                  </th>
                ))}
                <th>
                  <span className="unseen">{t('table.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={`${one.service}/${one.plan}`}>
                  <td data-label={heads[0]}>
                    <span className="destination-url">
                      {one.serviceName}
                      <small>{one.service}</small>
                    </span>
                  </td>
                  <td data-label={heads[1]}>{one.plan}</td>
                  <td data-label={heads[2]} data-align="End">
                    {one.assigned === 0 ? '–' : one.isCounted ? number(one.assigned) : t('entitlement.on')}
                  </td>
                  <td data-label={heads[3]} data-align="End">
                    {one.isCounted ? t('entitlement.leftOf', { left: one.remaining, all: one.granted }) : t('entitlement.unlimited')}
                  </td>
                  <td className="table-row-actions">
                    {one.isCounted ? (
                      <RowButton text={t('entitlement.change')} can={can.assign} onClick={() => setEdited(one)} />
                    ) : one.assigned > 0 ? (
                      <RowButton text={t('entitlement.remove')} can={can.assign} onClick={() => remove(one)} />
                    ) : (
                      <RowButton text={t('entitlement.assign')} can={can.assign} onClick={() => assign.run(one)} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      {edited && <AmountDialog id={id} of={items.find(({ service, plan }) => service === edited.service && plan === edited.plan) ?? edited} close={() => setEdited(undefined)} />}
    </>
  );
}

function useRemove(id: string) {
  const queries = useQueryClient();
  return ({ service, serviceName, plan }: Entitlement) => {
    const name = `${serviceName} ${plan}`;
    confirm({
      title: t('entitlement.removeTitle', { name }),
      destroys: [t('entitlement.removeWhat', { name })],
      action: t('entitlement.remove'),
      call: { method: 'PUT', url: `/api/v1/accounts/subaccounts/${id}/entitlements/${service}/${plan}`, body: { enable: false } },
      run: async () => {
        await client.PUT(ONE, { params: { path: { id, service, plan } }, body: { enable: false } });
        await touch(queries, ['entitlement']);
        toast(t('entitlement.removed', { name }));
      },
    });
  };
}

function AmountDialog({ id, of, close }: { id: string; of: Entitlement; close: () => void }) {
  const { service, serviceName, plan, remaining } = of;
  const { base, draft, put, changed } = useDraft(of, (now) => ({ text: String(now.assigned) }));
  const { text } = draft;
  const { assigned } = base;
  const amount = Number(text);
  const most = assigned + remaining;
  const isReady = text.trim() !== '' && Number.isInteger(amount) && amount >= 0 && amount !== assigned;
  const body = { amount };
  const write = useWrite({
    call: () => client.PUT(ONE, { params: { path: { id, service, plan }, header: ifMatch(base.version) }, body }),
    touches: ['entitlement'],
    says: () => t('entitlement.assigned', { name: `${serviceName} ${plan}` }),
    then: close,
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('entitlement.changeTitle', { name: `${serviceName} ${plan}` })}
      action={t('form.save')}
      call={{ method: 'PUT', url: `/api/v1/accounts/subaccounts/${id}/entitlements/${service}/${plan}`, body }}
      isReady={isReady}
      focus="entitlement-amount"
      isRunning={write.isRunning}
      problem={write.problem}
      changed={{ ...changed, forget: write.reset }}
      submit={() => write.run(undefined)}
      close={close}
    >
      <Field label={t('entitlement.amount')} id="entitlement-amount" required hint={t('entitlement.amountHint', { most })}>
        <Input id="entitlement-amount" type="Number" value={text} onInput={(event) => put({ text: event.target.value })} />
      </Field>
    </FormDialog>
  );
}
