import '@ui5/webcomponents-icons/dist/decline.js';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Button } from '@ui5/webcomponents-react/Button';
import { useEffect, useRef } from 'react';
import { Link } from '~/parts/Link';
import { StatusBadge } from '~/parts/StatusBadge';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { actionOf, logOf, typeText } from './data';
import { DownloadLog } from './DownloadLog';
import { Lasted } from './Lasted';
import { LogView } from './LogView';

interface Props {
  id: string;
  /** Somebody wants to see it: it takes the focus. Else it was there when the page was. */
  isCalled: boolean;
  close: () => void;
}

/** So long a dialog that is being closed takes the focus back to its button. */
const DIALOG = 150;

/** Beside the queue: the log of an action, which follows what is said while it runs. */
export function LogPanel({ id, isCalled, close }: Props) {
  const { subaccount } = usePlace('subaccount');
  const action = useSuspenseQuery(actionOf(subaccount, id)).data;
  const { pages } = useSuspenseInfiniteQuery(logOf(subaccount, id)).data;
  const said = pages.reduce((sum, { items }) => sum + items.reduce((some, { messages }) => some + messages.length, 0), 0);
  const room = useFollow(action.status === 'running', said);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isCalled) return;
    const soon = window.setTimeout(() => panel.current?.querySelector('a')?.focus(), DIALOG);
    return () => window.clearTimeout(soon);
  }, [isCalled]);
  const { type, status, startedAt, endedAt } = action;
  return (
    <aside ref={panel} className="log-panel" aria-label={t('action.number', { id })}>
      <header>
        <h2>
          <Link to={path.action({ subaccount, action: id })}>{`${typeText(type)}: ${t('action.number', { id })}`}</Link>
        </h2>
        <Button design="Transparent" icon="decline" accessibleName={t('form.close')} tooltip={t('form.close')} onClick={close} />
        <p>
          <StatusBadge kind="transport" state={status} />
          <Time at={startedAt} />
          {endedAt && <Lasted action={action} />}
          <span className="log-panel-files">
            <DownloadLog action={action} isSmall />
          </span>
        </p>
      </header>
      <div className="log-panel-room" ref={room}>
        <LogView action={id} />
      </div>
    </aside>
  );
}

/** While it runs the newest message stays in sight, unless the person has scrolled up to read. */
function useFollow(isRunning: boolean, said: number) {
  const room = useRef<HTMLDivElement>(null);
  const wasRunning = useRef(isRunning);
  const isFollowing = useRef(true);
  useEffect(() => {
    const box = room.current;
    if (!box) return;
    const turned = () => (isFollowing.current = false);
    box.addEventListener('wheel', turned, { passive: true });
    box.addEventListener('touchmove', turned, { passive: true });
    box.addEventListener('keydown', turned);
    return () => {
      box.removeEventListener('wheel', turned);
      box.removeEventListener('touchmove', turned);
      box.removeEventListener('keydown', turned);
    };
  }, []);
  useEffect(() => {
    const box = room.current;
    const line = box?.querySelector<HTMLElement>('[data-current]');
    // Once more when it has ended: its last words are the result.
    if (box && line && isFollowing.current && (isRunning || wasRunning.current)) {
      box.scrollTop = line.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom + box.scrollTop + 8;
    }
    wasRunning.current = isRunning;
  }, [isRunning, said]);
  return room;
}
