import '@ui5/webcomponents-icons/dist/product.js';
import '@ui5/webcomponents-icons/dist/upload.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { DropTarget } from '~/parts/DropTarget';
import { Empty } from '~/parts/Empty';
import { FilterBar } from '~/parts/FilterBar';
import { filterValues, useFilters, type Filter } from '~/parts/filters';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { packagesCan, packagesOf, type PackageLine } from './data';
import { Chip } from './Chip';
import { ImportDialog } from './ImportDialog';
import './integration.css';

/** The integration packages of a tenant. */
export const packages: Screen = {
  load: ({ params: { subaccount = '' }, search, queries }) =>
    Promise.all([
      queries.ensureQueryData(packagesCan(subaccount)),
      queries.ensureInfiniteQueryData(packagesOf(subaccount, filterValues(filters(), search))),
    ]),
  Page: PackagesPage,
};

const filters = (): Filter[] => [
  { name: 'text', label: t('package.search'), kind: 'text' },
  { name: 'drafts', label: t('package.state'), kind: 'one', options: [{ value: 'true', text: t('package.withDrafts') }] },
];

const columns = (): Column<PackageLine>[] => [
  { id: 'name', header: t('package.name'), cell: ({ name }) => name },
  { id: 'description', header: t('form.description'), cell: ({ shortText }) => <span className="short-text">{shortText}</span> },
  { id: 'version', header: t('package.version'), cell: ({ version }) => <span className="number">{version}</span> },
  {
    id: 'artifacts',
    header: t('package.artifacts'),
    cell: ({ artifacts, drafts }) => (
      <span className="counted">
        {artifacts}
        {drafts > 0 && <Chip tone="critical">{t('package.draftCount', { count: drafts })}</Chip>}
      </span>
    ),
  },
  { id: 'deployed', header: t('package.deployed'), align: 'End', cell: ({ deployed }) => deployed ?? '–' },
  { id: 'vendor', header: t('package.vendor'), cell: ({ vendor }) => vendor || '–', isExtra: true },
  { id: 'id', header: t('package.id'), cell: ({ id }) => <code>{id}</code>, isExtra: true },
  { id: 'modified', header: t('package.modified'), cell: ({ modifiedAt }) => <Time at={modifiedAt} /> },
];

function PackagesPage() {
  const { subaccount } = usePlace('subaccount');
  const { values, isChanged } = useFilters(filters());
  const can = useSuspenseQuery(packagesCan(subaccount)).data.can.import!;
  const [file, setFile] = useState<File>();
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setFile(undefined);
    setOpen(false);
  };
  const importButton = (
    <ActionButton design="Emphasized" icon="upload" can={can} onClick={() => setOpen(true)}>
      {t('package.import')}
    </ActionButton>
  );
  return (
    <DropTarget can={can} text={t('package.dropHere')} onFile={setFile}>
      <ObjectHeader title={t('packages.title')} subtitle={t('packages.lead')} actions={importButton} />
      <FilterBar filters={filters()} />
      <QueryTable
        name="packages"
        label={t('packages.list')}
        pages={packagesOf(subaccount, values)}
        columns={columns()}
        rowKey={({ id }) => id}
        href={({ id }) => path.package({ subaccount, package: id })}
        empty={
          <Empty icon="product" title={t(isChanged ? 'packages.noneFit' : 'packages.none')} action={!isChanged && importButton}>
            {t(isChanged ? 'requests.noneFitNext' : 'packages.noneNext')}
          </Empty>
        }
        actions={<CopyAsCurl call={{ url: `/api/v1/tenants/${subaccount}/packages?${new URLSearchParams(values).toString()}` }} />}
      />
      {(isOpen || file) && <ImportDialog key={file?.name} first={file} close={close} />}
    </DropTarget>
  );
}
