import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Details } from '~/parts/ProblemView';
import { dismiss, useToasts } from '~/parts/toast';

/** Where `toast(…)` and `toastProblem(…)` show. */
export function Toasts() {
  return (
    <div className="toasts" role="status" aria-live="polite">
      {useToasts().map(({ id, text, problem }) => (
        <MessageStrip key={id} design={problem ? 'Negative' : 'Positive'} onClose={() => dismiss(id)}>
          {text} {problem && <Details problem={problem} />}
        </MessageStrip>
      ))}
    </div>
  );
}
