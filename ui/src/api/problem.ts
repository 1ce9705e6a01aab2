import { t } from '~/text';

/** Why a call was refused: a sentence for the person, what to do, and the id under which the server's log has it. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fix?: string;
  readonly correlationId?: string;

  constructor(status: number, facts: { code: string; message: string; fix?: string; correlationId?: string }) {
    super(facts.message);
    this.name = 'Problem';
    this.status = status;
    this.code = facts.code;
    this.fix = facts.fix;
    this.correlationId = facts.correlationId;
  }

  /** Nothing was heard from the server. */
  get isOffline() {
    return this.status === 0;
  }
}

/** What a refusing answer says; one that is not ours (a proxy's) is told by its status. */
export async function problemOf(response: Response): Promise<Problem> {
  const correlationId = response.headers.get('x-correlation-id') ?? undefined;
  const body: unknown = await response.json().catch(() => null);
  const error = (body as { error?: { code?: string; message?: string; fix?: string; correlationId?: string } } | null)?.error;
  return new Problem(response.status, {
    code: error?.code ?? `http_${response.status}`,
    message: error?.message ?? t('problem.http', { status: response.status }),
    fix: error?.fix,
    correlationId: error?.correlationId ?? correlationId,
  });
}

/** Whatever was thrown, as a problem. A failed fetch has no status: the server was not reached. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) {
    return new Problem(0, { code: 'offline', message: t('problem.offline'), fix: t('problem.offlineFix') });
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Problem(-1, { code: 'page', message, fix: t('problem.pageFix') });
}
