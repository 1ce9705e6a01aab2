import { Bar } from '@ui5/webcomponents-react/Bar';
import { Button } from '@ui5/webcomponents-react/Button';
import { Dialog } from '@ui5/webcomponents-react/Dialog';
import { Label } from '@ui5/webcomponents-react/Label';
import type { ReactElement, ReactNode } from 'react';
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
  isRunning: boolean;
  problem: Problem | null;
  /** At the other end of the foot, e.g. what deletes it. */
  beside?: ReactElement;
  submit: () => void;
  close: () => void;
  children: ReactNode;
}

/** A dialog that asks for something and does it; what is refused is shown in it, and it stays. */
export function FormDialog({ title, action, call, isReady = true, isRunning, problem, beside, submit, close, children }: Props) {
  const buttons = (
    <>
      <Button design="Emphasized" disabled={!isReady} loading={isRunning} onClick={submit}>
        {action}
      </Button>
      <Button design="Transparent" onClick={close}>
        {t('confirm.cancel')}
      </Button>
    </>
  );
  const others = (
    <>
      {call && <CopyAsCurl call={call} />}
      {beside}
    </>
  );
  return (
    <Dialog open headerText={title} className="form-dialog" onClose={close} footer={<Bar design="Footer" startContent={others} endContent={buttons} />}>
      <form
        className="form-fields"
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
    <div className="form-field">
      <Label for={id} required={required} showColon>
        {label}
      </Label>
      {children}
      {hint && <small>{hint}</small>}
    </div>
  );
}
