import { useSuspenseQuery } from '@tanstack/react-query';
import { Size } from '~/parts/Size';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { storageOf } from './data';

/** How much room uploaded files take. */
export function StorageCard() {
  const { subaccount } = usePlace('subaccount');
  const { usedBytes, files } = useSuspenseQuery(storageOf(subaccount)).data;
  return (
    <section className="card home-storage" aria-labelledby="home-storage">
      <header>
        <h2 id="home-storage">{t('home.storage')}</h2>
      </header>
      <p>
        <strong>
          <Size bytes={usedBytes} />
        </strong>
        <span>{t('home.files', { count: files })}</span>
      </p>
    </section>
  );
}
