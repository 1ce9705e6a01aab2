import { Bar } from '@ui5/webcomponents-react/Bar';
import { Button } from '@ui5/webcomponents-react/Button';
import { Dialog } from '@ui5/webcomponents-react/Dialog';
import { Label } from '@ui5/webcomponents-react/Label';
import { useId, type ReactElement, type ReactNode } from 'react';
import type { Problem } from '~/api/problem';
import { t } from '~/text';
import { CopyAsCurl } from './CopyAsCurl';
import { ChangedStrip } from './ChangedStrip';
import type { Call } from './curl';
import type { Changed } from './draft';
import { ProblemStrip } from './ProblemView';
import './FormDialog.css';

interface Props {
  title: string;
  /** What the button says: the verb. */
  action: string;
  call?: Call;
  isReady?: boolean;
  isWide?: boolean;
  /** Nothing is typed in: what is pressed next is the button. */
  isQuestion?: boolean;
  /** The field that is typed into first, if it is not the first one. */
  focus?: string;
  /** At the other end of the foot, e.g. what deletes it. */
  beside?: ReactElement;
  isRunning: boolean;
  problem: Problem | null;
  /** What is offered when somebody else changed the same meanwhile. */
  changed?: Changed & { forget: () => void };
  submit: () => void;
  close: () => void;
  children: ReactNode;
}

/** A dialog that asks for something and does it; what is refused is shown in it, and it stays. */
export function FormDialog(props: Props) {
  const { title, action, call, isReady = true, isWide = false, isQuestion = false, focus, beside, isRunning, problem, changed, submit, close, children } = props;
  const isLate = changed !== undefined && problem?.code === 'changed';
  const id = useId();
  const buttons = (
    <>
      <Button id={id} design="Emphasized" disabled={!isReady} loading={isRunning} onClick={submit}>
        {action}
      </Button>
      <Button design="Transparent" onClick={close}>
        {t('confirm.cancel')}
      </Button>
    </>
  );
  const others = (
    <>
      {call && <span><CopyAsCurl call={call} /></span>}
      {beside}
    </>
  );
  return (
    <Dialog
      open
      headerText={title}
      className={isWide ? 'ask wide' : 'ask'}
      initialFocus={isQuestion ? id : focus}
      onClose={close}
      footer={<Bar design="Footer" startContent={others} endContent={buttons} />}
    >
      <form
        className="ask-fields"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !isRunning) submit();
        }}
      >
        {isLate ? <ChangedStrip changed={changed} then={changed.forget} /> : <ProblemStrip problem={problem} />}
        {children}
      </form>
    </Dialog>
  );
}

/** A field with its label above it, and what is to be known about it below. */
export function Field({ label, id, hint, required, children }: { label: string; id: string; hint?: string; required?: boolean; children: ReactNode }) {
  return (
    <div className="ask-field">
      <Label for={id} required={required} showColon>
        {label}
      </Label>
      {children}
      {hint && <small>{hint}</small>}
    </div>
  );
}
