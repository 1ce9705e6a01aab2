import { Button } from '@ui5/webcomponents-react/Button';
import { Input } from '@ui5/webcomponents-react/Input';
import { Option } from '@ui5/webcomponents-react/Option';
import { Select } from '@ui5/webcomponents-react/Select';
import { client } from '~/api/client';
import { ifMatch, useDraft } from '~/parts/draft';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { compareTexts, t } from '~/text';
import { useLandscape, type Node, type Route } from './data';
import { Field, FormDialog } from '~/parts/FormDialog';
import { useDeleteRoute } from './delete';

interface Props {
  route?: Route;
  /** Where it was drawn from and to. */
  source?: string;
  target?: string;
  close: () => void;
}

/** Creates a route, or changes one. */
export function RouteDialog({ route, source, target, close }: Props) {
  const { subaccount } = usePlace('subaccount');
  const { nodes, routes, can } = useLandscape();
  const nameOf = (id: string) => nodes.find((node) => String(node.id) === id)?.name ?? '';
  const { base, draft, put, changed } = useDraft(route, (of) => ({
    name: of?.name ?? '',
    description: of?.description ?? '',
    source: String(of?.source ?? source ?? ''),
    target: String(of?.target ?? target ?? ''),
  }));
  const suggested = draft.source && draft.target ? `${nameOf(draft.source)} → ${nameOf(draft.target)}` : '';
  const body = { name: draft.name.trim() || suggested, description: draft.description, source: Number(draft.source), target: Number(draft.target) };
  const write = useWrite({
    call: (sent: typeof body) =>
      route
        ? client.PATCH('/api/v1/subaccounts/{subaccount}/routes/{id}', { params: { path: { subaccount, id: String(route.id) }, header: ifMatch(base?.version) }, body: sent })
        : client.POST('/api/v1/subaccounts/{subaccount}/routes', { params: { path: { subaccount } }, body: sent }),
    touches: ['route', 'node'],
    says: (_, sent) => t(route ? 'route.changed' : 'route.created', { name: sent.name }),
    then: close,
    problems: 'here',
  });
  const remove = useDeleteRoute();
  // A node is the target of one route at most.
  const free = nodes.filter(({ id }) => String(id) !== draft.source && !routes.some((other) => other.target === id && other.id !== route?.id));
  const url = `/api/v1/subaccounts/${subaccount}/routes${route ? `/${route.id}` : ''}`;
  const mayEdit = can.create?.allowed ?? false;
  return (
    <FormDialog
      title={route ? t('route.editTitle', { name: route.name }) : t('route.create')}
      action={t(route ? 'form.save' : 'form.create')}
      call={{ method: route ? 'PATCH' : 'POST', url, body }}
      isReady={mayEdit && draft.source !== '' && draft.target !== ''}
      isRunning={write.isRunning}
      problem={write.problem}
      changed={{ ...changed, forget: write.reset }}
      beside={
        route ? (
          <Button
            design="Transparent"
            disabled={!mayEdit}
            onClick={() => {
              close();
              remove(route);
            }}
          >
            {t('form.delete')}
          </Button>
        ) : undefined
      }
      submit={() => write.run(body)}
      close={close}
    >
      {!mayEdit && <p>{can.create?.reason}</p>}
      <div className="form-row">
        <Field label={t('route.source')} id="route-source" required>
          <NodeChoice id="route-source" nodes={nodes} value={draft.source} choose={(id) => put({ source: id })} />
        </Field>
        <Field label={t('route.target')} id="route-target" required hint={t('route.targetHint')}>
          <NodeChoice id="route-target" nodes={free} value={draft.target} choose={(id) => put({ target: id })} />
        </Field>
      </div>
      <Field label={t('route.name')} id="route-name">
        <Input id="route-name" value={draft.name} placeholder={suggested} onInput={(event) => put({ name: event.target.value })} />
      </Field>
      <Field label={t('form.description')} id="route-description">
        <Input id="route-description" value={draft.description} onInput={(event) => put({ description: event.target.value })} />
      </Field>
    </FormDialog>
  );
}

function NodeChoice({ id, nodes, value, choose }: { id: string; nodes: Node[]; value: string; choose: (id: string) => void }) {
  const sorted = nodes.toSorted((a, b) => compareTexts(a.name, b.name));
  return (
    <Select id={id} value={value} onChange={(event) => choose(event.detail.selectedOption.getAttribute('data-value') ?? '')}>
      <Option data-value="" value="">
        {t('route.choose')}
      </Option>
      {sorted.map((node) => (
        <Option key={node.id} data-value={String(node.id)} value={String(node.id)}>
          {node.name}
        </Option>
      ))}
    </Select>
  );
}
