import '@ui5/webcomponents-icons/dist/notes.js';
import { ActionButton } from '~/parts/ActionButton';
import { Empty } from '~/parts/Empty';
import { t } from '~/text';
import type { Feature } from './data';
import { RichText } from '~/parts/RichText';

export function DescriptionTab({ feature, edit }: { feature: Feature; edit: () => void }) {
  const button = (
    <ActionButton can={feature.can.edit} onClick={edit}>
      {t('feature.edit')}
    </ActionButton>
  );
  return (
    <div className="card">
      {feature.description ? (
        <RichText html={feature.description} />
      ) : (
        <Empty icon="notes" title={t('feature.noDescription')} action={button}>
          {t('feature.noDescriptionNext')}
        </Empty>
      )}
    </div>
  );
}
