import { Button } from '@ui5/webcomponents-react/Button';
import { useEffect, useRef } from 'react';
import { t } from '~/text';

interface Props {
  isRunning: boolean;
  more: () => void;
}

/** At the end of a list: brings the next page when it comes into sight, or is pressed. */
export function More({ isRunning, more }: Props) {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(more);
  useEffect(() => {
    latest.current = more;
  });
  useEffect(() => {
    if (isRunning || !end.current) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && latest.current(), { rootMargin: '300px' });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isRunning]);
  return (
    <div className="more" ref={end}>
      <Button design="Transparent" loading={isRunning} onClick={more}>
        {t('table.next')}
      </Button>
    </div>
  );
}
