import { useSuspenseQuery } from '@tanstack/react-query';
import { client } from '~/api/client';
import type { Node } from '~/api/landscape';
import { FormDialog } from '~/parts/FormDialog';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t, type TextKey } from '~/text';
import { API, landscapeOf, type QueueItem } from './data';
import { RequestList } from './RequestList';
import { useQueueView } from './view';

interface Props {
  node: Node;
  requests: QueueItem[];
  close: () => void;
  /** It worked: nothing is chosen any more. */
  done: () => void;
}

const OLD = ['queue', 'node', 'action', 'request'] as const;

/** Imports what is chosen, and shows its log. */
export function ImportSelectedDialog({ node, requests, close, done }: Props) {
  const { set } = useQueueView();
  const { body, params, url } = useCall(node, requests);
  const write = useWrite({
    call: () => client.POST(`${API}/nodes/{id}/imports`, { params, body }),
    touches: [...OLD],
    says: ({ action }) => t('node.importBegun', { name: node.name, action: String(action) }),
    then: ({ action }) => {
      done();
      close();
      set({ log: String(action) });
    },
    problems: 'here',
  });
  return (
    <FormDialog
      title={t('node.importTitle', { name: node.name })}
      action={t('queue.importSelected')}
      call={{ method: 'POST', url: `${url}/imports`, body }}
      isQuestion
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <p>{t('queue.importWhat', { count: requests.length, name: node.name })}</p>
      <RequestList requests={requests} />
    </FormDialog>
  );
}

/** Hands on what is chosen to the nodes that follow. */
export function ForwardDialog(props: Props) {
  const { subaccount } = usePlace('subaccount');
  const { nodes, routes } = useSuspenseQuery(landscapeOf(subaccount)).data;
  const targets = new Set(routes.filter(({ source }) => source === props.node.id).map(({ target }) => target));
  const names = nodes.filter(({ id }) => targets.has(id)).map(({ name }) => name);
  return <Operate {...props} operation="forward" what={t('queue.forwardWhat', { count: props.requests.length, names: names.join(', ') })} />;
}

/** Makes what is chosen importable again. */
export function ResetDialog(props: Props) {
  return <Operate {...props} operation="reset" what={t('queue.resetWhat', { count: props.requests.length, name: props.node.name })} />;
}

function Operate({ node, requests, close, done, operation, what }: Props & { operation: 'forward' | 'reset'; what: string }) {
  const { body, params, url } = useCall(node, requests);
  const write = useWrite({
    call: () => client.POST(`${API}/nodes/{id}/queue/${operation}`, { params, body }),
    touches: [...OLD],
    says: () => t(`queue.${operation}Done` as TextKey, { count: requests.length, name: node.name }),
    then: () => {
      done();
      close();
    },
    problems: 'here',
  });
  return (
    <FormDialog
      title={t(`queue.${operation}Title` as TextKey, { count: requests.length })}
      action={t(`queue.${operation}` as TextKey)}
      call={{ method: 'POST', url: `${url}/queue/${operation}`, body }}
      isQuestion
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <p>{what}</p>
      <RequestList requests={requests} />
    </FormDialog>
  );
}

function useCall(node: Node, requests: QueueItem[]) {
  const { subaccount } = usePlace('subaccount');
  return {
    body: { requests: requests.map(({ request }) => request) },
    params: { path: { subaccount, id: String(node.id) } },
    url: `/api/v1/subaccounts/${subaccount}/nodes/${node.id}`,
  };
}
