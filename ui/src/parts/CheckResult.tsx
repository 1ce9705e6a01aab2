import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { client, value } from '~/api/client';
import type { Problem } from '~/api/problem';
import type { components } from '~/api/schema';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { ProblemStrip } from './ProblemView';
import { Badge } from './StatusBadge';
import { lookOf } from './status';
import { t } from '~/text';
import './CheckResult.css';

type Check = components['schemas']['ConnectionCheck'];
const API = '/api/v1/subaccounts/{subaccount}';

export function useCheck(subaccount: string, name: string) {
  return useMutation<Check, Problem>({
    mutationFn: () => value(client.POST(`${API}/destinations/{name}/check`, { params: { path: { subaccount, name } } })),
  });
}

const STATES = { success: 'S', warning: 'W', error: 'E' } as const;

/** What came of the check: what was answered, what that means, and what to do. */
export function CheckResult({ check }: { check: UseMutationResult<Check, Problem, void> }) {
  const { data, error } = check;
  if (error) return <ProblemStrip problem={error} />;
  if (!data) return null;
  const { message, meaning, severity, credentials, hints = [] } = data;
  return (
    <section className="section card check" aria-live="polite">
      <h2>{t('destination.checkResult')}</h2>
      <p>
        <Told word={STATES[severity as keyof typeof STATES] ?? 'E'} text={message} />
      </p>
      <p className="check-why">{sentence(meaning)}</p>
      <p>
        <Told word={credentials.ok === true ? 'S' : credentials.ok === false ? 'E' : 'I'} text={t('destination.credentials')} />
      </p>
      <p className="check-why">{sentence(credentials.message)}</p>
      <Hints hints={hints} />
    </section>
  );
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function Told({ word, text }: { word: string; text: string }) {
  const [tone, icon] = word === 'S' ? lookOf('platform', 'OK') : lookOf('message', word);
  return <Badge tone={tone} icon={icon} text={text} />;
}

/** What is likely to be wrong with a destination, and what to do about it. */
export function Hints({ hints }: { hints: { severity: string; code: string; text: string; fix: string }[] }) {
  return (
    <>
      {hints.map(({ severity, code, text, fix }) => (
        <MessageStrip key={code} design={severity === 'error' ? 'Negative' : 'Critical'} hideCloseButton className="problem-strip">
          <strong>{text}.</strong> {fix && `${fix.charAt(0).toUpperCase()}${fix.slice(1)}.`}
        </MessageStrip>
      ))}
    </>
  );
}
