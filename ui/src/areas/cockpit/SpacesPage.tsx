import '@ui5/webcomponents-icons/dist/cloud.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Input } from '@ui5/webcomponents-react/Input';
import { useState } from 'react';
import { client } from '~/api/client';
import { session, useSubaccount } from '~/api/session';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { Field, FormDialog } from '~/parts/FormDialog';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { useWrite } from '~/parts/useWrite';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { environmentOf, membersOf } from './accounts';
import { API } from './data';
import { OrganizationView } from './OrganizationView';
import { organizationsOf } from './places';
import './cockpit.css';

/** Cloud Foundry in the subaccount: its organization, the spaces, and who may do what there. */
export const spaces: Screen = {
  load: async ({ params: { subaccount = '' }, queries }) => {
    const { subaccounts } = await queries.ensureQueryData(session);
    const id = subaccounts.find((one) => one.subdomain === subaccount || one.id === subaccount)?.id ?? '';
    const [orgs] = await Promise.all([queries.ensureQueryData(organizationsOf(id)), queries.ensureQueryData(environmentOf(subaccount))]);
    await Promise.all(orgs.map((org) => queries.ensureInfiniteQueryData(membersOf(org.id))));
  },
  Page: SpacesPage,
};

function SpacesPage() {
  const { subaccount } = usePlace('subaccount');
  const id = useSubaccount()?.id ?? '';
  const orgs = useSuspenseQuery(organizationsOf(id)).data;
  const { org, orgName, can } = useSuspenseQuery(environmentOf(subaccount)).data;
  const [isEnabling, setEnabling] = useState(false);
  const enable = (
    <ActionButton design="Emphasized" can={can.enable} onClick={() => setEnabling(true)}>
      {t('space.enable')}
    </ActionButton>
  );
  return (
    <>
      <ObjectHeader title={t('spaces.title')} subtitle={t('spaces.lead')} actions={<CopyAsCurl call={{ url: `/api/v1/cloud-foundry/organizations?subaccountId=${id}` }} />} />
      {orgs.length === 0 &&
        (org ? (
          <Empty icon="cloud" title={t('space.unseen', { name: orgName ?? '' })}>
            {t('space.unseenNext')}
          </Empty>
        ) : (
          <Empty icon="cloud" title={t('space.noEnvironment')} action={enable}>
            {t('space.noEnvironmentNext')}
          </Empty>
        ))}
      {orgs.map((one) => (
        <OrganizationView key={one.id} org={one} />
      ))}
      {isEnabling && <EnableDialog close={() => setEnabling(false)} />}
    </>
  );
}

function EnableDialog({ close }: { close: () => void }) {
  const { subaccount } = usePlace('subaccount');
  const here = useSubaccount();
  const [orgName, setName] = useState(here?.subdomain ?? '');
  const body = { orgName: orgName.trim() };
  const write = useWrite({
    call: () => client.POST(`${API}/environment`, { params: { path: { subaccount } }, body }),
    touches: ['environment', 'org'],
    says: () => t('space.enabled', { name: body.orgName }),
    then: close,
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('space.enable')}
      action={t('form.create')}
      call={{ method: 'POST', url: `/api/v1/subaccounts/${subaccount}/environment`, body }}
      isReady={body.orgName !== ''}
      focus="org-name"
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <Field label={t('space.orgName')} id="org-name" required hint={t('space.orgNameHint')}>
        <Input id="org-name" value={orgName} required onInput={(event) => setName(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
