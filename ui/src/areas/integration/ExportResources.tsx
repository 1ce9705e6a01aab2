import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import { useFilters } from '~/parts/filters';
import { QueryTable } from '~/parts/QueryTable';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { keyOf, resourcesOf, wholeOf, type Chosen, type ContentResource } from './agent';
import { resourceColumns, resourceFilters, Trouble } from './AgentPage';

export interface StepProps {
  chosen: Chosen[];
  choose: (chosen: Chosen[]) => void;
}

/** What is exported. What was chosen stays chosen when the filters hide it. */
export function ResourcesStep({ chosen, choose }: StepProps) {
  const { subaccount } = usePlace('subaccount');
  const { values, isChanged } = useFilters(resourceFilters());
  const pages = resourcesOf(subaccount, values);
  const shown = new Set(useSuspenseInfiniteQuery(pages).data.pages.flatMap(({ items }) => items.map(keyOf)));
  const put = (_: string[], rows: ContentResource[]) => {
    const hidden = chosen.filter(({ resource }) => !shown.has(keyOf(resource)));
    const known = new Map(chosen.map((one) => [keyOf(one.resource), one]));
    choose([...hidden, ...rows.map((row) => known.get(keyOf(row)) ?? wholeOf(row))]);
  };
  const hidden = chosen.filter(({ resource }) => !shown.has(keyOf(resource))).map(({ resource }) => resource.name);
  return (
    <>
      <p>{t('agent.resourcesWhat')}</p>
      <FilterBar filters={resourceFilters()} />
      <Trouble values={values} />
      <QueryTable
        name="content-resources"
        label={t('agent.resources')}
        pages={pages}
        columns={resourceColumns()}
        rowKey={keyOf}
        selection={{ keys: chosen.map(({ resource }) => keyOf(resource)), choose: put }}
        empty={
          <Empty icon="outbox" title={t(isChanged ? 'agent.noneFit' : 'agent.none')}>
            {t(isChanged ? 'requests.noneFitNext' : 'agent.noneNext')}
          </Empty>
        }
      />
      {hidden.length > 0 && <p className="soft">{t('agent.hidden', { names: hidden.join(', ') })}</p>}
    </>
  );
}
