import { Empty } from '~/parts/Empty';
import { SmallTable } from '~/parts/SmallTable';
import { Time } from '~/parts/Time';
import { t } from '~/text';
import type { ArtifactVersion } from './data';

/** The versions that the tenant has kept, the newest first. */
export function VersionsTab({ versions }: { versions: ArtifactVersion[] }) {
  return (
    <SmallTable label={t('artifact.versions')} count={versions.length} heads={[t('artifact.version'), t('package.comment'), t('artifact.savedBy'), t('artifact.savedAt')]}>
      {versions.length === 0 ? (
        <Empty title={t('versions.none')}>{t('versions.noneNext')}</Empty>
      ) : (
        <tbody>
          {versions.map(({ version, comment, createdBy, createdAt }) => (
            <tr key={version}>
              <td data-label={t('artifact.version')} className="number">
                {version}
              </td>
              <td data-label={t('package.comment')}>{comment || '–'}</td>
              <td data-label={t('artifact.savedBy')}>{createdBy}</td>
              <td data-label={t('artifact.savedAt')}>
                <Time at={createdAt} />
              </td>
            </tr>
          ))}
        </tbody>
      )}
    </SmallTable>
  );
}
