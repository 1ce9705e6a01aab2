import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { client, value } from '~/api/client';
import type { Problem } from '~/api/problem';
import { touch } from '~/api/queries';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { ProblemStrip } from '~/parts/ProblemView';
import { SmallTable } from '~/parts/SmallTable';
import { Badge, StatusBadge } from '~/parts/StatusBadge';
import { lookOf } from '~/parts/status';
import { Time } from '~/parts/Time';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { API } from './data';
import { providerOf, type IdentityProvider, type TrustCheck } from './trust';
import './cockpit.css';

/** One identity provider: how it is, what its groups give here, and whether it works. */
export const identityProvider: Screen = {
  load: ({ params: { subaccount = '', origin = '' }, queries }) => queries.ensureQueryData(providerOf(subaccount, origin)),
  Page: IdentityProviderPage,
};

function useCheck(subaccount: string, origin: string) {
  const queries = useQueryClient();
  return useMutation<TrustCheck, Problem>({
    mutationFn: () => value(client.POST(`${API}/trust/{origin}/check`, { params: { path: { subaccount, origin } } })),
    onSuccess: () => touch(queries, ['role_collection']),
  });
}

function IdentityProviderPage() {
  const { subaccount, origin } = usePlace('subaccount', 'origin');
  const provider = useSuspenseQuery(providerOf(subaccount, origin)).data;
  const check = useCheck(subaccount, origin);
  const { name, state, keys, fetchedAt, problem, can } = provider;
  const facts = [
    { label: t('trust.state'), value: <StatusBadge kind="trust" state={state} /> },
    { label: t('trust.origin'), value: origin },
    { label: t('trust.keys'), value: keys ?? '–' },
    { label: t('trust.fetched'), value: <Time at={fetchedAt} /> },
  ];
  return (
    <>
      <ObjectHeader
        title={name}
        subtitle={provider.protocol}
        facts={facts}
        actions={
          <>
            <ActionButton design="Emphasized" can={can.check} isRunning={check.isPending} onClick={() => check.mutate()}>
              {t('trust.check')}
            </ActionButton>
            <CopyAsCurl call={{ method: 'POST', url: `/api/v1/subaccounts/${subaccount}/trust/${origin}/check` }} />
          </>
        }
      />
      {check.error && <ProblemStrip problem={check.error} />}
      {check.data && <Steps steps={check.data.steps} />}
      {!check.data && problem && (
        <MessageStrip design="Negative" hideCloseButton className="problem-strip">
          {t('trust.problem', { problem })}
        </MessageStrip>
      )}
      <Mappings provider={provider} />
      <Configuration provider={provider} />
    </>
  );
}

const WORDS = { success: 'S', warning: 'W', error: 'E' } as const;

function Steps({ steps }: TrustCheck) {
  return (
    <section className="section card check" aria-live="polite">
      <h2>{t('trust.checkResult')}</h2>
      {steps.map(({ name, severity, text, fix }) => {
        const word = WORDS[severity as keyof typeof WORDS] ?? 'E';
        const [tone, icon] = word === 'S' ? lookOf('platform', 'OK') : lookOf('message', word);
        return (
          <div key={name}>
            <p>
              <Badge tone={tone} icon={icon} text={sentence(text)} />
            </p>
            {fix && <p className="check-why">{sentence(fix)}</p>}
          </div>
        );
      })}
    </section>
  );
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? '' : '.'}`;

function Mappings({ provider: { mappings } }: { provider: IdentityProvider }) {
  return (
    <SmallTable label={t('trust.mappings')} count={mappings.length} heads={[t('trust.group'), t('role.collection'), t('trust.state')]}>
      {mappings.length === 0 ? (
        <Empty title={t('trust.noMappings')}>{t('trust.noMappingsNext')}</Empty>
      ) : (
        <tbody>
          {mappings.map(({ group, roleCollection, exists }) => (
            <tr key={`${group}\n${roleCollection}`}>
              <td data-label={t('trust.group')}>{group}</td>
              <td data-label={t('role.collection')}>{roleCollection}</td>
              <td data-label={t('trust.state')}>
                <StatusBadge kind="trust" state={exists ? 'gives' : 'missing'} />
              </td>
            </tr>
          ))}
        </tbody>
      )}
    </SmallTable>
  );
}

/** What the operator configured, for those who compare it with the provider's side. */
function Configuration({ provider }: { provider: IdentityProvider }) {
  const rows = [
    [t('trust.issuer'), provider.issuer],
    [t('trust.clientId'), provider.clientId],
    [t('trust.redirectUri'), provider.redirectUri],
    [t('trust.scopes'), provider.scopes.join(' ')],
    [t('trust.userNameClaim'), provider.userNameClaim || t('trust.userNameDefault')],
    [t('trust.groupsClaim'), provider.groupsClaim],
  ];
  return (
    <section className="section card">
      <h2>{t('trust.configuration')}</h2>
      <dl className="facts">
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{t('trust.configured')}</p>
    </section>
  );
}
