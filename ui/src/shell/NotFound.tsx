import '@ui5/webcomponents-icons/dist/search.js';
import { Link } from '~/parts/Link';
import { Empty } from '~/parts/Empty';
import { useTitle } from '~/parts/ObjectHeader';
import { path } from '~/path';
import { t } from '~/text';

/** An address that leads nowhere, or into a subaccount in which the person has no role. */
export function NotFound() {
  useTitle(t('notFound.title'));
  return (
    <Empty icon="search" title={t('notFound.title')} action={<Link to={path.start()}>{t('notFound.home')}</Link>}>
      {t('notFound.text')}
    </Empty>
  );
}
