import { pathData as alert } from '@ui5/webcomponents-icons/dist/v5/alert.js';
import { pathData as error } from '@ui5/webcomponents-icons/dist/v5/error.js';
import { pathData as hint } from '@ui5/webcomponents-icons/dist/v5/hint.js';
import { pathData as less } from '@ui5/webcomponents-icons/dist/v5/less.js';
import { pathData as moving } from '@ui5/webcomponents-icons/dist/v5/synchronize.js';
import { pathData as pending } from '@ui5/webcomponents-icons/dist/v5/pending.js';
import { pathData as redo } from '@ui5/webcomponents-icons/dist/v5/redo.js';
import { pathData as success } from '@ui5/webcomponents-icons/dist/v5/sys-enter-2.js';
import { pathData as testing } from '@ui5/webcomponents-icons/dist/v5/lab.js';
import { pathData as work } from '@ui5/webcomponents-icons/dist/v5/wrench.js';

export type Tone = 'positive' | 'critical' | 'negative' | 'information' | 'neutral';
type Look = readonly [Tone, icon: string];

const GOOD: Look = ['positive', success];
const BAD: Look = ['negative', error];
const CARE: Look = ['critical', alert];
const BUSY: Look = ['information', moving];
const WAITS: Look = ['neutral', pending];
const GONE: Look = ['neutral', less];

/** Every state that the API tells, by what it is a state of; its word is the text `status.<kind>.<state>`. */
export const STATES = {
  transport: {
    initial: WAITS,
    running: BUSY,
    succeeded: GOOD,
    skipped: GONE,
    warning: CARE,
    error: BAD,
    fatal: BAD,
    repeat: ['critical', redo],
    repeatable: ['critical', redo],
    deleted: GONE,
    unknown: ['neutral', hint],
  },
  feature: {
    NOT_PLANNED: GONE,
    CREATED: WAITS,
    IN_REALIZATION: ['information', work],
    IN_TESTING: ['information', testing],
    SUCCESSFULLY_TESTED: GOOD,
    APPROVED_FOR_DEPLOYMENT: GOOD,
    CONFIRMED: GOOD,
  },
  deployment: { ordered: WAITS, running: BUSY, ended: GOOD, refused: BAD },
  activity: { INITIAL: WAITS, RUNNING: BUSY, FINISHED: GOOD, ERROR: BAD },
  check: { ok: GOOD, warning: CARE, missing: BAD, misconfigured: BAD, unreachable: BAD, unauthorized: BAD, invalid: BAD },
  runtime: {
    STARTING: BUSY,
    STARTED: GOOD,
    STOPPED: GONE,
    ERROR: BAD,
    DEPLOYING: BUSY,
    SUCCESS: GOOD,
    FAIL: BAD,
  },
  message: {
    I: ['information', hint],
    W: CARE,
    E: BAD,
    F: BAD,
    INFO: ['information', hint],
    WARNING: CARE,
    ERROR: BAD,
  },
  trust: { unknown: ['neutral', hint], active: GOOD, failed: BAD, gives: GOOD, missing: CARE },
  step: { done: GOOD, missing: WAITS, wrong: BAD },
  platform: {
    OK: GOOD,
    CREATED: GOOD,
    CREATING: BUSY,
    UPDATING: BUSY,
    DELETING: BUSY,
    IN_PROCESS: BUSY,
    SUBSCRIBED: GOOD,
    NOT_SUBSCRIBED: GONE,
    SUBSCRIBE_FAILED: BAD,
    succeeded: GOOD,
    'in progress': BUSY,
    failed: BAD,
    FAILED: BAD,
  },
} as const satisfies Record<string, Record<string, Look>>;

export type Kind = keyof typeof STATES;
const UNKNOWN: Look = ['neutral', hint];

export function lookOf(kind: Kind, state: string): Look {
  return (STATES[kind] as Record<string, Look>)[state] ?? UNKNOWN;
}
