import { Bar } from '@ui5/webcomponents-react/Bar';
import { Button } from '@ui5/webcomponents-react/Button';
import { Dialog } from '@ui5/webcomponents-react/Dialog';
import { Label } from '@ui5/webcomponents-react/Label';
import type { ReactNode } from 'react';
import type { Problem } from '~/api/problem';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import type { Call } from '~/parts/curl';
import { ProblemStrip } from '~/parts/ProblemView';
import { t } from '~/text';

interface Props {
  title: string;
  /** What the button says: the verb. */
  action: string;
  call?: Call;
  isReady?: boolean;
  isWide?: boolean;
  /** Nothing is typed in: what is pressed next is the button. */
  isQuestion?: boolean;
  isRunning: boolean;
  problem: Problem | null;
  submit: () => void;
  close: () => void;
  children: ReactNode;
}

/** Asks for something and does it; what is refused is shown in it, and it stays. */
export function FormDialog({ title, action, call, isReady = true, isWide = false, isQuestion = false, isRunning, problem, submit, close, children }: Props) {
  const buttons = (
    <>
      <Button id="change-submit" design="Emphasized" disabled={!isReady} loading={isRunning} onClick={submit}>
        {action}
      </Button>
      <Button design="Transparent" onClick={close}>
        {t('confirm.cancel')}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      headerText={title}
      className={isWide ? 'change-dialog wide' : 'change-dialog'}
      initialFocus={isQuestion ? 'change-submit' : undefined}
      onClose={close}
      footer={<Bar design="Footer" startContent={call && <span><CopyAsCurl call={call} /></span>} endContent={buttons} />}
    >
      <form
        className="change-fields"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) submit();
        }}
      >
        <ProblemStrip problem={problem} />
        {children}
      </form>
    </Dialog>
  );
}

/** A field with its label above it, and what is to be known about it below. */
export function Field({ label, id, hint, required, children }: { label: string; id: string; hint?: string; required?: boolean; children: ReactNode }) {
  return (
    <div className="change-field">
      <Label for={id} required={required} showColon>
        {label}
      </Label>
      {children}
      {hint && <small>{hint}</small>}
    </div>
  );
}
