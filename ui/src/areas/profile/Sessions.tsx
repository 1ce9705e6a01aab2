import '@ui5/webcomponents-icons/dist/log.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { useQueryClient } from '@tanstack/react-query';
import { client, toSignIn } from '~/api/client';
import { readAll, touch } from '~/api/queries';
import type { components } from '~/api/schema';
import { confirm } from '~/parts/confirm';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { RowButton } from '~/parts/RowButton';
import { shortTime, Time } from '~/parts/Time';
import { toast } from '~/parts/toast';
import { t } from '~/text';

type PersonSession = components['schemas']['PersonSession'];
const URL = '/api/v1/people/{user}/sessions';

export const mySessions = () =>
  readAll(['session'], ['my-sessions'], (signal) => client.GET(URL, { params: { path: { user: 'me' } }, signal }));

const columns = (): Column<PersonSession>[] => [
  { id: 'client', header: t('session.client'), cell: (row) => row.client },
  { id: 'zone', header: t('session.zone'), cell: (row) => row.zone },
  { id: 'address', header: t('session.address'), cell: (row) => row.address },
  { id: 'startedAt', header: t('session.started'), cell: (row) => <Time at={row.startedAt} /> },
  { id: 'usedAt', header: t('session.used'), cell: (row) => <Time at={row.usedAt} /> },
  { id: 'expiresAt', header: t('session.expires'), cell: (row) => <Time at={row.expiresAt} />, isExtra: true },
];

/** Where the person is signed in: programs and windows; each can be ended. */
export function Sessions() {
  const queries = useQueryClient();

  const end = (row: PersonSession) =>
    confirm({
      title: t('session.endTitle'),
      destroys: [t('session.one', { client: row.client, zone: row.zone, started: shortTime(row.startedAt) })],
      action: t('session.end'),
      call: { method: 'DELETE', url: `/api/v1/people/me/sessions/${row.id}` },
      run: async () => {
        await client.DELETE('/api/v1/people/{user}/sessions/{session}', { params: { path: { user: 'me', session: row.id } } });
        await touch(queries, ['session']);
        toast(t('session.ended'));
      },
    });
  const endAll = () =>
    confirm({
      title: t('session.endAllTitle'),
      destroys: [t('session.allOfThem'), t('session.thisOneToo')],
      action: t('session.endAll'),
      call: { method: 'DELETE', url: '/api/v1/people/me/sessions' },
      run: () => client.DELETE(URL, { params: { path: { user: 'me' } } }).then(toSignIn),
    });

  return (
    <QueryTable
      name="sessions"
      label={t('session.title')}
      pages={mySessions()}
      columns={columns()}
      rowKey={(row) => row.id}
      empty={<Empty icon="log" title={t('session.none')}>{t('session.noneNext')}</Empty>}
      actions={
        <>
          <Button design="Transparent" onClick={endAll}>
            {t('session.endAll')}
          </Button>
          <CopyAsCurl call={{ url: '/api/v1/people/me/sessions' }} />
        </>
      }
      rowActions={(row) => <RowButton text={t('session.end')} onClick={() => end(row)} />}
    />
  );
}
