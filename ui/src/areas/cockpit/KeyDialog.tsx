import { useMutation } from '@tanstack/react-query';
import { Bar } from '@ui5/webcomponents-react/Bar';
import { Button } from '@ui5/webcomponents-react/Button';
import { Dialog } from '@ui5/webcomponents-react/Dialog';
import { lazy, Suspense, useState } from 'react';
import { value } from '~/api/client';
import type { Problem } from '~/api/problem';
import { CopyText } from '~/parts/CopyAsCurl';
import { ProblemStrip } from '~/parts/ProblemView';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { showKey, type Key } from './places';
import { maskedCredentials } from './secrets';
import '~/parts/FormDialog.css';

const CodeView = lazy(() => import('~/parts/CodeView'));

/** What is in a key: asked for by a click, its secrets by another one, and forgotten when the dialog is closed. */
export function KeyDialog({ instance, space, of, close }: { instance: string; space: string; of: Key; close: () => void }) {
  const { subaccount } = usePlace('subaccount');
  const [isRevealed, setRevealed] = useState(false);
  const read = useMutation<unknown, Problem>({
    mutationFn: async () => (await value(showKey(subaccount, instance, space, of.id))).credentials,
    gcTime: 0,
  });
  const whole = JSON.stringify(read.data, null, 2);
  const foot = (
    <>
      {read.data === undefined ? (
        <Button design="Emphasized" loading={read.isPending} onClick={() => read.mutate()}>
          {t('key.read')}
        </Button>
      ) : (
        <Button onClick={() => setRevealed(!isRevealed)}>{t(isRevealed ? 'key.hide' : 'key.reveal')}</Button>
      )}
      <Button design="Transparent" onClick={close}>
        {t('form.close')}
      </Button>
    </>
  );
  const copy = read.data === undefined ? undefined : <CopyText text={whole} what={t('key.whole')} />;
  return (
    <Dialog open headerText={t('key.show', { name: of.name })} className="ask wide" onClose={close} footer={<Bar design="Footer" startContent={copy && <span>{copy}</span>} endContent={foot} />}>
      <ProblemStrip problem={read.error} />
      {read.data === undefined ? (
        <p>{t('key.showWhat')}</p>
      ) : isRevealed ? (
        <Suspense>
          <CodeView code={whole} language="json" label={of.name} />
        </Suspense>
      ) : (
        <Suspense>
          <CodeView code={JSON.stringify(maskedCredentials(read.data), null, 2)} language="json" label={t('key.masked')} />
        </Suspense>
      )}
    </Dialog>
  );
}
