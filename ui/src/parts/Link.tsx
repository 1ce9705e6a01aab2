import { useRouter, type AnyRouter, type RouterHistory } from '@tanstack/react-router';
import { useCallback, type MouseEvent, type ReactNode } from 'react';

interface Props {
  /** Built by `path.…`. */
  to: string;
  children: ReactNode;
  className?: string;
}

/** The addresses that were gone to. */
export function useHistory(): RouterHistory {
  return useRouter<AnyRouter>().history as RouterHistory;
}

/** Goes to another address of the page. */
export function useGo(): (to: string, how?: 'push' | 'replace') => void {
  const history = useHistory();
  return useCallback((to, how = 'push') => void history[how](to), [history]);
}

/** A click that means "here", and not another window. */
function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** A link within the page; what it leads to is fetched when the pointer comes near. */
export function Link({ to, children, className = 'link' }: Props) {
  const router = useRouter<AnyRouter>();
  const go = useGo();
  const follow = (event: MouseEvent) => {
    event.stopPropagation();
    if (!isPlain(event)) return;
    event.preventDefault();
    go(to);
  };
  const near = () => {
    // What a screen reads may depend on the whole address.
    const [place, query] = to.split('?');
    void router.preloadRoute({ to: place, search: Object.fromEntries(new URLSearchParams(query)) as never }).catch(() => undefined);
  };
  return (
    <a href={to} className={className} onClick={follow} onPointerEnter={near} onFocus={near}>
      {children}
    </a>
  );
}

/** A link that leaves the page: our own documents and files, or somebody else's site. */
export function OutLink({ href, children, download }: { href: string; children: ReactNode; download?: boolean }) {
  const foreign = download ? { download: true } : { target: '_blank', rel: 'noreferrer' };
  return (
    <a className="link" href={href} {...foreign}>
      {children}
    </a>
  );
}
