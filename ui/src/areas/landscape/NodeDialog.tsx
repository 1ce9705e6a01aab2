import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { Input } from '@ui5/webcomponents-react/Input';
import { Option } from '@ui5/webcomponents-react/Option';
import { Select } from '@ui5/webcomponents-react/Select';
import { client } from '~/api/client';
import type { components } from '~/api/schema';
import { ifMatch, useDraft } from '~/parts/draft';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { CONTENT_TYPES, contentText, FORWARD_MODES, forwardText, type Node } from './data';
import { Field, FormDialog } from '~/parts/FormDialog';

type Change = components['schemas']['NodeChange'];
type Draft = ReturnType<typeof draftOf>;

function draftOf(node?: Node) {
  return {
    name: node?.name ?? '',
    description: node?.description ?? '',
    isVirtual: node?.isVirtual ?? false,
    uploadAllowed: node?.uploadAllowed ?? false,
    forwardMode: node?.forwardMode ?? 'AUTO',
    controlledBy: node?.controlledBy ?? '',
    contentType: node?.contentType ?? '',
    destination: node?.destination ?? '',
    tags: node?.tags.join(', ') ?? '',
  };
}

/** What is sent: of a node that is there only what is otherwise now. */
export function changeOf(draft: Draft, node?: Node): Change {
  const before = draftOf(node);
  const { tags, contentType, destination, controlledBy, ...plain } = draft;
  const isOther = (name: keyof Draft) => draft[name] !== before[name];
  const changed = Object.entries(plain).filter(([name]) => name === 'name' ? !node || isOther('name') : isOther(name as keyof Draft));
  const change: Change = Object.fromEntries(changed);
  if (isOther('controlledBy')) change.controlledBy = controlledBy;
  if (isOther('tags')) change.tags = tags.split(',').map((tag) => tag.trim()).filter(Boolean);
  // A virtual node has no target; one without content type neither.
  const [type, place] = draft.isVirtual || !contentType ? ['', ''] : [contentType, destination];
  if (type !== before.contentType || place !== before.destination) Object.assign(change, type ? { contentType: type, destination: place } : { contentType: '' });
  return change;
}

/** Creates a node, or changes one. */
export function NodeDialog({ node, close }: { node?: Node; close: () => void }) {
  const { subaccount } = usePlace('subaccount');
  const { base, draft, put, changed } = useDraft(node, draftOf);
  const change = changeOf(draft, base);
  const write = useWrite({
    call: (body: Change) =>
      node
        ? client.PATCH('/api/v1/subaccounts/{subaccount}/nodes/{id}', { params: { path: { subaccount, id: String(node.id) }, header: ifMatch(base?.version) }, body })
        : client.POST('/api/v1/subaccounts/{subaccount}/nodes', { params: { path: { subaccount } }, body }),
    touches: ['node'],
    says: () => t(node ? 'node.changed' : 'node.created', { name: draft.name }),
    then: close,
    problems: 'here',
  });
  const url = `/api/v1/subaccounts/${subaccount}/nodes${node ? `/${node.id}` : ''}`;
  const isReady = draft.name.trim() !== '' && Object.keys(change).length > 0 && (draft.isVirtual || !draft.contentType || draft.destination !== '');
  return (
    <FormDialog
      title={node ? t('node.editTitle', { name: node.name }) : t('node.create')}
      action={t(node ? 'form.save' : 'form.create')}
      call={{ method: node ? 'PATCH' : 'POST', url, body: change }}
      isReady={isReady}
      isRunning={write.isRunning}
      problem={write.problem}
      changed={{ ...changed, forget: write.reset }}
      submit={() => write.run(change)}
      close={close}
    >
      <Field label={t('node.name')} id="node-name" required hint={node ? t('node.renameHint') : undefined}>
        <Input id="node-name" value={draft.name} maxlength={30} required onInput={(event) => put({ name: event.target.value })} />
      </Field>
      <Field label={t('form.description')} id="node-description">
        <Input id="node-description" value={draft.description} onInput={(event) => put({ description: event.target.value })} />
      </Field>
      <div className="form-checks">
        <CheckBox text={t('node.virtualField')} checked={draft.isVirtual} onChange={(event) => put({ isVirtual: event.target.checked })} />
        <CheckBox text={t('node.uploadAllowed')} checked={draft.uploadAllowed} onChange={(event) => put({ uploadAllowed: event.target.checked })} />
      </div>
      {!draft.isVirtual && <Target draft={draft} put={put} />}
      <Rules draft={draft} put={put} />
      <Field label={t('node.tags')} id="node-tags" hint={t('node.tagsHint')}>
        <Input id="node-tags" value={draft.tags} onInput={(event) => put({ tags: event.target.value })} />
      </Field>
    </FormDialog>
  );
}

interface PartProps {
  draft: Draft;
  put: (change: Partial<Draft>) => void;
}

/** Where its imports go. */
function Target({ draft, put }: PartProps) {
  return (
    <div className="form-row">
      <Field label={t('node.contentType')} id="node-content" hint={t('node.contentTypeHint')}>
        <Choice id="node-content" value={draft.contentType} none={t('node.noTarget')} words={CONTENT_TYPES} text={contentText} choose={(contentType) => put({ contentType })} />
      </Field>
      <Field label={t('node.destination')} id="node-destination" required={draft.contentType !== ''}>
        <Input id="node-destination" value={draft.destination} disabled={!draft.contentType} onInput={(event) => put({ destination: event.target.value })} />
      </Field>
    </div>
  );
}

/** How requests go on, and who decides about imports. */
function Rules({ draft, put }: PartProps) {
  return (
    <div className="form-row">
      <Field label={t('node.forwardMode')} id="node-forward">
        <Choice id="node-forward" value={draft.forwardMode} words={FORWARD_MODES} text={forwardText} choose={(forwardMode) => put({ forwardMode })} />
      </Field>
      <Field label={t('node.controlledBy')} id="node-controlled">
        <Choice
          id="node-controlled"
          value={draft.controlledBy}
          none={t('node.nobody')}
          words={['CHARM', 'CALM']}
          text={(word) => t(word === 'CHARM' ? 'controlledBy.CHARM' : 'controlledBy.CALM')}
          choose={(controlledBy) => put({ controlledBy })}
        />
      </Field>
    </div>
  );
}

interface ChoiceProps {
  id: string;
  value: string;
  none?: string;
  words: readonly string[];
  text: (word: string) => string;
  choose: (word: string) => void;
}

function Choice({ id, value, none, words, text, choose }: ChoiceProps) {
  return (
    <Select id={id} value={value} onChange={(event) => choose(event.detail.selectedOption.getAttribute('data-value') ?? '')}>
      {none !== undefined && (
        <Option data-value="" value="">
          {none}
        </Option>
      )}
      {words.map((word) => (
        <Option key={word} data-value={word} value={word}>
          {text(word)}
        </Option>
      ))}
    </Select>
  );
}
