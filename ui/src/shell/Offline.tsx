import { useSyncExternalStore } from 'react';
import { useConnected } from '~/api/events';
import { t } from '~/text';

function followNetwork(heard: () => void) {
  window.addEventListener('online', heard);
  window.addEventListener('offline', heard);
  return () => {
    window.removeEventListener('online', heard);
    window.removeEventListener('offline', heard);
  };
}

/** Says that what is shown may be old. Its style lets some seconds pass: most streams are back by then. */
export function Offline() {
  const isOnline = useSyncExternalStore(followNetwork, () => navigator.onLine);
  const isConnected = useConnected();
  if (isOnline && isConnected) return null;
  return (
    <div className="offline" role="status" data-at-once={!isOnline}>
      {t(isOnline ? 'shell.disconnected' : 'shell.offline')}
    </div>
  );
}
