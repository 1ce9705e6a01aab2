import { Popover } from '@ui5/webcomponents-react/Popover';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { Details } from '~/parts/ProblemView';
import { Time } from '~/parts/Time';
import { readNews, useNews } from '~/parts/toast';
import { t } from '~/text';

/** Behind the bell: what was said in this window since it was opened. */
export default function News({ opener, close }: { opener: HTMLElement; close: () => void }) {
  const news = useNews();
  useEffect(() => readNews, []);
  return createPortal(
    <Popover open opener={opener} headerText={t('news.title')} placement="Bottom" horizontalAlign="End" className="news" onClose={close}>
      {news.length === 0 && <p className="news-none">{t('news.none')}</p>}
      <ul>
        {news.map((one) => (
          <li key={one.id} data-problem={one.problem !== undefined}>
            <div>{one.text}</div>
            <small>
              <Time at={one.at} /> {one.problem && <Details problem={one.problem} />}
            </small>
          </li>
        ))}
      </ul>
    </Popover>,
    document.body,
  );
}
