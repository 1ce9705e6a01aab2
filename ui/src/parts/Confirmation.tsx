import { useMutation } from '@tanstack/react-query';
import { Bar } from '@ui5/webcomponents-react/Bar';
import { Button } from '@ui5/webcomponents-react/Button';
import { Dialog } from '@ui5/webcomponents-react/Dialog';
import { Input } from '@ui5/webcomponents-react/Input';
import { Label } from '@ui5/webcomponents-react/Label';
import { useState } from 'react';
import { t } from '~/text';
import { endQuestion, useQuestion, type Question } from './confirm';
import { CopyAsCurl } from './CopyAsCurl';
import { ProblemStrip } from './ProblemView';
import './Confirmation.css';

/** Where `confirm(…)` is answered; the shell shows it once. */
export default function Confirmation() {
  const question = useQuestion();
  return question ? <Ask key={question.title} question={question} /> : null;
}

function Ask({ question }: { question: Question }) {
  const [typed, setTyped] = useState('');
  const destroy = useMutation({ mutationFn: question.run, onSuccess: endQuestion });
  const isSure = question.byName === undefined || typed === question.byName;
  const first = question.byName === undefined ? 'confirm-cancel' : 'confirm-name';
  const buttons = (
    <>
      <Button design="Negative" disabled={!isSure} loading={destroy.isPending} onClick={() => destroy.mutate()}>
        {question.action}
      </Button>
      <Button id="confirm-cancel" design="Transparent" onClick={endQuestion}>
        {t('confirm.cancel')}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      state="Critical"
      accessibleRole="AlertDialog"
      headerText={question.title}
      className="confirmation"
      onClose={endQuestion}
      initialFocus={first}
      footer={<Bar design="Footer" startContent={question.call && <span><CopyAsCurl call={question.call} /></span>} endContent={buttons} />}
    >
      <ProblemStrip problem={destroy.error} />
      <p>{t('confirm.gone', { count: question.destroys.length })}</p>
      <ul>
        {question.destroys.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {question.byName !== undefined && (
        <>
          <Label for="confirm-name" showColon>
            {t('confirm.type', { name: question.byName })}
          </Label>
          <Input id="confirm-name" value={typed} onInput={(event) => setTyped(event.target.value)} />
        </>
      )}
    </Dialog>
  );
}
