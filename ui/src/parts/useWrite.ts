import { useMutation, useQueryClient } from '@tanstack/react-query';
import { value } from '~/api/client';
import { asProblem, type Problem } from '~/api/problem';
import { touch } from '~/api/queries';
import type { Topic } from '~/api/topic';
import { toast, toastProblem } from './toast';

interface Options<I, O> {
  call: (input: I) => Promise<{ data?: O; error?: unknown; response: Response }>;
  /** What it makes old; other windows hear of it from the server. */
  touches: Topic[];
  /** What is said when it worked. */
  says?: (answer: O, input: I) => string;
  /** What comes then: close the dialog, go to what was made. */
  then?: (answer: O, input: I) => void;
  /** A form or dialog shows `problem` itself; what has no such place has the toast. Never both. */
  problems: 'here' | 'toast';
}

export interface Write<I> {
  run: (input: I) => void;
  isRunning: boolean;
  problem: Problem | null;
  /** Forgets the problem, e.g. when the form is opened again. */
  reset: () => void;
}

/** A write, the same everywhere: run it, read again what it changed, say so. */
export function useWrite<I, O>({ call, touches, says, then, problems }: Options<I, O>): Write<I> {
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: (input: I) => value(call(input)),
    onSuccess: async (answer, input) => {
      await touch(queries, touches);
      if (says) toast(says(answer, input));
      then?.(answer, input);
    },
    onError: (thrown) => {
      const problem = asProblem(thrown);
      // What the other one saved is what the form goes on from.
      if (problem.code === 'changed') void touch(queries, touches);
      if (problems === 'toast') toastProblem(problem);
    },
  });
  return { run: mutation.mutate, isRunning: mutation.isPending, problem: mutation.error, reset: mutation.reset };
}
