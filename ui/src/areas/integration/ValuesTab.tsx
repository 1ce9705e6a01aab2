import { useSuspenseQuery } from '@tanstack/react-query';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import { useFilters, type Filter } from '~/parts/filters';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { sidesOf, valuesOf, type ValueRow } from './data';

const filters = (): Filter[] => [{ name: 'text', label: t('values.search'), kind: 'text' }];

/** A value mapping as a table: a column for each system and sort of value. */
export function ValuesTab() {
  const { subaccount, type, artifact } = usePlace('subaccount', 'type', 'artifact');
  const { sides } = useSuspenseQuery(sidesOf(subaccount, type, artifact)).data;
  const { values, isChanged } = useFilters(filters());
  const columns = sides.map(
    ({ agency, schema }, index): Column<ValueRow> => ({
      id: `${agency} ${schema}`,
      header: `${agency} · ${schema}`,
      cell: (row) => row.values[index] ?? '–',
    }),
  );
  return (
    <>
      <FilterBar filters={filters()} />
      <QueryTable
        name={`values.${artifact}`}
        label={t('artifact.values')}
        pages={valuesOf(subaccount, type, artifact, { text: values.text ?? '' })}
        columns={columns}
        rowKey={({ number }) => String(number)}
        empty={<Empty title={t(isChanged ? 'values.noneFit' : 'values.none')}>{t(isChanged ? 'requests.noneFitNext' : 'values.noneNext')}</Empty>}
      />
    </>
  );
}
