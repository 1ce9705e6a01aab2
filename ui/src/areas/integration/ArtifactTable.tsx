import '@ui5/webcomponents-icons/dist/product.js';
import { Empty } from '~/parts/Empty';
import { Link } from '~/parts/Link';
import { SmallTable } from '~/parts/SmallTable';
import { StatusBadge } from '~/parts/StatusBadge';
import { Time } from '~/parts/Time';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { Chip } from './Chip';
import { typeText, TYPES, type PackageArtifact } from './data';

interface Props {
  artifacts: PackageArtifact[];
  /** Ids of those that are to be transported. */
  chosen: string[];
  choose: (ids: string[]) => void;
}

/** The types in their order, those we do not know behind them. */
export function byType(artifacts: PackageArtifact[]): [type: string, artifacts: PackageArtifact[]][] {
  const others = artifacts.map(({ type }) => type).filter((type) => !(TYPES as readonly string[]).includes(type));
  const types = [...TYPES, ...new Set(others)];
  const groups = types.map((type): [string, PackageArtifact[]] => [type, artifacts.filter((one) => one.type === type)]);
  return groups.filter(([, of]) => of.length > 0);
}

/** The artifacts of a package, by type. */
export function ArtifactTable({ artifacts, chosen, choose }: Props) {
  const heads = [t('artifact.name'), t('artifact.version'), t('artifact.runtime'), t('package.modified')];
  return (
    <SmallTable label={t('package.artifacts')} count={artifacts.length} heads={heads} hasChoice>
      {artifacts.length === 0 ? (
        <Empty icon="product" title={t('artifacts.none')}>
          {t('artifacts.noneNext')}
        </Empty>
      ) : (
        byType(artifacts).map(([type, of]) => (
          <tbody key={type}>
            <tr className="group-row">
              <th colSpan={heads.length + 1} scope="rowgroup">
                {typeText(type)} <span className="table-count">{of.length}</span>
              </th>
            </tr>
            {of.map((one) => (
              <Line key={`${one.id} ${one.name}`} artifact={one} isChosen={chosen.includes(one.id)} choose={(is) => choose(is ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))} />
            ))}
          </tbody>
        ))
      )}
    </SmallTable>
  );
}

function Line({ artifact, isChosen, choose }: { artifact: PackageArtifact; isChosen: boolean; choose: (is: boolean) => void }) {
  const { subaccount } = usePlace('subaccount');
  const { id, type, name, version, draft, description, lockedBy, runtimeStatus, deployedVersion, modifiedAt, hasPage } = artifact;
  const isOlder = deployedVersion != null && (draft || deployedVersion !== version);
  return (
    <tr data-chosen={isChosen}>
      <td className="table-choice">{hasPage && <input type="checkbox" checked={isChosen} aria-label={t('artifact.choose', { name })} onChange={(event) => choose(event.target.checked)} />}</td>
      <td data-label={t('artifact.name')}>
        <span className="named">
          <span>
            {hasPage ? <Link to={path.artifact({ subaccount, type, artifact: id })}>{name}</Link> : name}
            {lockedBy && <Chip tone="critical">{t('artifact.locked', { who: lockedBy })}</Chip>}
          </span>
          {description && <small className="soft">{description}</small>}
        </span>
      </td>
      <td data-label={t('artifact.version')}>
        <span className="number">{version || '–'}</span> {draft && <Chip tone="critical">{t('artifact.draft')}</Chip>}
      </td>
      <td data-label={t('artifact.runtime')}>
        {runtimeStatus ? <StatusBadge kind="runtime" state={runtimeStatus} /> : <span className="soft">–</span>}
        {isOlder && <small className="soft"> {t('artifact.runsVersion', { version: deployedVersion })}</small>}
      </td>
      <td data-label={t('package.modified')}>
        <Time at={modifiedAt} />
      </td>
    </tr>
  );
}
