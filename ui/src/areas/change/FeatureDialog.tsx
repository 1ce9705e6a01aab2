import { Input } from '@ui5/webcomponents-react/Input';
import { Option } from '@ui5/webcomponents-react/Option';
import { Select } from '@ui5/webcomponents-react/Select';
import { TextArea } from '@ui5/webcomponents-react/TextArea';
import { client } from '~/api/client';
import { useGo } from '~/parts/Link';
import { ifMatch, useDraft } from '~/parts/draft';
import { useWrite } from '~/parts/useWrite';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API, PRIORITIES, priorityText, type Feature, type Project } from './data';
import { Field, FormDialog } from '~/parts/FormDialog';
import { htmlOf, textOf } from './richText';

interface Props {
  /** The one that is changed; without it one is created. */
  feature?: Feature;
  projects?: Project[];
  close: () => void;
}

/** Creates a feature, or changes what is said of one. */
export function FeatureDialog({ feature, projects = [], close }: Props) {
  const { subaccount: tenant } = usePlace('subaccount');
  const go = useGo();
  const { base, draft, put, changed } = useDraft(feature, (of) => ({
    title: of?.title ?? '',
    description: (of && (textOf(of.description) ?? of.description)) ?? '',
    priorityCode: of?.priorityCode ?? 30,
    projectId: of?.projectId ?? projects[0]?.id ?? '',
  }));
  const asText = base ? textOf(base.description) : '';
  const { title, priorityCode, projectId } = draft;
  const description = asText === undefined ? draft.description : htmlOf(draft.description);
  const body = feature ? { title, description, priorityCode } : { title, description, priorityCode, projectId };

  const write = useWrite({
    call: () =>
      feature
        ? client.PATCH(`${API}/features/{feature}`, { params: { path: { tenant, feature: feature.uuid }, header: ifMatch(base?.version) }, body: { title, description, priorityCode } })
        : client.POST(`${API}/features`, { params: { path: { tenant } }, body: { title, description, priorityCode, projectId } }),
    touches: ['feature'],
    says: ({ displayId }) => t(feature ? 'feature.changed' : 'feature.made', { id: displayId }),
    then: ({ uuid }) => {
      close();
      if (!feature) go(path.feature({ subaccount: tenant, feature: uuid }));
    },
    problems: 'here',
  });
  const url = `/api/v1/alm/${tenant}/features${feature ? `/${feature.uuid}` : ''}`;
  return (
    <FormDialog
      title={feature ? t('feature.editTitle', { id: feature.displayId }) : t('feature.create')}
      action={t(feature ? 'change.save' : 'change.create')}
      call={{ method: feature ? 'PATCH' : 'POST', url, body }}
      isReady={title.trim() !== '' && projectId !== ''}
      isRunning={write.isRunning}
      problem={write.problem}
      changed={{ ...changed, forget: write.reset }}
      submit={() => write.run(undefined)}
      close={close}
    >
      <Field label={t('feature.title')} id="feature-title" required>
        <Input id="feature-title" value={title} maxlength={255} required autoFocus onInput={(event) => put({ title: event.target.value })} />
      </Field>
      <div className="change-row">
        {!feature && (
          <Field label={t('feature.project')} id="feature-project" required>
            <Select id="feature-project" value={projectId} onChange={(event) => put({ projectId: event.detail.selectedOption.getAttribute('data-value') ?? '' })}>
              {projects.map(({ id, name }) => (
                <Option key={id} data-value={id} value={id}>
                  {name}
                </Option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={t('feature.priority')} id="feature-priority">
          <Select
            id="feature-priority"
            value={String(priorityCode)}
            onChange={(event) => put({ priorityCode: Number(event.detail.selectedOption.getAttribute('data-value')) })}
          >
            {PRIORITIES.map((code) => (
              <Option key={code} data-value={String(code)} value={String(code)}>
                {priorityText(code)}
              </Option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={t('feature.description')} id="feature-description" hint={asText === undefined ? t('feature.asHtml') : undefined}>
        <TextArea id="feature-description" rows={6} value={draft.description} onInput={(event) => put({ description: event.target.value })} />
      </Field>
    </FormDialog>
  );
}
